import { Ledger } from './0001Ledger'
import { Records } from './0002Records'

/** Marks an SQLite file as a ledger of this application ("SFGT"). */
export const applicationId = 0x53464754

/** In the order they are run. Each ends by setting `user_version` to its number. */
export const migrations = [Ledger, Records]

export const migrationNames: readonly string[] = migrations.map((Migration) => new Migration().name)

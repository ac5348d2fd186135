import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { OfficeError } from '../officeError'
import { openConnection, type Connection } from './dataSource'
import type { KeyRing } from './encryption/keyRing'
import { applicationId, migrationNames } from './migrations/migrations'
import { toOfficeError } from './toOfficeError'

/**
 * Looks at a ledger without changing a byte of it and answers how many migrations it still needs. Throws OfficeError
 * `damaged-database` (reason `empty`, `not-a-file`, `not-a-ledger`, `quick-check` or SQLite's code) or
 * `newer-database`; `password-needed` where its key is not among `keys`.
 */
export function inspectLedger(file: string, keys: KeyRing): { pending: number } {
  try {
    const found = statSync(file)
    if (!found.isFile()) throw damaged(file, 'not-a-file')
    if (found.size === 0) throw damaged(file, 'empty')
    const connection = openConnection(file, { readonly: true, keys })
    try {
      return inspect(connection, file)
    } finally {
      connection.close()
    }
  } catch (error) {
    throw toOfficeError(error, place(file))
  }
}

function inspect(connection: Connection, file: string): { pending: number } {
  if (connection.pragma('application_id', { simple: true }) !== applicationId) throw damaged(file, 'not-a-ledger')
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").all()
  if (tables.length === 0) throw damaged(file, 'not-a-ledger')
  const version = Number(connection.pragma('user_version', { simple: true }))
  const applied = connection.prepare<[], { name: string }>('SELECT name FROM migrations').all()
  if (version > migrationNames.length || applied.some(({ name }) => !migrationNames.includes(name))) {
    throw new OfficeError('newer-database', { ...place(file), version })
  }
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file, 'quick-check')
  return { pending: migrationNames.length - applied.length }
}

function damaged(file: string, reason: string): OfficeError {
  return new OfficeError('damaged-database', { ...place(file), reason })
}

function place(file: string): { folder: string; file: string } {
  return { folder: dirname(file), file }
}

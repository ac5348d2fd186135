import { join } from 'node:path'

/** Names inside a data folder. */
export interface LedgerFiles {
  folder: string
  /** The SQLite database. */
  ledger: string
  /** A ledger while it is being founded; it gets its name when it is whole. */
  unfinished: string
  /** Says that a ledger was founded here, so that a lost one is never replaced by an empty one. */
  founded: string
  /** Held by the running office; stays in the folder. */
  lock: string
  backups: string
  /** A copy of a damaged ledger while it is salvaged. */
  torn: string
  /** A ledger that is to take the place of the present one, while it is written. */
  incoming: string
  /** The same once it is whole and the change is decided. */
  decided: string
}

export function ledgerFiles(folder: string): LedgerFiles {
  return {
    folder,
    ledger: join(folder, 'ledger.sqlite'),
    unfinished: join(folder, 'ledger.sqlite.unfinished'),
    founded: join(folder, 'ledger.founded'),
    lock: join(folder, 'ledger.lock'),
    backups: join(folder, 'backups'),
    torn: join(folder, 'ledger.sqlite.torn'),
    incoming: join(folder, 'ledger.sqlite.incoming'),
    decided: join(folder, 'ledger.sqlite.decided'),
  }
}

/** What SQLite may leave beside a database file. */
export function companions(file: string): string[] {
  return ['-wal', '-shm', '-journal'].map((suffix) => file + suffix)
}

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
}

export function ledgerFiles(folder: string): LedgerFiles {
  return {
    folder,
    ledger: join(folder, 'ledger.sqlite'),
    unfinished: join(folder, 'ledger.sqlite.unfinished'),
    founded: join(folder, 'ledger.founded'),
    lock: join(folder, 'ledger.lock'),
    backups: join(folder, 'backups'),
  }
}

/** What SQLite may leave beside a database file. */
export function companions(file: string): string[] {
  return ['-wal', '-shm', '-journal'].map((suffix) => file + suffix)
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection, type Connection } from '../office/db/dataSource'
import { listBackups } from '../office/db/backup/listBackups'
import { requireWholeCopy } from '../office/db/backup/requireWholeCopy'
import type { LedgerFiles } from '../office/db/ledgerFiles'

/** What must hold of a ledger whatever happened; null when it does. */
export function checkLedgerFile(ledger: Connection): string | null {
  const integrity = ledger.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') return `integrity_check: ${String(integrity)}`
  const broken = ledger.pragma('foreign_key_check') as unknown[]
  return broken.length > 0 ? `foreign_key_check: ${JSON.stringify(broken.slice(0, 3))}` : null
}

/** Looks at every copy not yet in `known`: whatever bears the name of one must be whole. Throws when one is not. */
export function checkCopies(files: LedgerFiles, known: Set<string>): void {
  for (const { name } of listBackups(files.backups)) {
    if (known.has(name)) continue
    requireWholeCopy(join(files.backups, name))
    known.add(name)
  }
}

/** A sound ledger is never set aside as damaged. */
export function damagedFiles(files: LedgerFiles): string[] {
  return readdirSync(files.folder).filter((name) => name.startsWith('ledger-damaged'))
}

/** The ledger read beside the office that has it open. */
export function withLedger<T>(files: LedgerFiles, look: (ledger: Connection) => T): T {
  const ledger = openConnection(files.ledger, { readonly: true })
  try {
    return look(ledger)
  } finally {
    ledger.close()
  }
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection, type Connection } from '../office/db/dataSource'
import { listBackups } from '../office/db/backup/listBackups'
import { requireWholeCopy } from '../office/db/backup/requireWholeCopy'
import type { KeyRing } from '../office/db/encryption/keyRing'
import { saltOf } from '../office/db/encryption/ledgerSalt'
import type { LedgerFiles } from '../office/db/ledgerFiles'
import { learnKey } from './learnKey'

/** What must hold of a ledger whatever happened; null when it does. */
export function checkLedgerFile(ledger: Connection): string | null {
  const integrity = ledger.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') return `integrity_check: ${String(integrity)}`
  const broken = ledger.pragma('foreign_key_check') as unknown[]
  return broken.length > 0 ? `foreign_key_check: ${JSON.stringify(broken.slice(0, 3))}` : null
}

/** Looks at every copy not yet in `known`, and again under another password: whatever bears the name of one must be whole. Throws when one is not. */
export async function checkCopies(files: LedgerFiles, keys: KeyRing, known: Set<string>): Promise<void> {
  for (const { name } of listBackups(files.backups, keys)) {
    const file = join(files.backups, name)
    const state = `${name} ${saltOf(file)?.toString('hex') ?? 'plain'}`
    if (known.has(state)) continue
    await learnKey(file, keys)
    requireWholeCopy(file, keys)
    known.add(state)
  }
}

/** A sound ledger is never set aside as damaged. */
export function damagedFiles(files: LedgerFiles): string[] {
  return readdirSync(files.folder).filter((name) => name.startsWith('ledger-damaged'))
}

/** The ledger read beside the office that has it open. */
export async function withLedger<T>(files: LedgerFiles, keys: KeyRing, look: (ledger: Connection) => T): Promise<T> {
  await learnKey(files.ledger, keys)
  const ledger = openConnection(files.ledger, { readonly: true, keys })
  try {
    return look(ledger)
  } finally {
    ledger.close()
  }
}

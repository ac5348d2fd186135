import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCopy, LedgerCounts } from '../../../../shared/contract/backup'
import { openConnection } from '../connection'
import type { KeyRing } from '../encryption/keyRing'
import { readBackupName } from './backupName'
import { readBackupNote } from './backupNote'
import { countLedger } from './countLedger'
import { passwordOf } from './passwordOf'

/** The whole copies in a folder, the latest first; one without its note is asked itself. */
export function listBackups(folder: string, keys: KeyRing): BackupCopy[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder)
    .flatMap((name): BackupCopy[] => {
      const told = readBackupName(name)
      if (!told) return []
      const path = join(folder, name)
      const note = readBackupNote(path)
      const bytes = statSync(path).size
      const { at, reason, counts } = note ?? { ...told, counts: readCounts(path, keys) }
      return [{ name, at, reason, bytes, counts, password: passwordOf(path, keys) }]
    })
    .sort((a, b) => (a.at === b.at ? compare(b.name, a.name) : compare(b.at, a.at)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function readCounts(file: string, keys: KeyRing): LedgerCounts | null {
  try {
    const connection = openConnection(file, { readonly: true, keys })
    try {
      return countLedger(connection)
    } finally {
      connection.close()
    }
  } catch {
    return null
  }
}

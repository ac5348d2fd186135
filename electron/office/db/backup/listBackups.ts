import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCopy, LedgerCounts } from '../../../../shared/contract/backup'
import { openConnection } from '../connection'
import { readBackupName } from './backupName'
import { readBackupNote } from './backupNote'
import { countLedger } from './countLedger'

/** The whole copies in a folder, the latest first; one without its note is asked itself. */
export function listBackups(folder: string): BackupCopy[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder)
    .flatMap((name): BackupCopy[] => {
      const told = readBackupName(name)
      if (!told) return []
      const path = join(folder, name)
      const note = readBackupNote(path)
      const bytes = statSync(path).size
      return [note ? { name, at: note.at, reason: note.reason, bytes, counts: note.counts } : { name, ...told, bytes, counts: readCounts(path) }]
    })
    .sort((a, b) => (a.at === b.at ? compare(b.name, a.name) : compare(b.at, a.at)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function readCounts(file: string): LedgerCounts | null {
  try {
    const connection = openConnection(file, { readonly: true })
    try {
      return countLedger(connection)
    } finally {
      connection.close()
    }
  } catch {
    return null
  }
}

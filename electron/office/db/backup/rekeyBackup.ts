import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { KeyRing } from '../encryption/keyRing'
import type { LedgerKey } from '../encryption/ledgerKey'
import { flushFolder } from '../flush'
import { toOfficeError } from '../toOfficeError'
import { noteFile, readBackupNote, writeBackupNote } from './backupNote'
import { copyBeside } from './copyBeside'
import { discard } from './discard'

/**
 * Puts a copy under another key, or under none, in its own place. Its note goes before it changes and comes back
 * after: a note that tells other bytes would make a whole copy look damaged. Throws as `rekeyCopy` does; the copy is as
 * it was then.
 */
export async function rekeyBackup(copy: string, to: LedgerKey | null, keys: KeyRing): Promise<void> {
  const unfinished = `${copy}.unfinished`
  const note = readBackupNote(copy)
  const written = await copyBeside('rekeyCopy', { file: copy, target: unfinished, to }, keys)
  try {
    rmSync(noteFile(copy), { force: true })
    renameSync(unfinished, copy)
    flushFolder(dirname(copy))
    if (note) writeBackupNote(copy, { ...note, ...written })
  } catch (error) {
    discard(unfinished)
    throw toOfficeError(error, { file: copy })
  }
}

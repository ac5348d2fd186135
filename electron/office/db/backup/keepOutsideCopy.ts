import { renameSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupCopy } from '../../../../shared/contract/backup'
import { openConnection } from '../connection'
import type { KeyRing } from '../encryption/keyRing'
import { saltOf } from '../encryption/ledgerSalt'
import { flushFile, flushFolder } from '../flush'
import { toOfficeError } from '../toOfficeError'
import { backupPath } from './backupName'
import { writeBackupNote } from './backupNote'
import { discard } from './discard'
import { requireWholeCopy } from './requireWholeCopy'

/**
 * Takes `file`, a copy that lay on another disk and now lies in `folder`, among the copies there. Throws OfficeError
 * `damaged-database` {reason: 'backup', file: fileName}, `newer-database`, `disk-full`, `read-only`; no copy is left of
 * one that is refused.
 */
export function keepOutsideCopy(folder: string, file: string, fileName: string, at: string, keys: KeyRing): BackupCopy {
  const target = backupPath(folder, at, 'outside')
  const unfinished = `${target}.unfinished`
  try {
    renameSync(file, unfinished)
    flushFile(unfinished)
    const { counts, sha256 } = requireWholeCopy(unfinished, keys, fileName)
    const about = { reason: 'outside' as const, at, bytes: statSync(unfinished).size, counts }
    writeBackupNote(target, { ...about, sha256, version: versionOf(unfinished, keys) })
    renameSync(unfinished, target)
    flushFolder(folder)
    return { name: basename(target), ...about, password: saltOf(target) ? 'known' : 'none' }
  } catch (error) {
    throw toOfficeError(error, { file: fileName })
  } finally {
    discard(unfinished)
  }
}

function versionOf(file: string, keys: KeyRing): number {
  const connection = openConnection(file, { readonly: true, keys })
  try {
    return Number(connection.pragma('user_version', { simple: true }))
  } finally {
    connection.close()
  }
}

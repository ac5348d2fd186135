import { renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { BackupCopy, BackupReason } from '../../../../shared/contract/backup'
import { ensureFolder } from '../../ensureFolder'
import { OfficeError } from '../../officeError'
import { openConnection } from '../connection'
import type { KeyRing } from '../encryption/keyRing'
import { saltOf } from '../encryption/ledgerSalt'
import { flushFile, flushFolder } from '../flush'
import { toOfficeError } from '../toOfficeError'
import { writeBackupNote, type BackupNote } from './backupNote'
import { copyWhole } from './copyWhole'
import { countLedger } from './countLedger'
import { discard } from './discard'
import { hashFile } from './hashFile'
import { readLogHead } from './readLogHead'

/**
 * Writes a copy of a ledger to `target`: whole, checked page by page and row count by row count, and only then given
 * its name; a note beside it says what it is. What opens the ledger opens the copy. The office may have the ledger open
 * and write to it meanwhile. Throws OfficeError `disk-full`, `read-only`, `damaged-database`; a copy that fails leaves
 * nothing behind.
 */
export function backupLedger(ledger: string, target: string, about: { reason: BackupReason; at: string }, keys: KeyRing): BackupCopy {
  const unfinished = `${target}.unfinished`
  try {
    ensureFolder(dirname(target))
    copyWhole(ledger, unfinished, keys)
    flushFile(unfinished)
    const { counts, ...described } = describe(unfinished, keys)
    const { bytes, sha256 } = hashFile(unfinished)
    writeBackupNote(target, { ...about, ...described, bytes, sha256, counts })
    renameSync(unfinished, target)
    flushFolder(dirname(target))
    return { name: basename(target), ...about, bytes, counts, password: saltOf(target) ? 'known' : 'none' }
  } catch (error) {
    discard(unfinished)
    throw named(toOfficeError(error, { file: target }))
  }
}

/** What is said of a save that fails would be wrong of a copy: the ledger itself is as it was. */
function named(error: unknown): unknown {
  const { code, details } = error instanceof OfficeError ? error : { code: null, details: {} }
  if (code === null || code === 'damaged-database' || details.reason === 'disk-error') return error
  const failure = new OfficeError(code, { ...details, system: details.reason ?? null, reason: 'backup' })
  failure.cause = error
  return failure
}

function describe(file: string, keys: KeyRing): Pick<BackupNote, 'counts' | 'version' | 'log'> {
  const connection = openConnection(file, { readonly: true, keys })
  try {
    const version = Number(connection.pragma('user_version', { simple: true }))
    const log = readLogHead(connection)
    return { counts: countLedger(connection), version, ...(log ? { log } : {}) }
  } finally {
    connection.close()
  }
}

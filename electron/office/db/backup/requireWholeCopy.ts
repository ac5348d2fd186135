import { basename } from 'node:path'
import type { LedgerCounts } from '../../../../shared/contract/backup'
import { OfficeError } from '../../officeError'
import { openConnection } from '../connection'
import type { KeyRing } from '../encryption/keyRing'
import { inspectLedger } from '../inspectLedger'
import { toOfficeError } from '../toOfficeError'
import { readBackupNote } from './backupNote'
import { countLedger } from './countLedger'
import { hashFile } from './hashFile'

/**
 * Looks at a copy as thoroughly as it can be: a ledger of this or an older version, every page sound, every byte as its
 * note says. Throws OfficeError `damaged-database` {reason: 'backup'}, `newer-database` or `password-needed`. Answers what it holds.
 */
export function requireWholeCopy(file: string, keys: KeyRing, shown = basename(file)): { counts: LedgerCounts; sha256: string } {
  const damaged = (): OfficeError => new OfficeError('damaged-database', { file: shown, reason: 'backup' })
  try {
    inspectLedger(file, keys)
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error
    if (error.code === 'damaged-database') throw damaged()
    throw new OfficeError(error.code, { ...error.details, file: shown })
  }
  const { sha256 } = hashFile(file)
  const note = readBackupNote(file)
  if (note && note.sha256 !== sha256) throw damaged()
  try {
    const connection = openConnection(file, { readonly: true, keys })
    try {
      if (connection.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged()
      if ((connection.pragma('foreign_key_check') as unknown[]).length > 0) throw damaged()
      return { counts: countLedger(connection), sha256 }
    } finally {
      connection.close()
    }
  } catch (error) {
    const translated = toOfficeError(error, { file: shown })
    throw translated instanceof OfficeError && translated.code === 'damaged-database' ? damaged() : translated
  }
}

import { openConnection } from '../connection'
import { replaceKey } from '../encryption/applyKey'
import { createKeyRing, type KeyRing } from '../encryption/keyRing'
import type { LedgerKey } from '../encryption/ledgerKey'
import { OfficeError } from '../../officeError'
import { flushFile } from '../flush'
import { toOfficeError } from '../toOfficeError'
import { copyWhole, soundRowCounts } from './copyWhole'
import { discard } from './discard'
import { hashFile } from './hashFile'

/**
 * Writes what is in a ledger or in a copy of one to `target`, which `to` opens then, or everybody where that is null;
 * read back as every copy is. Throws OfficeError `disk-full`, `read-only`, `damaged-database`, `password-needed`;
 * nothing of a copy that fails is left.
 */
export function rekeyCopy(file: string, target: string, to: LedgerKey | null, keys: KeyRing): { bytes: number; sha256: string } {
  try {
    const counts = copyWhole(file, target, keys)
    const connection = openConnection(target, { keys })
    try {
      // The driver writes another key only where nothing is left beside the file.
      connection.pragma('journal_mode = DELETE')
      replaceKey(connection, to)
    } finally {
      connection.close()
    }
    if (soundRowCounts(target, createKeyRing(to ? [to] : [])) !== counts) throw new OfficeError('damaged-database', { file: target, reason: 'backup' })
    flushFile(target)
    return hashFile(target)
  } catch (error) {
    discard(target)
    throw toOfficeError(error, { file: target })
  }
}

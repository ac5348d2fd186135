import { discard } from './backup/discard'
import { readableCopy } from './backup/readableCopy'
import { salvageLedger, type SalvagedTable } from './backup/salvageLedger'
import { swapLedger } from './backup/swapLedger'
import { keyOfFile } from './encryption/keyOfFile'
import type { KeyRing } from './encryption/keyRing'
import type { LedgerFiles } from './ledgerFiles'
import { buildLedger } from './openDatabase'
import { toOfficeError } from './toOfficeError'

/**
 * Puts what can be read of a damaged ledger in its place; the damaged file is kept under the answered name. Nothing
 * changes when it fails, with OfficeError `damaged-database` {reason: 'nothing-readable'}, `disk-full`, `read-only`.
 */
export async function salvageFolder(files: LedgerFiles, keys: KeyRing, now: string): Promise<{ tables: SalvagedTable[]; kept: string | null }> {
  try {
    readableCopy(files.ledger, files.torn)
    await buildLedger(files.incoming, keyOfFile(files.ledger, keys))
    const tables = salvageLedger(files.torn, files.incoming, keys)
    return { tables, kept: swapLedger(files, keys, now) }
  } catch (error) {
    discard(files.incoming)
    throw toOfficeError(error, { folder: files.folder })
  } finally {
    discard(files.torn)
  }
}

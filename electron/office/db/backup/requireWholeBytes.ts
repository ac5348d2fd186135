import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerCounts } from '../../../../shared/contract/backup'
import type { LedgerFiles } from '../ledgerFiles'
import { toOfficeError } from '../toOfficeError'
import { discard } from './discard'
import { requireWholeCopy } from './requireWholeCopy'

/** `requireWholeCopy` for bytes that came from elsewhere; nothing of them stays. */
export function requireWholeBytes(files: LedgerFiles, bytes: Uint8Array, fileName: string): LedgerCounts {
  const file = join(files.folder, 'copy-to-verify.unfinished')
  try {
    writeFileSync(file, bytes)
    return requireWholeCopy(file, fileName).counts
  } catch (error) {
    throw toOfficeError(error, { folder: files.folder })
  } finally {
    discard(file)
  }
}

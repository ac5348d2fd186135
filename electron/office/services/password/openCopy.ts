import type { LedgerProof } from '../../../../shared/contract/password'
import { proveKey } from '../../db/encryption/proveKey'
import { saltOf } from '../../db/encryption/ledgerSalt'
import { OfficeError } from '../../officeError'
import type { FolderContext } from '../folderContext'

/**
 * Learns the key of a copy whose password is not known yet. Throws OfficeError `password-needed` {file}, or
 * `wrong-password` {reason: 'copy' | 'recovery-code' | 'too-soon', file}.
 */
export async function openCopy({ attempts, keys }: Pick<FolderContext, 'attempts' | 'keys'>, copy: string, shown: string, proof: LedgerProof | undefined): Promise<void> {
  const salt = saltOf(copy)
  if (!salt || keys.of(salt)) return
  if (!proof) throw new OfficeError('password-needed', { file: shown })
  try {
    keys.add(await attempts.attempt(() => proveKey(copy, proof)))
  } catch (error) {
    if (!(error instanceof OfficeError) || error.code !== 'wrong-password') throw error
    const { reason } = error.details
    throw new OfficeError('wrong-password', { ...error.details, reason: reason === 'ledger' ? 'copy' : (reason ?? null), file: shown })
  }
}

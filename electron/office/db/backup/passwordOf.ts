import type { BackupCopy } from '../../../../shared/contract/backup'
import type { KeyRing } from '../encryption/keyRing'
import { saltOf } from '../encryption/ledgerSalt'

/** What opens a ledger or a copy of one; a file that cannot even be read is not said to have a password. */
export function passwordOf(file: string, keys: KeyRing): BackupCopy['password'] {
  try {
    const salt = saltOf(file)
    if (!salt) return 'none'
    return keys.of(salt) ? 'known' : 'other'
  } catch {
    return 'none'
  }
}

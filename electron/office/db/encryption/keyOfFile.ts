import { basename } from 'node:path'
import { OfficeError } from '../../officeError'
import type { KeyRing } from './keyRing'
import type { LedgerKey } from './ledgerKey'
import { saltOf } from './ledgerSalt'

/** Null for a plain file. Throws OfficeError `password-needed` {file} where the key of an encrypted one is not known. */
export function keyOfFile(file: string, keys: KeyRing | undefined): LedgerKey | null {
  const salt = saltOf(file)
  if (!salt) return null
  const key = keys?.of(salt)
  if (!key) throw new OfficeError('password-needed', { file: basename(file) })
  return key
}

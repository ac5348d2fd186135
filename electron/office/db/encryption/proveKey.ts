import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerProof } from '../../../../shared/contract/password'
import { OfficeError } from '../../officeError'
import { openConnection } from '../connection'
import { toOfficeError } from '../toOfficeError'
import { deriveKey } from './deriveKey'
import { createKeyRing } from './keyRing'
import type { LedgerKey } from './ledgerKey'
import { saltOf } from './ledgerSalt'
import { keyOfRecoveryCode } from './recoveryCode'

/**
 * The key of an encrypted file, from what a person typed. A damaged file opens to nobody: the key counts too where it
 * opens a copy of the same salt in `copies`. Throws OfficeError `wrong-password` {reason: 'ledger' | 'recovery-code'},
 * or what keeps the file from being read.
 */
export async function proveKey(file: string, proof: LedgerProof, copies: string | null = null): Promise<LedgerKey> {
  const salt = saltOf(file)
  if (!salt) throw new TypeError('the file is not encrypted')
  const key = 'password' in proof ? await deriveKey(proof.password, salt) : keyOfRecoveryCode(proof.recoveryCode)
  if (!key) throw new OfficeError('wrong-password', { reason: 'recovery-code' })
  const proved = { salt, key }
  if (opens(file, proved) || copiesOf(copies, salt).some((copy) => opens(copy, proved))) return proved
  throw new OfficeError('wrong-password', { reason: 'ledger' })
}

function copiesOf(folder: string | null, salt: Buffer): string[] {
  if (folder === null) return []
  try {
    return readdirSync(folder).map((name) => join(folder, name)).filter((file) => saltOf(file)?.equals(salt) === true)
  } catch {
    return []
  }
}

function opens(file: string, key: LedgerKey): boolean {
  try {
    const connection = openConnection(file, { readonly: true, keys: createKeyRing([key]) })
    try {
      connection.prepare('SELECT count(*) FROM sqlite_schema').get()
      return true
    } finally {
      connection.close()
    }
  } catch (error) {
    const translated = toOfficeError(error)
    if (translated instanceof OfficeError && translated.code === 'damaged-database') return false
    throw translated
  }
}

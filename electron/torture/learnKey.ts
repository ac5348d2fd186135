import type { KeyRing } from '../office/db/encryption/keyRing'
import { saltOf } from '../office/db/encryption/ledgerSalt'
import { proveKey } from '../office/db/encryption/proveKey'
import { OfficeError } from '../office/officeError'

/** The only passwords there are here: whoever finds an encrypted ledger tries both. */
export const tortureWords = ['第一号试验的口令', '第二号试验的口令'] as const

/** Puts the key of an encrypted file among `keys`. Throws when neither word opens it. */
export async function learnKey(file: string, keys: KeyRing): Promise<void> {
  const salt = saltOf(file)
  if (!salt || keys.of(salt)) return
  for (const password of tortureWords) {
    try {
      keys.add(await proveKey(file, { password }))
      return
    } catch (error) {
      if (!(error instanceof OfficeError) || error.code !== 'wrong-password') throw error
    }
  }
  throw new Error(`no word opens ${file}`)
}

import { scrypt } from 'node:crypto'
import { plainPassword } from '../../../../shared/domain/ledgerPassword'
import { costOf } from './ledgerSalt'

/** The key of a password in the words of one salt; half a second beside the event loop. */
export function deriveKey(password: string, salt: Buffer): Promise<Buffer> {
  const cost = costOf(salt)
  if (!cost) throw new TypeError('not the salt of a ledger')
  return new Promise((resolve, reject) => {
    scrypt(plainPassword(password), salt, 32, { ...cost, maxmem: 2 * 128 * cost.N * cost.r }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

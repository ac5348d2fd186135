import { createHash } from 'node:crypto'

/** Crockford's base 32: no letter that is taken for a digit. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyBytes = 32
const checkBytes = 2
const groupSigns = 5

/** A key as a person can copy it: eleven groups of five, the last bits for slips of the pen. */
export function recoveryCodeOf(key: Buffer): string {
  const whole = Buffer.concat([key, checkOf(key)])
  let code = ''
  let value = 0
  let bits = 0
  for (const byte of whole) {
    value = (value << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) code += signs[(value >> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  code += signs[(value << (5 - bits)) & 31]
  return (code.match(new RegExp(`.{${groupSigns}}`, 'g')) ?? []).join('-')
}

/** Null where a sign was misread, is missing or one too many. Small letters, O, I and L, blanks and full width do no harm. */
export function keyOfRecoveryCode(code: string): Buffer | null {
  const read = code.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[\s\p{P}]/gu, '')
  if (read.length !== Math.ceil(((keyBytes + checkBytes) * 8) / 5)) return null
  const whole: number[] = []
  let value = 0
  let bits = 0
  for (const sign of read) {
    const index = signs.indexOf(sign)
    if (index < 0) return null
    value = (value << 5) | index
    bits += 5
    if (bits < 8) continue
    bits -= 8
    whole.push((value >> bits) & 255)
    value &= (1 << bits) - 1
  }
  const key = Buffer.from(whole.slice(0, keyBytes))
  return value === 0 && checkOf(key).equals(Buffer.from(whole.slice(keyBytes))) ? key : null
}

function checkOf(key: Buffer): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, checkBytes)
}

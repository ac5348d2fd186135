import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'

/**
 * The driver leaves the first 16 bytes of an encrypted file to us: they hold what a key is derived with, so that a
 * copy needs nothing but its password, on any machine. Bytes 0–2 tell it from a plain or a ruined file, 3 and 4 are the
 * cost of scrypt (RFC 7914) as log2 N and r·16 + p, the other 88 bits are random.
 */
const bytes = 16
const mark = Buffer.from('SFG', 'latin1')

export interface ScryptCost {
  N: number
  r: number
  p: number
}

/** 128 MB and half a second on an office computer. */
const presentCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

export function newSalt(): Buffer {
  const cost = Buffer.from([Math.log2(presentCost.N), presentCost.r * 16 + presentCost.p])
  return Buffer.concat([mark, cost, randomBytes(bytes - mark.length - cost.length)])
}

/** Null where the file is not encrypted, too short, a folder, or not there. Throws what the file system says otherwise. */
export function saltOf(file: string): Buffer | null {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return null
  const head = Buffer.alloc(bytes)
  const descriptor = openSync(file, 'r')
  try {
    if (readSync(descriptor, head) < bytes) return null
  } finally {
    closeSync(descriptor)
  }
  return head.subarray(0, mark.length).equals(mark) && costOf(head) ? head : null
}

/** Null for a cost nobody chose: a file that was tampered with must not take all the memory there is. */
export function costOf(salt: Buffer): ScryptCost | null {
  const [exponent = 0, factors = 0] = salt.subarray(mark.length)
  const cost = { N: 2 ** exponent, r: factors >> 4, p: factors & 15 }
  return exponent >= 15 && exponent <= 18 && cost.r === 8 && cost.p >= 1 && cost.p <= 4 ? cost : null
}

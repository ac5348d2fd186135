import { Refusal } from '../refusal'

/** How a file of Excel 2002 to 2007 is encrypted (MS-OFFCRYPTO 2.3.2 and 2.3.3). */
export interface EncryptionHeader {
  algorithm: number
  keyBytes: number
  salt: Buffer
  verifier: Buffer
  verifierHash: Buffer
}

export const algorithms = { rc4: 0x6801, aes128: 0x660e, aes192: 0x660f, aes256: 0x6610 } as const

/** Reads it from where its flags and its length stand. Throws Refusal `damaged`. */
export function readEncryptionHeader(bytes: Buffer): EncryptionHeader {
  try {
    const length = bytes.readUInt32LE(4)
    const header = bytes.subarray(8, 8 + length)
    const verifier = bytes.subarray(8 + length)
    // SaltSize and VerifierHashSize stand before what they measure.
    return {
      algorithm: header.readUInt32LE(8),
      keyBytes: (header.readUInt32LE(16) || 40) / 8,
      salt: piece(verifier, 4, 16),
      verifier: piece(verifier, 20, 16),
      verifierHash: verifier.subarray(40),
    }
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('damaged', cause)
  }
}

function piece(bytes: Buffer, at: number, length: number): Buffer {
  if (bytes.length < at + length) throw new Refusal('damaged')
  return bytes.subarray(at, at + length)
}

import { createHash } from 'node:crypto'
import { Refusal } from '../refusal'
import { algorithms, readEncryptionHeader } from './encryptionHeader'
import { rc4 } from './rc4'

/** The key of each block of 1,024 bytes of a stream, or null for a wrong password. */
export type BlockKeys = (password: string) => ((block: number) => Buffer) | null

/** RC4 with 40 bits, as Excel 97 and LibreOffice write it (MS-OFFCRYPTO 2.3.6): salt, verifier, its hash. */
export function rc4Keys(secret: Buffer): BlockKeys {
  if (secret.length < 48) throw new Refusal('damaged')
  const salt = secret.subarray(0, 16)
  return (password) => {
    const short = md5(Buffer.from(password, 'utf16le')).subarray(0, 5)
    const seed = md5(...Array.from({ length: 16 }, () => [short, salt]).flat()).subarray(0, 5)
    const key = (block: number) => md5(seed, number32(block))
    return opens(key(0), secret.subarray(16, 32), secret.subarray(32, 48), md5) ? key : null
  }
}

/** RC4 by a provider, as Excel 2002 to 2010 and WPS write it (MS-OFFCRYPTO 2.3.5). */
export function rc4ProviderKeys(secret: Buffer): BlockKeys {
  const { algorithm, keyBytes, salt, verifier, verifierHash } = readEncryptionHeader(secret)
  if (algorithm !== algorithms.rc4 || keyBytes < 5 || keyBytes > 16) throw new Refusal('unknown-encryption')
  return (password) => {
    const seed = sha1(salt, Buffer.from(password, 'utf16le'))
    const key = (block: number) => {
      const whole = sha1(seed, number32(block)).subarray(0, keyBytes)
      return keyBytes === 5 ? Buffer.concat([whole, Buffer.alloc(11)]) : whole
    }
    return opens(key(0), verifier, verifierHash.subarray(0, 20), sha1) ? key : null
  }
}

function opens(key: Buffer, verifier: Buffer, hash: Buffer, digest: (part: Buffer) => Buffer): boolean {
  const decrypt = rc4(key)
  return digest(decrypt(verifier)).equals(decrypt(hash))
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function md5(...parts: readonly Buffer[]): Buffer {
  return digestOf('md5', parts)
}

function sha1(...parts: readonly Buffer[]): Buffer {
  return digestOf('sha1', parts)
}

function digestOf(algorithm: string, parts: readonly Buffer[]): Buffer {
  const digest = createHash(algorithm)
  for (const part of parts) digest.update(part)
  return digest.digest()
}

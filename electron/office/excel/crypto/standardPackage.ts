import { createDecipheriv, createHash } from 'node:crypto'
import { Refusal } from '../refusal'
import { algorithms, readEncryptionHeader } from './encryptionHeader'

const spins = 50_000
const hashBytes = 20
const ciphers: readonly number[] = [algorithms.aes128, algorithms.aes192, algorithms.aes256]

/** Standard encryption, as Excel 2007, LibreOffice and WPS write it. The function answers null for a wrong password. */
export function openStandard(info: Buffer, content: Buffer): (password: string) => Buffer | null {
  const { algorithm, keyBytes, salt, verifier, verifierHash } = readEncryptionHeader(info.subarray(4))
  if (!ciphers.includes(algorithm) || ![16, 24, 32].includes(keyBytes)) throw new Refusal('unknown-encryption')
  if (verifierHash.length < 32) throw new Refusal('damaged')

  return (password) => {
    const key = keyOf(password, salt, keyBytes)
    const expected = decrypt(key, verifierHash.subarray(0, 32)).subarray(0, hashBytes)
    if (!sha1(decrypt(key, verifier)).equals(expected)) return null
    return decrypt(key, content.subarray(8))
  }
}

/** MS-OFFCRYPTO 2.3.4.7. */
function keyOf(password: string, salt: Buffer, keyBytes: number): Buffer {
  let secret = sha1(salt, Buffer.from(password, 'utf16le'))
  const count = Buffer.alloc(4)
  for (let turn = 0; turn < spins; turn += 1) {
    count.writeUInt32LE(turn)
    secret = sha1(count, secret)
  }
  count.writeUInt32LE(0)
  const last = sha1(secret, count)
  const mixed = (filler: number) => {
    const block = Buffer.alloc(64, filler)
    for (const [at, byte] of last.entries()) block.writeUInt8(byte ^ filler, at)
    return sha1(block)
  }
  return Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBytes)
}

function decrypt(key: Buffer, secret: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  const whole = secret.subarray(0, secret.length - (secret.length % 16))
  return Buffer.concat([cipher.update(whole), cipher.final()])
}

function sha1(...parts: readonly Buffer[]): Buffer {
  const digest = createHash('sha1')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

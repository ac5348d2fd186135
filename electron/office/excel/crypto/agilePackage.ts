import { createDecipheriv, createHash } from 'node:crypto'
import { Refusal } from '../refusal'

const hashes: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
}

/** What each key derived from the password is for (MS-OFFCRYPTO 2.3.4.11 to 2.3.4.13). */
const blockKeys = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  packageKey: Buffer.from('146e0be7abacd0d6', 'hex'),
}
const segmentBytes = 4096
/** Of the length at the head of the package. */
const lengthBytes = 8
const mostSpins = 10_000_000

interface Cipher {
  hash: string
  keyBytes: number
  blockBytes: number
  salt: Buffer
}

/** Agile encryption, as Excel 2010 and later and WPS write it. The function answers null for a wrong password. */
export function openAgile(info: Buffer, content: Buffer): (password: string) => Buffer | null {
  const xml = info.toString('utf8', 8)
  const whole = attributesOf(xml, 'keyData')
  const key = attributesOf(xml, 'encryptedKey')
  const packageCipher = cipherOf(whole)
  const keyCipher = cipherOf(key)
  const spins = Number(key('spinCount'))
  if (!Number.isInteger(spins) || spins < 0 || spins > mostSpins) throw new Refusal('damaged')
  const bytes = (name: string) => Buffer.from(key(name), 'base64')

  return (password) => {
    const secret = spin(keyCipher, spins, password)
    const derived = (purpose: Buffer) => fitted(hash(keyCipher.hash, secret, purpose), keyCipher.keyBytes)
    const open = (name: string, purpose: Buffer) => decrypt(derived(purpose), keyCipher.salt, bytes(name))
    const input = open('encryptedVerifierHashInput', blockKeys.verifierInput)
    const expected = open('encryptedVerifierHashValue', blockKeys.verifierHash)
    const found = hash(keyCipher.hash, input)
    if (!found.equals(expected.subarray(0, found.length))) return null
    const packageKey = open('encryptedKeyValue', blockKeys.packageKey).subarray(0, packageCipher.keyBytes)
    return decryptSegments(packageCipher, packageKey, content.subarray(lengthBytes))
  }
}

/** Reads attributes of the first element of a name that has a salt; the key may also be kept for a certificate. */
function attributesOf(xml: string, element: string): (name: string) => string {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\s([^>]*saltValue[^>]*)>`).exec(xml)?.[1]
  if (tag === undefined) throw new Refusal('unknown-encryption')
  return (name) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? ''
}

function cipherOf(attribute: (name: string) => string): Cipher {
  const hash = hashes[attribute('hashAlgorithm')]
  const keyBytes = Number(attribute('keyBits')) / 8
  const blockBytes = Number(attribute('blockSize'))
  const isKnown = attribute('cipherAlgorithm') === 'AES' && attribute('cipherChaining') === 'ChainingModeCBC'
  if (hash === undefined || !isKnown || ![16, 24, 32].includes(keyBytes) || blockBytes !== 16) {
    throw new Refusal('unknown-encryption')
  }
  return { hash, keyBytes, blockBytes, salt: fitted(Buffer.from(attribute('saltValue'), 'base64'), blockBytes) }
}

function spin({ hash: algorithm, salt }: Cipher, spins: number, password: string): Buffer {
  let secret = hash(algorithm, salt, Buffer.from(password, 'utf16le'))
  const count = Buffer.alloc(4)
  for (let turn = 0; turn < spins; turn += 1) {
    count.writeUInt32LE(turn)
    secret = hash(algorithm, count, secret)
  }
  return secret
}

function decryptSegments(cipher: Cipher, key: Buffer, content: Buffer): Buffer {
  const opened = Buffer.alloc(content.length)
  const count = Buffer.alloc(4)
  for (let at = 0, segment = 0; at < content.length; at += segmentBytes, segment += 1) {
    count.writeUInt32LE(segment)
    const start = fitted(hash(cipher.hash, cipher.salt, count), cipher.blockBytes)
    decrypt(key, start, content.subarray(at, at + segmentBytes)).copy(opened, at)
  }
  return opened
}

function decrypt(key: Buffer, start: Buffer, secret: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false)
  const whole = secret.subarray(0, secret.length - (secret.length % 16))
  return Buffer.concat([cipher.update(whole), cipher.final()])
}

function hash(algorithm: string, ...parts: readonly Buffer[]): Buffer {
  const digest = createHash(algorithm)
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** Cut, or filled up with 0x36. */
function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])
}

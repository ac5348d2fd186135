import { createHash } from 'node:crypto'
import { biffRecords, biffTypes } from '../biffRecords'
import { rc4 } from '../crypto/rc4'
import { xorSecret } from '../crypto/xorBytes'
import { record, words } from './biff'

const salt = Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'hex')
const verifier = Buffer.from('102132435465768798a9bacbdcedfe0f', 'hex')
const plainTypes = [...biffTypes.beginnings, biffTypes.filePass, 0x00e1]

export type BiffCipher = 'xor' | 'rc4' | 'provider40' | 'provider128'

interface Sealing {
  filePass: Buffer
  /** One byte of a record, by its place in the stream. */
  seal(byte: number, at: number, record: { at: number; length: number }): number
}

/** A BIFF5 or BIFF8 stream as Excel encrypts it (MS-XLS 2.2.10): FILEPASS inserted, sheets moved on, records sealed. */
export function encryptBiff(stream: Buffer, cipher: BiffCipher, password: string): Buffer {
  const isOld = stream.readUInt16LE(4) < 0x0600
  const { filePass, seal } = cipher === 'xor' ? xorSealing(password, isOld) : rc4Sealing(cipher, password)
  const inserted = record(biffTypes.filePass, filePass)
  const first = 4 + stream.readUInt16LE(2)
  const sealed = Buffer.concat([stream.subarray(0, first), inserted, stream.subarray(first)])
  for (const found of [...biffRecords(sealed)]) {
    const { type, at, length } = found
    if (type === biffTypes.boundSheet) sealed.writeUInt32LE(sealed.readUInt32LE(at + 4) + inserted.length, at + 4)
    if (plainTypes.includes(type)) continue
    for (let place = at + (type === biffTypes.boundSheet ? 8 : 4); place < at + 4 + length; place += 1) {
      sealed[place] = seal(sealed[place] ?? 0, place, found)
    }
  }
  return sealed
}

function xorSealing(password: string, isOld: boolean): Sealing {
  const secret = xorSecret(Buffer.from(password, 'latin1'))
  if (!secret) throw new Error('such a password cannot be had in Excel')
  return {
    filePass: isOld ? words(secret.key, secret.verifier) : words(0, secret.key, secret.verifier),
    seal(byte, place, { length }) {
      const turned = ((byte >> 3) | (byte << 5)) & 0xff
      return turned ^ (secret.bytes[(place + length) % 16] ?? 0)
    },
  }
}

function rc4Sealing(cipher: Exclude<BiffCipher, 'xor'>, password: string): Sealing {
  const keyOf = cipher === 'rc4' ? rc4Key(password) : providerKey(password, cipher === 'provider40' ? 40 : 128)
  const seal = rc4(keyOf(0))
  const algorithm = cipher === 'rc4' ? 'md5' : 'sha1'
  const check = [seal(verifier), seal(createHash(algorithm).update(verifier).digest())]
  const streams = new Map<number, Buffer>()
  const keyStream = (block: number) => {
    const known = streams.get(block) ?? rc4(keyOf(block))(Buffer.alloc(1024))
    streams.set(block, known)
    return known
  }
  return {
    filePass: cipher === 'rc4' ? Buffer.concat([words(1, 1, 1), salt, ...check]) : providerPass(cipher, check),
    seal: (byte, place) => byte ^ (keyStream(Math.floor(place / 1024))[place % 1024] ?? 0),
  }
}

function rc4Key(password: string): (block: number) => Buffer {
  const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest()
  const short = md5(Buffer.from(password, 'utf16le')).subarray(0, 5)
  const seed = md5(Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([short, salt])))).subarray(0, 5)
  return (block) => md5(Buffer.concat([seed, number32(block)]))
}

function providerKey(password: string, bits: number): (block: number) => Buffer {
  const sha1 = (...parts: Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest()
  const seed = sha1(salt, Buffer.from(password, 'utf16le'))
  return (block) => Buffer.concat([sha1(seed, number32(block)).subarray(0, bits / 8), Buffer.alloc(11)]).subarray(0, 16)
}

function providerPass(cipher: 'provider40' | 'provider128', [sealed = salt, hash = salt]: Buffer[]): Buffer {
  const provider = Buffer.from('Microsoft Enhanced Cryptographic Provider v1.0\0', 'utf16le')
  const bits = cipher === 'provider40' ? 40 : 128
  const header = Buffer.concat([...[0x04, 0, 0x6801, 0x8004, bits, 1, 0, 0].map(number32), provider])
  return Buffer.concat([
    words(1, 2, 2), number32(0x04), number32(header.length), header, number32(16), salt, sealed, number32(20), hash,
  ])
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

import iconv from 'iconv-lite'
import { biffRecords, biffTypes, type BiffRecord } from '../biffRecords'
import { Refusal } from '../refusal'
import { rc4 } from './rc4'
import { rc4Keys, rc4ProviderKeys, type BlockKeys } from './rc4Keys'
import { tryPasswords } from './tryPasswords'
import { xorSecret } from './xorBytes'

const blockBytes = 1024
/** What is never encrypted: beginnings, FILEPASS, INTERFACEHDR and those of shared workbooks (MS-XLS 2.2.10). */
const plainTypes: readonly number[] = [...biffTypes.beginnings, biffTypes.filePass, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196]
/** A type no program knows, for the record that says the stream is encrypted. */
const unknownType = 0x0fff

/** What becomes of the bytes of a record that stand at a place of the stream. */
type Decrypt = (stream: Buffer) => (record: BiffRecord) => Buffer

/**
 * The stream of an .xls or .et file without its encryption; the same bytes where it has none. Throws Refusal
 * `password-needed`, `wrong-password`, `unknown-encryption` or `damaged`.
 */
export function openBiff(stream: Buffer, password: string | undefined): Buffer {
  const records = [...biffRecords(stream)]
  const filePass = records.find(({ type, isGlobal }) => type === biffTypes.filePass && isGlobal)
  if (!filePass) return stream
  const body = bodyOf(stream, filePass)
  const open = isOld(stream) ? openXor(body) : opening(body)
  const decrypt = tryPasswords(password, open)(stream)
  const opened = Buffer.from(stream)
  for (const record of records) {
    if (plainTypes.includes(record.type)) continue
    // A sheet's place in the stream stays readable.
    const plainBytes = record.type === biffTypes.boundSheet ? 4 : 0
    decrypt(record).subarray(plainBytes).copy(opened, record.at + 4 + plainBytes)
  }
  opened.writeUInt16LE(unknownType, filePass.at)
  return opened
}

/** BIFF5 and older; their FILEPASS does not say how the stream is encrypted, for there was one way. */
function isOld(stream: Buffer): boolean {
  return stream.readUInt16LE(0) !== 0x0809 || stream.readUInt16LE(4) < 0x0600
}

function bodyOf(stream: Buffer, { at, length }: BiffRecord): Buffer {
  return stream.subarray(at + 4, at + 4 + length)
}

function opening(filePass: Buffer): (password: string) => Decrypt | null {
  if (filePass.length < 6) throw new Refusal('damaged')
  if (filePass.readUInt16LE(0) === 0) return openXor(filePass.subarray(2))
  const major = filePass.readUInt16LE(2)
  const minor = filePass.readUInt16LE(4)
  if (major === 1 && minor === 1) return openRc4(rc4Keys(filePass.subarray(6)))
  if (major >= 2 && major <= 4 && minor === 2) return openRc4(rc4ProviderKeys(filePass.subarray(6)))
  throw new Refusal('unknown-encryption')
}

function openRc4(keysOf: BlockKeys): (password: string) => Decrypt | null {
  return (password) => {
    const key = keysOf(password)
    if (!key) return null
    return (stream) => {
      const whole = Buffer.alloc(stream.length)
      // The cipher runs on over headers and plain records too.
      for (let at = 0, block = 0; at < stream.length; at += blockBytes, block += 1) {
        rc4(key(block))(stream.subarray(at, at + blockBytes)).copy(whole, at)
      }
      return (record) => bodyOf(whole, record)
    }
  }
}

function openXor(filePass: Buffer): (password: string) => Decrypt | null {
  if (filePass.length < 4) throw new Refusal('damaged')
  const key = filePass.readUInt16LE(0)
  const verifier = filePass.readUInt16LE(2)
  return (password) => {
    const secret = xorSecret(iconv.encode(password, 'gbk'))
    if (!secret || secret.key !== key || secret.verifier !== verifier) return null
    const { bytes } = secret
    return (stream) => (record) => {
      const start = record.at + 4 + record.length
      return bodyOf(stream, record).map((byte, index) => {
        const mixed = byte ^ (bytes[(start + index) % 16] ?? 0)
        return ((mixed << 3) | (mixed >> 5)) & 0xff
      }) as Buffer
    }
  }
}

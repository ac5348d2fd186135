import { promisify } from 'node:util'
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib'

export interface ZipContent {
  name: string
  bytes: Buffer
}

const version = 20
const utf8Names = 0x0800
const deflated = 8

/** Bytes from which a part is packed a tenth less tightly, in a quarter of the time. */
const large = 4 * 1024 * 1024

/** Packs parts into a zip. All carry the instant given (ISO, UTC), so that equal content gives equal bytes. */
export function writeZip(parts: readonly ZipContent[], at: string): Buffer {
  return assemble(parts.map((part) => ({ ...part, packed: deflateRawSync(part.bytes) })), at)
}

/** The same beside the thread that asks for it; large parts are packed quickly rather than tightly. */
export async function packZip(parts: readonly ZipContent[], at: string): Promise<Buffer> {
  const deflate = promisify<Buffer, { level: number }, Buffer>(deflateRaw)
  return assemble(await Promise.all(parts.map(async (part) => ({ ...part, packed: await deflate(part.bytes, levelOf(part)) }))), at)
}

function levelOf({ bytes }: ZipContent): { level: number } {
  return { level: bytes.length > large ? 2 : 6 }
}

function assemble(parts: readonly (ZipContent & { packed: Buffer })[], at: string): Buffer {
  const [time, date] = dosTime(new Date(at))
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, packed } of parts) {
    const fileName = Buffer.from(name, 'utf8')
    const header = Buffer.alloc(26)
    header.writeUInt16LE(version, 0)
    header.writeUInt16LE(utf8Names, 2)
    header.writeUInt16LE(deflated, 4)
    header.writeUInt16LE(time, 6)
    header.writeUInt16LE(date, 8)
    header.writeUInt32LE(crc32(bytes), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(bytes.length, 18)
    header.writeUInt16LE(fileName.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    chunks.push(Buffer.from('PK\x03\x04', 'latin1'), header, fileName, packed)
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([version, 0]), header, place, fileName)
    offset += 4 + header.length + fileName.length + packed.length
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, directoryBytes, end])
}

function dosTime(at: Date): [time: number, date: number] {
  const year = Math.max(at.getUTCFullYear(), 1980)
  return [
    (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  ]
}

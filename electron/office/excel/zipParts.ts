import { crc32, inflateRawSync } from 'node:zlib'
import { fromBufferPromise, type Entry } from 'yauzl'
import { Refusal } from './refusal'

const megabyte = 1024 * 1024

/**
 * What a part may swell to. Measured: a sheet of nothing but zeros is packed 11:1 and one formatted down to its last
 * row 19:1, because every cell carries its own reference; a bomb of one repeated byte reaches 1000:1.
 */
export const zipLimits = {
  partBytes: 300 * megabyte,
  totalBytes: 600 * megabyte,
  ratio: 200,
  ratioFrom: 10 * megabyte,
} as const

export interface ZipPart {
  /** With forward slashes and no leading one. */
  name: string
  packedBytes: number
  /** What the directory says the part swells to. */
  declaredBytes: number
  /** Inflates and checks the part. Throws Refusal `expands`, `damaged` or `unknown-encryption`. */
  read(): Buffer
}

/** The parts of a zip by its central directory; nothing is inflated yet. Throws Refusal `damaged`. */
export async function openZip(bytes: Buffer): Promise<ZipPart[]> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false, autoClose: false })
    const parts: ZipPart[] = []
    for await (const entry of zip.eachEntry()) {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
      parts.push({
        name: partName(entry),
        packedBytes: entry.compressedSize,
        declaredBytes: entry.uncompressedSize,
        read: () => inflate(bytes, entry, fileDataStart),
      })
    }
    return parts
  } catch (cause) {
    throw new Refusal('damaged', cause)
  }
}

function partName(entry: Entry): string {
  return Buffer.from(entry.fileNameRaw).toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')
}

/** Checks declared sizes before anything is inflated. Throws Refusal `expands`. */
export function refuseSwelling(parts: readonly ZipPart[]): void {
  let total = 0
  for (const { declaredBytes, packedBytes } of parts) {
    total += declaredBytes
    const ratio = declaredBytes / Math.max(packedBytes, 1)
    if (declaredBytes > zipLimits.partBytes) throw new Refusal('expands')
    if (declaredBytes > zipLimits.ratioFrom && ratio > zipLimits.ratio) throw new Refusal('expands')
  }
  if (total > zipLimits.totalBytes) throw new Refusal('expands')
}

function inflate(bytes: Buffer, entry: Entry, dataStart: number): Buffer {
  // A password of the archive, not of the workbook in it.
  if (entry.isEncrypted()) throw new Refusal('unknown-encryption')
  const packed = bytes.subarray(dataStart, dataStart + entry.compressedSize)
  if (packed.length < entry.compressedSize) throw new Refusal('damaged')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Refusal('damaged')
  const part = entry.compressionMethod === 0 ? packed : inflatePart(packed, entry.uncompressedSize)
  if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32) throw new Refusal('damaged')
  return part
}

/**
 * Inflates to at most the declared size, so that a directory that lies about it cannot fill the memory. Throws Refusal
 * `expands` or `damaged`.
 */
export function inflatePart(packed: Buffer, declaredBytes: number): Buffer {
  if (declaredBytes === 0) return Buffer.alloc(0)
  try {
    return inflateRawSync(packed, { maxOutputLength: declaredBytes })
  } catch (cause) {
    throw new Refusal(swells(cause) && bursts(packed) ? 'expands' : 'damaged', cause)
  }
}

/** Whether a part that outgrew its declared size also outgrows what is allowed: then it lied, else it is broken. */
function bursts(packed: Buffer): boolean {
  const allowed = Math.min(zipLimits.partBytes, Math.max(zipLimits.ratioFrom, packed.length * zipLimits.ratio))
  try {
    inflateRawSync(packed, { maxOutputLength: allowed })
    return false
  } catch (cause) {
    return swells(cause)
  }
}

function swells(cause: unknown): boolean {
  return cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
}

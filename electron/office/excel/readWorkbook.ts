import { OfficeError } from '../officeError'
import { decodeText } from './decodeText'
import { isOtherDocument } from './otherDocument'
import { plainSheets } from './plainSheets'
import { readCsv } from './readCsv'
import { readMarkup } from './readMarkup'
import { readBiff, readOle } from './readOle'
import { readZip } from './readZip'
import { Refusal } from './refusal'
import type { PlainWorkbook } from './sheet'

/** Largest file that is read, in bytes. */
export const largestFile = 60 * 1024 * 1024

/**
 * Turns the bytes of any spreadsheet file into plain values: xlsx, xlsm, xlsb, xls, ods, SpreadsheetML 2003, HTML
 * tables named .xls, and separated text. The bytes decide what it is, never the extension of `name`.
 *
 * Throws OfficeError `unreadable-file` with `reason` empty, not-a-workbook, other-document, damaged or encrypted, or
 * `too-large` with `reason` bytes (and `limit` in bytes) or expands (a compressed part swells beyond measure); both
 * with `file`, the name given.
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<PlainWorkbook> {
  try {
    return await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    throw refusalFor(name, error)
  }
}

async function read(bytes: Buffer): Promise<PlainWorkbook> {
  if (bytes.length === 0) throw new Refusal('empty')
  if (bytes.length > largestFile) throw new Refusal('bytes')
  if (startsWith(bytes, [0x50, 0x4b])) {
    const { kind, workbook, ods } = await readZip(bytes)
    return { kind, sheets: plainSheets(workbook, { errorsAreText: kind === 'ods', ...ods }) }
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'xls', sheets: plainSheets(readOle(bytes)) }
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) {
    return { kind: 'xls', sheets: plainSheets(readBiff(bytes)) }
  }
  if (isOtherDocument(bytes)) throw new Refusal('other-document')
  return readText(bytes)
}

function readText(bytes: Buffer): PlainWorkbook {
  const text = decodeText(bytes)
  if (text === null) throw new Refusal('not-a-workbook')
  if (text.trim() === '') throw new Refusal('empty')
  if (text.trimStart().startsWith('<')) {
    const { kind, workbook } = readMarkup(text)
    return { kind, sheets: plainSheets(workbook) }
  }
  const sheet = readCsv(text)
  if (sheet === null) throw new Refusal('not-a-workbook')
  return { kind: 'csv', sheets: [sheet] }
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Whatever a parser throws at strange bytes is damage to the person who chose the file, and never a crash. */
function refusalFor(file: string, error: unknown): OfficeError {
  const reason = error instanceof Refusal ? error.reason : 'damaged'
  if (reason === 'bytes') return new OfficeError('too-large', { file, reason, limit: largestFile })
  if (reason === 'expands') return new OfficeError('too-large', { file, reason })
  return new OfficeError('unreadable-file', { file, reason })
}

import type { WorkBook } from '@e965/xlsx'
import { OfficeError } from '../officeError'
import { decodeText } from './decodeText'
import type { OdsExtras } from './odsContent'
import { isOtherDocument } from './otherDocument'
import { plainSheets } from './plainSheets'
import { readCsv } from './readCsv'
import { readMarkup } from './readMarkup'
import { readBiff, readOle } from './readOle'
import { readZip } from './readZip'
import { Refusal } from './refusal'
import type { PlainWorkbook, WorkbookKind } from './sheet'

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
  const head = bytes.subarray(0, 4).toString('latin1')
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(head)) return plainWorkbook(await readZip(bytes))
  if (head === '\xd0\xcf\x11\xe0') return { kind: 'xls', sheets: plainSheets(readOle(bytes)) }
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
  if (text.trimStart().startsWith('<')) return plainWorkbook(readMarkup(text))
  const sheet = readCsv(text)
  if (sheet === null) throw new Refusal('not-a-workbook')
  return { kind: 'csv', sheets: [sheet] }
}

interface ReadWorkbook {
  kind: WorkbookKind
  workbook: WorkBook
  ods: OdsExtras | null
}

function plainWorkbook({ kind, workbook, ods }: ReadWorkbook): PlainWorkbook {
  return { kind, sheets: plainSheets(workbook, { errorsAreText: ods !== null, ...ods }) }
}

/** Whatever a parser throws at strange bytes is damage to the person who chose the file, and never a crash. */
function refusalFor(file: string, error: unknown): OfficeError {
  const reason = error instanceof Refusal ? error.reason : 'damaged'
  const refusal =
    reason === 'bytes' || reason === 'expands'
      ? new OfficeError('too-large', { file, reason, ...(reason === 'bytes' ? { limit: largestFile } : {}) })
      : new OfficeError('unreadable-file', { file, reason })
  refusal.cause = error
  return refusal
}

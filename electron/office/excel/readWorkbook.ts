import type { WorkBook } from '@e965/xlsx'
import { OfficeError } from '../officeError'
import { refuseOverfull } from './cellLimits'
import { decodeText } from './decodeText'
import { largestFile, largestFileText } from './largestFile'
import type { OdsExtras } from './odsContent'
import { isLockedBySoftware, otherDocument } from './otherDocument'
import { plainSheets } from './plainSheets'
import { readCsv } from './readCsv'
import { isDbf, readDbf } from './readDbf'
import { readExchange } from './readExchange'
import { readMarkup } from './readMarkup'
import { readBiff, readOle } from './readOle'
import { isWebArchive, readWebArchive } from './readWebArchive'
import { readZip } from './readZip'
import { Refusal, refuseDocument } from './refusal'
import { loadCodePages } from './sheetJs'
import type { PlainWorkbook, WorkbookKind } from './sheet'

/**
 * Turns the bytes of any spreadsheet file into plain values: xlsx, xlsm, xlsb, xls, ods, SpreadsheetML 2003, HTML
 * tables named .xls, and separated text. The bytes decide what it is, never the extension of `name`. `password` is
 * tried on a file that is encrypted.
 *
 * Throws OfficeError `unreadable-file` with `reason` empty, not-a-workbook, other-document, damaged, password-needed,
 * unknown-encryption or rights-managed; `wrong-password` with `reason` file; or `too-large` with `reason` bytes (and
 * `limit` as text) or expands (a compressed part swells beyond measure); all with `file`, the name given.
 */
export async function readWorkbook(name: string, bytes: Uint8Array, password?: string): Promise<PlainWorkbook> {
  try {
    const workbook = await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), password)
    refuseOverfull(workbook.sheets)
    return workbook
  } catch (error) {
    throw refusalFor(name, error)
  }
}

async function read(bytes: Buffer, password: string | undefined): Promise<PlainWorkbook> {
  if (bytes.length === 0) throw new Refusal('empty')
  if (bytes.length > largestFile) throw new Refusal('bytes')
  const head = bytes.subarray(0, 4).toString('latin1')
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(head)) return plainWorkbook(await readZip(bytes, password))
  if (head === '\xd0\xcf\x11\xe0') {
    await loadCodePages()
    const content = readOle(bytes, password)
    if ('zip' in content) return plainWorkbook(await readZip(content.zip, password))
    return { kind: 'xls', sheets: plainSheets(content.workbook) }
  }
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) {
    await loadCodePages()
    return { kind: 'xls', sheets: plainSheets(readBiff(bytes, password)) }
  }
  const other = otherDocument(bytes)
  if (other !== null) refuseDocument(other === 'other' ? undefined : other)
  if (isLockedBySoftware(bytes)) throw new Refusal('locked-by-software')
  if (isDbf(bytes)) return { kind: 'dbf', sheets: [readDbf(bytes)] }
  return await readText(bytes)
}

async function readText(bytes: Buffer): Promise<PlainWorkbook> {
  const text = decodeText(bytes)
  if (text === null) throw new Refusal('not-a-workbook')
  if (text.trim() === '') throw new Refusal('empty')
  const isArchive = isWebArchive(text)
  if (isArchive || text.trimStart().startsWith('<')) {
    await loadCodePages()
    return plainWorkbook(readMarkup(isArchive ? readWebArchive(bytes) : text))
  }
  const exchange = readExchange(text)
  if (exchange !== null) return exchange
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
  const refusal = coded(file, error instanceof Refusal ? error : new Refusal('damaged', error))
  refusal.cause = error
  return refusal
}

function coded(file: string, { reason, kind }: Refusal): OfficeError {
  switch (reason) {
    case 'bytes':
      return new OfficeError('too-large', { file, reason, limit: largestFileText })
    case 'expands':
      return new OfficeError('too-large', { file, reason })
    case 'wrong-password':
      return new OfficeError('wrong-password', { file, reason: 'file' })
    default:
      return new OfficeError('unreadable-file', { file, reason, ...(kind ? { kind } : {}) })
  }
}

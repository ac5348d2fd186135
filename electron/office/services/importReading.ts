import { createHash } from 'node:crypto'
import type { CorrectedCell, Correction } from '../../../shared/contract/correction'
import type { FileReading } from '../../../shared/contract/fileReading'
import type { Failure } from '../../../shared/contract/reply'
import { correctCells } from '../import/correctCells'
import { headerAt } from '../import/headerAt'
import { readLedger, type LedgerReading } from '../import/readLedger'
import type { PlainSheet } from '../excel/sheet'
import type { ReadingWords } from '../import/readingWords'
import type { KnownUnit, UnitIndex } from '../import/unitIndex'
import { withoutReturn } from '../import/withoutReturn'
import { OfficeError } from '../officeError'
import type { Readers } from '../reader/createReaders'
import { firstRows, type FileLook } from './fileLook'
import { rememberedAs, type RememberedTable } from './rememberedTables'

export interface ReadFileInput {
  fileId: string
  name: string
  bytes: Uint8Array
  password: string | undefined
  signal: AbortSignal
  readers: Readers
  units: UnitIndex
  /** Of this ledger; null while it never sent a form out. */
  ledgerId: string | null
  today: string
  /** The words of closed lists as the district says them, and spellings that were explained. */
  own: ReadingWords
  /** Cells to be read otherwise than they stand in the file. */
  corrections: readonly Correction[]
  /** What had been found at such a cell. */
  foundAt(cell: Correction): CorrectedCell['found']
  /** What people said of the tables of a unit, or of files that name none. */
  answersOf(unit: KnownUnit | null): Promise<RememberedTable[]>
  /** Whether these very bytes were committed before. */
  importedBefore(sha256: string): Promise<boolean>
}

export interface FileRead {
  summary: FileReading
  /** Null when nothing of the file can be imported. */
  reading: LedgerReading | null
  /** Visible ones, as they were read. */
  sheets: readonly PlainSheet[]
  /** Null when the file could not be opened. */
  look: FileLook | null
}

/**
 * Reads one file's bytes. What people said of tables like its own is taken for them; whose tables it holds is what the
 * file says without that. A file nobody can read is a reading in state `unreadable`: the others go on.
 */
export async function readImportFile(input: ReadFileInput): Promise<FileRead> {
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  const base = { fileId: input.fileId, name: input.name, sha256, bytes: input.bytes.byteLength }
  try {
    const { name, bytes, password, signal, units, today, ledgerId, own } = input
    const opened = withoutReturn(await input.readers.read({ name, bytes, ...(password === undefined ? {} : { password }) }, signal))
    const { sheets, corrected, misplaced } = correctCells(opened.sheets, input.corrections)
    if (misplaced.length > 0) throw new OfficeError('not-found', { reason: 'missing' })
    const workbook = { ...opened, sheets }
    const plain = readLedger(name, workbook, units, today, { ledgerId, own })
    const answers = await input.answersOf(plain.unit)
    const known = new Set(plain.sheets.map(({ fingerprint }) => fingerprint))
    const concerned = answers.some(({ pointed, fingerprint }) => pointed || known.has(fingerprint))
    const reading = concerned ? readLedger(name, workbook, units, today, { ledgerId, own, answers }) : plain
    const repeated = reading.form?.ours === true && (await input.importedBefore(sha256))
    const visible = sheets.filter(({ hidden }) => !hidden)
    const told = corrected.map((cell) => ({ ...cell, header: headerAt(reading.sheets, cell), found: input.foundAt(cell) }))
    return {
      summary: { ...base, ...summary(name, reading, { repeated, answers, corrected: told }) },
      reading: reading.form?.ours ? reading : null,
      sheets: visible,
      look: { unit: plain.unit, sheets: visible.map(firstRows) },
    }
  } catch (error) {
    if (!(error instanceof OfficeError) || error.code === 'cancelled' || error.code === 'not-found') throw error
    return { summary: { ...base, ...unreadable(error.toFailure()) }, reading: null, sheets: [], look: null }
  }
}

type Summary = Omit<FileReading, 'fileId' | 'name' | 'sha256' | 'bytes'>

interface ReadOtherwise {
  repeated: boolean
  answers: readonly RememberedTable[]
  corrected: CorrectedCell[]
}

function summary(file: string, reading: LedgerReading, { repeated, answers, corrected }: ReadOtherwise): Summary {
  const rows = [...reading.rows, ...reading.tables.flatMap((table) => table.rows)]
  const problems = [...reading.problems, ...rows.flatMap((row) => row.problems)]
  // An organisation, like an enterprise, has to belong to somebody; the other forms speak of what is known already.
  const placed = [...reading.rows, ...reading.tables.flatMap((table) => (table.form === 'F03' ? table.rows : []))]
  const needsUnit = placed.some((row) => row.unit === null)
  const asksColumns = reading.sheets.some(({ columns }) => columns.some(({ question }) => question !== null))
  return {
    state: !reading.form?.ours ? 'other' : needsUnit ? 'confirm' : repeated ? 'repeated' : asksColumns ? 'confirm' : 'ready',
    asks: [...(needsUnit ? ['unit' as const] : []), ...(asksColumns ? ['columns' as const] : [])],
    form: reading.form?.id ?? null,
    formTitle: reading.form?.title ?? null,
    unit: reading.unit?.name ?? null,
    units: [...new Set(rows.flatMap((row) => row.unit?.name ?? []))],
    unknownUnits: reading.unknownUnits,
    filledOn: reading.filledOn,
    issuedOn: reading.issued?.issuedOn ?? null,
    sheets: reading.sheets.map(({ answered, ...sheet }) => ({ ...sheet, remembered: answered ? rememberedAs(sheet.fingerprint, answers) : null })),
    rows: rows.length,
    errors: problems.filter((problem) => problem.level === 'error').length,
    warnings: problems.filter((problem) => problem.level === 'warning').length,
    notices: problems.filter((problem) => problem.level === 'notice').length,
    corrected,
    failure: reading.form?.ours
      ? null
      : { code: 'unreadable-file', details: { file, reason: 'other-form', form: reading.form?.title ?? null } },
  }
}

function unreadable(failure: Failure): Summary {
  return {
    state: 'unreadable', asks: [], form: null, formTitle: null, unit: null, units: [], unknownUnits: [], filledOn: null, issuedOn: null, sheets: [],
    rows: 0, errors: 0, warnings: 0, notices: 0, corrected: [], failure,
  }
}

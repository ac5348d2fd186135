import { createHash } from 'node:crypto'
import type { FileReading } from '../../../shared/contract/import'
import type { Failure } from '../../../shared/contract/reply'
import type { OwnWords } from '../../../shared/domain/ownWords'
import { readLedger, type LedgerReading } from '../import/readLedger'
import type { UnitIndex } from '../import/unitIndex'
import { OfficeError } from '../officeError'
import type { Readers } from '../reader/createReaders'

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
  /** What the district calls the words of closed lists. */
  own: OwnWords
  /** Whether these very bytes were committed before. */
  importedBefore(sha256: string): Promise<boolean>
}

/** Reads one file's bytes. A file nobody can read is a reading in state `unreadable`: the others go on. */
export async function readImportFile(input: ReadFileInput): Promise<{ summary: FileReading; reading: LedgerReading | null }> {
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  const base = { fileId: input.fileId, name: input.name, sha256, bytes: input.bytes.byteLength }
  try {
    const { name, bytes, password, signal, ledgerId, own } = input
    const workbook = await input.readers.read({ name, bytes, ...(password === undefined ? {} : { password }) }, signal)
    const reading = readLedger(input.name, workbook, input.units, input.today, { ledgerId, own })
    const repeated = reading.form?.ours === true && (await input.importedBefore(sha256))
    return { summary: { ...base, ...summary(input.name, reading, repeated) }, reading: reading.form?.ours ? reading : null }
  } catch (error) {
    if (!(error instanceof OfficeError) || error.code === 'cancelled') throw error
    return { summary: { ...base, ...unreadable(error.toFailure()) }, reading: null }
  }
}

type Summary = Omit<FileReading, 'fileId' | 'name' | 'sha256' | 'bytes'>

function summary(file: string, reading: LedgerReading, repeated: boolean): Summary {
  const rows = [...reading.rows, ...reading.tables.flatMap((table) => table.rows)]
  const problems = [...reading.problems, ...rows.flatMap((row) => row.problems)]
  // An organisation, like an enterprise, has to belong to somebody; the other forms speak of what is known already.
  const placed = [...reading.rows, ...reading.tables.flatMap((table) => (table.form === 'F03' ? table.rows : []))]
  const needsUnit = placed.some((row) => row.unit === null)
  return {
    state: !reading.form?.ours ? 'other' : needsUnit ? 'confirm' : repeated ? 'repeated' : 'ready',
    form: reading.form?.id ?? null,
    formTitle: reading.form?.title ?? null,
    unit: reading.unit?.name ?? null,
    units: [...new Set(rows.flatMap((row) => row.unit?.name ?? []))],
    unknownUnits: reading.unknownUnits,
    filledOn: reading.filledOn,
    issuedOn: reading.issued?.issuedOn ?? null,
    sheets: reading.sheets,
    rows: rows.length,
    errors: problems.filter((problem) => problem.level === 'error').length,
    warnings: problems.filter((problem) => problem.level === 'warning').length,
    notices: problems.filter((problem) => problem.level === 'notice').length,
    failure: reading.form?.ours
      ? null
      : { code: 'unreadable-file', details: { file, reason: 'other-form', form: reading.form?.title ?? null } },
  }
}

function unreadable(failure: Failure): Summary {
  return {
    state: 'unreadable', form: null, formTitle: null, unit: null, units: [], unknownUnits: [], filledOn: null, issuedOn: null, sheets: [],
    rows: 0, errors: 0, warnings: 0, notices: 0, failure,
  }
}

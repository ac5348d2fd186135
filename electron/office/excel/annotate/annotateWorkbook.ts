import { isDeepStrictEqual } from 'node:util'
import { OfficeError } from '../../officeError'
import { readOle } from '../readOle'
import { readWorkbook } from '../readWorkbook'
import { Refusal } from '../refusal'
import type { PlainSheet, PlainWorkbook } from '../sheet'
import { writeWorkbook } from '../writeWorkbook'
import { annotateXlsx, isCover } from './annotateXlsx'
import { CannotAnnotate } from './cannotAnnotate'
import { plainCopy } from './plainCopy'
import { resultColumn } from './resultColumn'
import type { WorkbookNotes } from './workbookNotes'

export interface AnnotatedWorkbook {
  bytes: Uint8Array
  extension: 'xlsx' | 'xlsm'
  /** The sender's own workbook; else a plain one with its cells. */
  kept: boolean
}

/**
 * A stranger's file with notes beside its rows and on its cells. An .xlsx or .xlsm stays the sender's workbook; of any
 * other format, and where the package is one that is not edited, the cells are written into a plain .xlsx. A protected
 * file is answered without its protection. Throws what `readWorkbook` throws.
 */
export async function annotateWorkbook(name: string, bytes: Uint8Array, password: string | undefined, notes: WorkbookNotes): Promise<AnnotatedWorkbook> {
  const plain = await readWorkbook(name, bytes, password)
  const zip = packageOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), password)
  const kept = zip && (await annotated(name, zip, plain, notes))
  return kept ?? { bytes: await annotatedCopy(name, plain, notes), extension: 'xlsx', kept: false }
}

/** The zip of a package, also of one that is encrypted; null for every other format. */
function packageOf(bytes: Buffer, password: string | undefined): Buffer | null {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return bytes
  if (bytes.readUInt32BE(0) !== 0xd0cf11e0) return null
  try {
    const content = readOle(bytes, password)
    return 'zip' in content ? content.zip : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function annotated(name: string, zip: Buffer, plain: PlainWorkbook, notes: WorkbookNotes): Promise<AnnotatedWorkbook | null> {
  try {
    const { bytes, macros } = await annotateXlsx(zip, plain, notes)
    if (!saysTheSame(plain, await readWorkbook(name, bytes), notes)) return null
    return { bytes, extension: macros ? 'xlsm' : 'xlsx', kept: true }
  } catch (error) {
    if (error instanceof CannotAnnotate || error instanceof Refusal || error instanceof OfficeError) return null
    throw error
  }
}

async function annotatedCopy(name: string, plain: PlainWorkbook, notes: WorkbookNotes): Promise<Uint8Array> {
  const { spec, names } = plainCopy(plain, notes)
  const renamed = new Map(plain.sheets.map((sheet, i) => [sheet.name, names[i] ?? sheet.name]))
  const tables = notes.tables.map((table) => ({ ...table, sheet: renamed.get(table.sheet) ?? table.sheet }))
  const written = Buffer.from(await writeWorkbook(spec))
  const { bytes } = await annotateXlsx(written, await readWorkbook(name, written), { ...notes, tables })
  return bytes
}

/** Nothing but the notes may differ: a package that was cut in the wrong place would say something else, or nothing. */
function saysTheSame(before: PlainWorkbook, after: PlainWorkbook, notes: WorkbookNotes): boolean {
  const [own, others] = [before, after].map(({ sheets }) => sheets.filter((sheet) => !isCover(sheet, notes)))
  if (!own || !others || own.length !== others.length) return false
  return own.every((sheet, i) => {
    const tables = notes.tables.filter((table) => table.sheet === sheet.name)
    const column = tables.length === 0 ? null : resultColumn(sheet, notes.resultHeader, tables).column
    const [mine, theirs] = [sheet, others[i]].map((one) => one && without(one, column))
    return isDeepStrictEqual(mine, theirs)
  })
}

function without({ rows }: PlainSheet, column: number | null): readonly unknown[] {
  if (column === null) return rows
  const left = rows.map((row) => {
    const cells = [...row.slice(0, column), ...(column < row.length ? [null] : []), ...row.slice(column + 1)]
    while (cells.length > 0 && (cells.at(-1) ?? null) === null) cells.pop()
    return cells
  })
  while (left.length > 0 && left.at(-1)?.length === 0) left.pop()
  return left
}

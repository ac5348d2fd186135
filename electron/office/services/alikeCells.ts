import type { CellPlace } from '../../../shared/contract/finding'
import type { TakenForm } from '../../../shared/contract/mapping'
import { columnLetters } from '../excel/columnLetters'
import { columnIndex } from '../excel/columnIndex'
import { cellText } from '../import/findTable'
import { formFields, isReadForm } from '../import/forms/formFields'
import { columnAt } from '../import/headerAt'
import { fieldKind, isImportField, type FieldKind } from '../import/importField'
import type { LedgerSheet } from '../import/readLedger'
import { domainOfKind, type ExplainedDomain } from '../import/wordDomains'
import { shownCell } from '../import/shownCell'
import type { StoredReading } from './storedReading'

export interface AlikeCells {
  text: string
  header: string
  /** The closed list of the column. */
  domain: ExplainedDomain | null
  cells: CellPlace[]
}

/** A column of a table, between two rows as the spreadsheet shows them. */
interface Stretch {
  reading: StoredReading
  sheet: string
  column: string
  from: number
  to: number
}

/**
 * The cells that say what one cell says: in the column of its table, or in every column of the files that is taken for
 * the same field of the same form. Null where there is no such cell.
 */
export function alikeCells(readings: readonly StoredReading[], cell: CellPlace, everywhere: boolean): AlikeCells | null {
  const own = readings.find(({ fileId }) => fileId === cell.fileId)
  const sheet = own?.sheets.find(({ name }) => name === cell.sheet)
  if (!own || !sheet || cell.row > sheet.rows.length) return null
  const text = shownCell(sheet, cell)
  const column = columnAt(own.reading.sheets, cell)
  const stretches = everywhere && column?.field ? readings.flatMap((reading) => sameField(reading, own, cell)) : ownColumn(own, cell)
  const form = tableOf(own, cell)?.form ?? null
  const domain = form && column?.field ? domainOfKind(kindOf(form, column.field)) : null
  return { text, header: column?.header ?? '', domain, cells: stretches.flatMap((stretch) => saying(stretch, text)) }
}

/** The table a cell stands in. */
function tableOf({ reading }: StoredReading, { sheet, row }: CellPlace): LedgerSheet | undefined {
  return reading.sheets.filter(({ name, headerRow }) => name === sheet && headerRow !== null && headerRow <= row).at(-1)
}

function kindOf(form: TakenForm, field: string): FieldKind {
  if (isReadForm(form)) return formFields(form).kindOf(field)
  return isImportField(field) ? fieldKind(field) : { type: 'text', max: 0 }
}

function ownColumn(reading: StoredReading, { sheet, row, column }: CellPlace): Stretch[] {
  const headers = headerRows(reading, sheet)
  const from = headers.filter((header) => header <= row).at(-1) ?? 0
  return [{ reading, sheet, column, from: from + 1, to: (headers.find((header) => header > row) ?? Infinity) - 1 }]
}

function sameField(reading: StoredReading, own: StoredReading, cell: CellPlace): Stretch[] {
  const form = tableOf(own, cell)?.form
  const field = columnAt(own.reading.sheets, cell)?.field
  return reading.reading.sheets.flatMap(({ name, headerRow, form: other, columns }) => {
    if (headerRow === null || other !== form) return []
    const to = (headerRows(reading, name).find((header) => header > headerRow) ?? Infinity) - 1
    return columns.filter((one) => one.field === field).map(({ column }) => ({ reading, sheet: name, column, from: headerRow + 1, to }))
  })
}

function headerRows({ reading }: StoredReading, sheet: string): number[] {
  return reading.sheets.flatMap(({ name, headerRow }) => (name === sheet && headerRow !== null ? [headerRow] : []))
}

function saying({ reading: { fileId, sheets }, sheet, column, from, to }: Stretch, text: string): CellPlace[] {
  const index = columnIndex(column)
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? []
  return rows.flatMap((cells, r) => {
    const isWithin = r + 1 >= from && r + 1 <= to && cells.length > 0
    return isWithin && cellText(cells[index]).trim() === text ? [{ fileId, sheet, row: r + 1, column: columnLetters(index) }] : []
  })
}

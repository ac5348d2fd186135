import type { LedgerSheet } from './readLedger'

type CellPlace = { sheet: string; row: number; column: string }
type SheetColumns = Pick<LedgerSheet, 'name' | 'headerRow' | 'columns'>

/** The column of a table a cell of a sheet stands in; of several tables, the last that begins above it. */
export function columnAt(sheets: readonly SheetColumns[], { sheet, row, column }: CellPlace): LedgerSheet['columns'][number] | null {
  const above = sheets.filter(({ name, headerRow }) => name === sheet && headerRow !== null && headerRow <= row)
  return above.at(-1)?.columns.find((one) => one.column === column) ?? null
}

/** What the sheet calls the column of a cell; "" where it stands in none. */
export function headerAt(sheets: readonly SheetColumns[], place: CellPlace): string {
  return columnAt(sheets, place)?.header ?? ''
}

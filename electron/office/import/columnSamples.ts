import type { PlainSheet } from '../excel/sheet'
import type { ColumnSamples } from './claimColumns'
import { cellText, type FoundTable } from './findTable'

/** Texts of the first data cells of each column of a table. */
export function columnSamples(sheet: PlainSheet, table: FoundTable): ColumnSamples {
  const rows = sheet.rows.slice(table.headerBottom + 1, Math.min(table.end, table.headerBottom + 201))
  return (index) => rows.map((row) => cellText(row[index]).trim()).filter((text) => text !== '')
}

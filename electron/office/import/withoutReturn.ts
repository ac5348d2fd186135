import type { PlainCell, PlainSheet, PlainWorkbook } from '../excel/sheet'
import { coverTitle, resultHeader } from '../forms/return/returnWords'

/** A header is looked for among this many rows from the top. */
const searchedRows = 60
/** Other cells a row with the header of the results must have to be the header of a table. */
const leastHeaders = 2

/**
 * A workbook without what was written into it when it was sent back (退回工作簿): the sheet 校验说明 goes, the column
 * 校验结果 is blank. It is no data, and nobody asks the sender to take it out.
 */
export function withoutReturn({ kind, sheets }: PlainWorkbook): PlainWorkbook {
  return { kind, sheets: sheets.filter(({ rows }) => rows[0]?.[0] !== coverTitle).map(withoutResults) }
}

function withoutResults(sheet: PlainSheet): PlainSheet {
  const header = sheet.rows.slice(0, searchedRows).findIndex((row) => row.some(isResultHeader) && filled(row) > leastHeaders)
  if (header < 0) return sheet
  const column = (sheet.rows[header] ?? []).findIndex(isResultHeader)
  const rows = sheet.rows.map((row, r) => (r < header || (row[column] ?? null) === null ? row : withoutCell(row, column)))
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  return { ...sheet, rows, merges: sheet.merges.filter(({ top, left, right }) => top < header || left !== column || right !== column) }
}

function isResultHeader(cell: PlainCell): boolean {
  return typeof cell === 'string' && cell.trim() === resultHeader
}

function filled(row: readonly PlainCell[]): number {
  return row.filter((cell) => cell !== null).length
}

function withoutCell(row: readonly PlainCell[], column: number): PlainCell[] {
  const cells = row.map((cell, c) => (c === column ? null : cell))
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  return cells
}

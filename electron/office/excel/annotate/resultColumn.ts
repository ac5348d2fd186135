import type { PlainSheet } from '../sheet'
import type { TableNotes } from './workbookNotes'

/** Where the results of a sheet's tables stand: one column for all of them, so that none runs through another. */
export interface ResultColumn {
  column: number
  /** Rows something of an earlier return stands in. */
  old: readonly number[]
}

/** Behind the last used column of the tables, or where an earlier return put it. */
export function resultColumn(sheet: PlainSheet, header: string, tables: readonly TableNotes[]): ResultColumn {
  const heads = tables.map((table) => table.header)
  for (const head of heads) {
    const column = (sheet.rows[head] ?? []).indexOf(header)
    if (column < 0) continue
    return { column, old: sheet.rows.flatMap((row, r) => (r >= head && (row[column] ?? null) !== null ? [r] : [])) }
  }
  const first = Math.min(...heads)
  const widths = sheet.rows.slice(first).map((row) => row.length)
  const merged = sheet.merges.filter(({ bottom }) => bottom >= first).map(({ right }) => right + 1)
  return { column: [...widths, ...merged].reduce((most, width) => Math.max(most, width), 0), old: [] }
}

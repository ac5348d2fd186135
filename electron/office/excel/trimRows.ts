import type { PlainCell } from './sheet'

/** Cuts blank cells off the ends of rows and blank rows off the end of a sheet, in place. */
export function trimRows(rows: PlainCell[][]): PlainCell[][] {
  for (const row of rows) {
    while (row.length > 0 && (row.at(-1) ?? null) === null) row.pop()
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  return rows
}

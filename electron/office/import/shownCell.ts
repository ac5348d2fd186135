import { columnIndex } from '../excel/columnIndex'
import type { PlainSheet } from '../excel/sheet'
import { cellText } from './findTable'

/** What a cell of a sheet says; one that a merge covers says what stands over the merge. */
export function shownCell(sheet: PlainSheet, { row, column }: { row: number; column: string }): string {
  const [r, c] = [row - 1, columnIndex(column)]
  const own = sheet.rows[r]?.[c]
  if (own !== null && own !== undefined) return cellText(own).trim()
  const merge = sheet.merges.find(({ top, bottom, left, right }) => top <= r && r <= bottom && left <= c && c <= right)
  return merge ? cellText(sheet.rows[merge.top]?.[merge.left]).trim() : ''
}

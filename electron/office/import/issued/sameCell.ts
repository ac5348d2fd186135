import type { PlainCell } from '../../excel/sheet'
import { trimmed } from '../../text/plainText'

/**
 * Whether a cell still says what was issued. Programs store a text as a number or a date as a text when they save under
 * another format; blanks around a text say nothing.
 */
export function sameCell(a: PlainCell | undefined, b: PlainCell | undefined): boolean {
  return said(a) === said(b)
}

function said(cell: PlainCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error
  return typeof cell === 'string' ? trimmed(cell) : String(cell)
}

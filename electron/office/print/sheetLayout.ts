import type { RowSpec, SheetSpec } from '../excel/workbookSpec'
import { columnRuns, type ColumnRun } from './columnRuns'
import { pageBox, type PageBox, type PaperLayout } from './paper'

/** How a sheet lies on paper. Rows are numbered as in the sheet; ends are not included. */
export interface SheetLayout {
  box: PageBox
  runs: readonly ColumnRun[]
  /** Of text and rows: 1 is as on the screen. */
  scale: number
  /** Of words outside the table's lines, which a hand must find and sign beside. */
  frameScale: number
  /** Printed once: title and line of three. */
  above: RowRange
  /** Repeated on every page. */
  head: RowRange
  body: RowRange
  /** The end of the body, which stays together: last row, sums, notes, signatures. */
  tail: RowRange
}

export type RowRange = readonly [from: number, to: number]

/** A character of a column's width, 8 pixels at 96 to the inch, in millimetres. */
const characterWidth = (8 * 25.4) / 96
const smallestFrame = 0.85
/** Rows of the table that stay with what stands below it, and rows that may stand there. */
const [kept, longestTail] = [1, 12]

/** On other paper than the sheet is made for everything grows or shrinks with the width. */
export function sheetLayout(sheet: SheetSpec, layout: PaperLayout): SheetLayout {
  const { print, rows, columnWidths } = sheet
  const box = pageBox(layout, print ?? {})
  const runs = columnRuns(sheet)
  const room = box.width - box.margins.left - box.margins.right
  const widest = Math.max(...runs.map((run) => run.reduce((sum, column) => sum + (columnWidths[column] ?? 0), 0)), 1) * characterWidth
  const most = print?.fit === undefined || print.fit === 'width' ? 1 : print.fit.scale / 100
  const scale = Math.min(layout.paper === print?.paper ? most : 1, room / widest)
  const from = print?.area?.top ?? 0
  const to = (print?.area?.bottom ?? rows.length - 1) + 1
  const [first, last] = print?.repeatRows ?? [from, from - 1]
  const body = Math.min(last + 1, to)
  const tail = Math.max(tailStart(sheet, body, to), body)
  return {
    box, runs, scale,
    frameScale: Math.max(scale, smallestFrame),
    above: [from, Math.max(first, from)],
    head: [Math.max(first, from), body],
    body: [body, tail],
    tail: [tail, to],
  }
}

/** Whether a row belongs to the table: one of its cells has lines. */
export function isRuled({ cells }: RowSpec): boolean {
  return cells.some((cell) => cell?.look?.border === true)
}

function tailStart({ rows, merges }: SheetSpec, from: number, to: number): number {
  let last = to - 1
  while (last >= from && !isRuled(rows[last] ?? { cells: [] })) last -= 1
  const start = Math.max(last + 1 - kept - 1, from)
  if (to - start > longestTail) return to
  // A merged cell stays whole.
  return merges.reduce((row, { top, bottom }) => (top < row && bottom >= row ? top : row), start)
}

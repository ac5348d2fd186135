/** A cell of the sheet: its row in the ledger and its place among the shown columns. */
export interface CellPlace {
  row: number
  column: number
}

/** `anchor` is the active cell, `head` the corner that Shift or the mouse moves. */
export interface CellRange {
  anchor: CellPlace
  head: CellPlace
}

/** The same range as a rectangle, all edges included. */
export interface CellBlock {
  top: number
  left: number
  bottom: number
  right: number
}

export interface SheetSize {
  rows: number
  columns: number
}

export interface Step {
  rows: number
  columns: number
  /** Shift: moves the head and leaves the anchor. */
  extend: boolean
  /** Ctrl, Home, End: as far as the sheet goes. */
  far: boolean
}

export function oneCell(row: number, column: number): CellRange {
  const place = { row, column }
  return { anchor: place, head: place }
}

export function blockOf({ anchor, head }: CellRange): CellBlock {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export function isInside({ top, left, bottom, right }: CellBlock, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

/** The range within a sheet that has become smaller. */
export function clampRange({ anchor, head }: CellRange, size: SheetSize): CellRange {
  const clamp = (place: CellPlace): CellPlace => ({
    row: within(place.row, size.rows),
    column: within(place.column, size.columns),
  })
  return { anchor: clamp(anchor), head: clamp(head) }
}

export function stepRange(range: CellRange, step: Step, size: SheetSize): CellRange {
  const from = step.extend ? range.head : range.anchor
  const to = {
    row: move(from.row, step.rows, step.far, size.rows),
    column: move(from.column, step.columns, step.far, size.columns),
  }
  return step.extend ? { anchor: range.anchor, head: to } : { anchor: to, head: to }
}

/** Tab: the next cell to the right, from the end of a row to the start of the next; back with Shift. */
export function tabRange({ anchor }: CellRange, back: boolean, size: SheetSize): CellRange {
  const flat = anchor.row * size.columns + anchor.column + (back ? -1 : 1)
  if (flat < 0 || flat >= size.rows * size.columns) return oneCell(anchor.row, anchor.column)
  return oneCell(Math.floor(flat / size.columns), flat % size.columns)
}

function move(from: number, by: number, far: boolean, count: number): number {
  if (by === 0) return within(from, count)
  if (far) return by < 0 ? 0 : Math.max(count - 1, 0)
  return within(from + by, count)
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}

import type { Merge, PlainCell, PlainSheet, PlainWorkbook } from '../../excel/sheet'

/** "A1:C2" → zero-based merge. */
export function mergeOf(range: string): Merge {
  const [from = '', to = ''] = range.split(':')
  const [top, left] = place(from)
  const [bottom, right] = place(to)
  return { top, left, bottom, right }
}

function place(cell: string): [row: number, column: number] {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return [Number(row) - 1, column - 1]
}

export function sheetOf(rows: readonly (readonly PlainCell[])[], merges: readonly string[] = [], name = 'Sheet1'): PlainSheet {
  return { name, hidden: false, rows, merges: merges.map(mergeOf) }
}

export function workbookOf(...sheets: PlainSheet[]): PlainWorkbook {
  return { kind: 'xlsx', sheets }
}

import type { Merge, PlainCell, PlainWorkbook, WorkbookKind } from '../excel/sheet'

/**
 * A workbook on its way between processes. Its texts are written out once each, however many cells hold them: beside
 * the cells themselves that halves the time they take, and the office keeps one string of each.
 */
export interface PackedWorkbook {
  kind: WorkbookKind
  texts: readonly string[]
  sheets: readonly PackedSheet[]
}

export interface PackedSheet {
  name: string
  hidden: boolean
  merges: readonly Merge[]
  /** Cells of each row. */
  lengths: Uint32Array
  /** What each cell is, row by row: a number of `cellKinds`. */
  kinds: Uint8Array
  /** The number, or the place among the texts. */
  values: Float64Array
}

export const cellKinds = { blank: 0, text: 1, number: 2, no: 3, yes: 4, date: 5, month: 6, error: 7 } as const

export function packWorkbook({ kind, sheets }: PlainWorkbook): PackedWorkbook {
  const places = new Map<string, number>()
  const placeOf = (text: string): number => {
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, places.size)
    return places.size - 1
  }
  const packed = sheets.map(({ name, hidden, merges, rows }): PackedSheet => {
    const slots = rows.reduce((sum, row) => sum + row.length, 0)
    const kinds = new Uint8Array(slots)
    const values = new Float64Array(slots)
    let at = 0
    for (const row of rows) {
      for (const cell of row) {
        kinds[at] = kindOf(cell)
        if (typeof cell === 'number') values[at] = cell
        else if (typeof cell === 'string') values[at] = placeOf(cell)
        else if (typeof cell === 'object' && cell !== null) values[at] = placeOf('date' in cell ? cell.date : cell.error)
        at += 1
      }
    }
    return { name, hidden, merges, lengths: Uint32Array.from(rows, (row) => row.length), kinds, values }
  })
  return { kind, texts: [...places.keys()], sheets: packed }
}

function kindOf(cell: PlainCell): number {
  if (cell === null) return cellKinds.blank
  if (typeof cell === 'string') return cellKinds.text
  if (typeof cell === 'number') return cellKinds.number
  if (typeof cell === 'boolean') return cell ? cellKinds.yes : cellKinds.no
  if ('error' in cell) return cellKinds.error
  return cell.month ? cellKinds.month : cellKinds.date
}

import type { Merge, PlainCell, PlainSheet, PlainWorkbook } from '../sheet'
import type { CellLook, CellSpec, SheetSpec, WorkbookSpec } from '../workbookSpec'
import type { TableNotes, WorkbookNotes } from './workbookNotes'

const longestName = 31
const narrowest = 6
const widest = 36
/** Rows the width of a column is taken from. */
const measured = 300

const looks = {
  text: { wrap: true, border: true },
  head: { wrap: true, border: true, bold: true, align: 'center' },
  number: { border: true, align: 'right' },
  date: { border: true, align: 'center', format: 'yyyy-mm-dd' },
  month: { border: true, align: 'center', format: 'yyyy"年"m"月"' },
  above: { bold: true },
} satisfies Record<string, CellLook>

/** A workbook of our own with the cells of a file that is not edited in place: its values, merges and hidden sheets. */
export function plainCopy(workbook: PlainWorkbook, notes: WorkbookNotes): { spec: WorkbookSpec; names: readonly string[] } {
  const names = freeNames(workbook.sheets.map(({ name }) => name))
  const sheets = workbook.sheets.map((sheet, i) => copiedSheet(sheet, names[i] ?? sheet.name, notes.tables.filter((table) => table.sheet === sheet.name)))
  return { spec: { creator: '', createdAt: notes.at, sheets }, names }
}

/** As a spreadsheet program allows them: other formats take longer names and more signs. */
function freeNames(texts: readonly string[]): string[] {
  const taken = new Set<string>()
  return texts.map((text) => {
    const plain = text.replace(/[*?:\\/[\]]/g, ' ').replace(/^'+|'+$/g, '').trim() || 'Sheet'
    for (let number = 1; ; number++) {
      const tail = number === 1 ? '' : `(${number})`
      const name = plain.slice(0, longestName - tail.length) + tail
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}

function copiedSheet(sheet: PlainSheet, name: string, tables: readonly TableNotes[]): SheetSpec {
  const heads = tables.map(({ header }) => header)
  const first = Math.min(...heads, Number.POSITIVE_INFINITY)
  const lookFrame = { first, headers: new Set(heads) }
  return {
    name,
    columnWidths: widthsOf(sheet, first),
    merges: apart(sheet.merges, sheet.rows.length),
    rows: sheet.rows.map((cells, r) => ({ cells: cells.map((cell) => copiedCell(cell, r, lookFrame)) })),
    ...(sheet.hidden ? { visibility: 'hidden' as const } : {}),
  }
}

function copiedCell(value: PlainCell, row: number, { first, headers }: { first: number; headers: ReadonlySet<number> }): CellSpec | null {
  const isAbove = row < first
  if (value === null) return isAbove ? null : { value, look: looks.text }
  if (typeof value === 'object' && 'error' in value) return { value: value.error, look: looks.text }
  if (isAbove && typeof value !== 'object') return { value, look: looks.above }
  if (typeof value === 'object') return { value: { date: value.date }, look: value.month ? looks.month : looks.date }
  if (headers.has(row)) return { value, look: looks.head }
  return { value, look: typeof value === 'number' ? looks.number : looks.text }
}

function widthsOf({ rows }: PlainSheet, first: number): number[] {
  const widths: number[] = []
  for (const row of rows.slice(Number.isFinite(first) ? first : 0).slice(0, measured)) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? narrowest, Math.min(widest, widthOf(cell) + 2))
  }
  return Array.from(widths, (width) => width ?? narrowest)
}

function widthOf(cell: PlainCell): number {
  if (cell === null) return 0
  if (typeof cell === 'object') return 10
  return Math.max(...String(cell).split('\n').map((line) => [...line].reduce((sum, sign) => sum + (sign > '\u2000' ? 2 : 1), 0)))
}

/** Merges that reach into each other are kept as far as the first of them, and none beyond the last row. */
function apart(merges: readonly Merge[], rows: number): Merge[] {
  const kept: Merge[] = []
  for (const merge of merges) {
    const bottom = Math.min(merge.bottom, rows - 1)
    const meets = kept.some((other) => other.top <= bottom && other.bottom >= merge.top && other.left <= merge.right && other.right >= merge.left)
    if (merge.top <= bottom && !meets) kept.push({ ...merge, bottom })
  }
  return kept
}

import type { CellSpec, WorkbookSpec } from '../excel/workbookSpec'
import { bodySize, headerLook, titleLook } from './looks'
import { rowHeight } from './rowHeight'

export interface ListInput {
  title: string
  headers: readonly string[]
  rows: readonly (readonly CellSpec[])[]
}

/** A plain list: title, one header row with a filter, one row a record; printed landscape, one page wide. */
export function listWorkbook({ title, headers, rows }: ListInput): WorkbookSpec {
  const widths = headers.map((header, column) => widthOf(header, rows, column))
  const last = Math.max(headers.length - 1, 0)
  return {
    creator: '双覆盖台账',
    createdAt: '2026-01-01T00:00:00Z',
    sheets: [
      {
        name: title.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31),
        columnWidths: widths,
        rows: [
          { height: 30, cells: [{ value: title, look: titleLook }, ...headers.slice(1).map(() => null)] },
          { cells: headers.map((header) => ({ value: header, look: headerLook })) },
          ...rows.map((cells) => ({ height: heightOf(cells, widths), cells })),
        ],
        merges: last > 0 ? [{ top: 0, left: 0, bottom: 0, right: last }] : [],
        frozen: { rows: 2, columns: 1 },
        autoFilter: { top: 1, left: 0, bottom: rows.length + 1, right: last },
        print: { paper: 'A4', landscape: true, fit: 'width', repeatRows: [0, 1] },
      },
    ],
  }
}

function heightOf(cells: readonly CellSpec[], widths: readonly number[]): number {
  const texts = cells.map(({ value }, column) => ({
    text: typeof value === 'string' ? value : '',
    width: widths[column] ?? 8,
  }))
  return rowHeight(texts, bodySize, 6)
}

/** Wide enough for the header and the first rows, Chinese characters counting double. */
function widthOf(header: string, rows: readonly (readonly CellSpec[])[], column: number): number {
  const widest = rows.slice(0, 200).reduce((most, cells) => Math.max(most, lengthOf(cells[column])), lengthOf({ value: header }))
  return Math.min(Math.max(widest + 2, 8), 44)
}

function lengthOf(cell: CellSpec | undefined): number {
  const value = cell?.value ?? null
  if (value === null) return 0
  if (typeof value === 'object') return 10
  return [...String(value)].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 2 : 1), 0)
}

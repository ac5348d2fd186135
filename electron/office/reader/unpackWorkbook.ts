import type { PlainCell, PlainSheet, PlainWorkbook } from '../excel/sheet'
import { cellKinds, type PackedSheet, type PackedWorkbook } from './packWorkbook'

/** Blank rows are one: a sheet can have a million of them. */
const blankRow: readonly PlainCell[] = Object.freeze([])

export function unpackWorkbook({ kind, texts, sheets }: PackedWorkbook): PlainWorkbook {
  return { kind, sheets: sheets.map((sheet) => unpackSheet(sheet, texts)) }
}

function unpackSheet({ name, hidden, merges, lengths, kinds, values }: PackedSheet, texts: readonly string[]): PlainSheet {
  const rows: (readonly PlainCell[])[] = []
  let at = 0
  for (const length of lengths) {
    if (length === 0) {
      rows.push(blankRow)
      continue
    }
    const row: PlainCell[] = []
    for (const end = at + length; at < end; at += 1) row.push(cellOf(kinds[at] ?? 0, values[at] ?? 0, texts))
    rows.push(row)
  }
  return { name, hidden, rows, merges }
}

function cellOf(kind: number, value: number, texts: readonly string[]): PlainCell {
  switch (kind) {
    case cellKinds.text:
      return texts[value] ?? null
    case cellKinds.number:
      return value
    case cellKinds.no:
      return false
    case cellKinds.yes:
      return true
    case cellKinds.date:
      return { date: texts[value] ?? '' }
    case cellKinds.month:
      return { date: texts[value] ?? '', month: true }
    case cellKinds.error:
      return { error: texts[value] ?? '' }
    default:
      return null
  }
}

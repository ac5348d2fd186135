import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { mostSlots } from './cellLimits'
import { createCellReader } from './plainCell'
import { Refusal } from './refusal'
import type { Merge, PlainCell, PlainSheet } from './sheet'

/** Blank rows between stray cells: a sheet can have a million of them. */
const blankRow: readonly PlainCell[] = Object.freeze([])

/** No spreadsheet program goes beyond; an address that does is broken. */
const mostRows = 1_048_576
const mostColumns = 16_384

export interface PlainSheetsOptions {
  hiddenSheets?: ReadonlySet<string>
  errorsAreText?: boolean
}

/** The sheets of a workbook read by SheetJS in dense mode as plain values. Chart sheets have no cells. */
export function plainSheets(workbook: WorkBook, options: PlainSheetsOptions = {}): PlainSheet[] {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  const plainCell = createCellReader(date1904, options.errorsAreText === true)
  let slots = 0

  function plainRow(cells: readonly (CellObject | undefined)[]): PlainCell[] {
    const row: PlainCell[] = []
    let pending = 0
    if (cells.length > mostColumns) throw new Refusal('damaged')
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column]
      const value = cell === undefined ? null : plainCell(cell)
      if (value === null) {
        pending += 1
        continue
      }
      for (; pending > 0; pending -= 1) row.push(null)
      row.push(value)
    }
    slots += row.length
    if (slots > mostSlots) throw new Refusal('expands')
    return row
  }

  function plainRows(sheet: WorkSheet): (readonly PlainCell[])[] {
    const source: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
    const rows: (readonly PlainCell[])[] = []
    let pending = 0
    if (source.length > mostRows) throw new Refusal('damaged')
    for (let index = 0; index < source.length; index += 1) {
      const cells = source[index]
      const row = cells === undefined ? blankRow : plainRow(cells)
      if (row.length === 0) {
        pending += 1
        continue
      }
      for (; pending > 0; pending -= 1) rows.push(blankRow)
      rows.push(row)
    }
    return rows
  }

  return workbook.SheetNames.map((name, index) => {
    const sheet = workbook.Sheets[name] ?? {}
    const merges = plainMerges(sheet)
    return {
      name,
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0 || options.hiddenSheets?.has(name) === true,
      rows: withoutCovered(plainRows(sheet), merges),
      merges,
    }
  })
}

function plainMerges(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))
    .filter(({ top, left, bottom, right }) => top >= 0 && left >= 0 && bottom >= top && right >= left)
}

/** Blanks what lies under a merge: old programs leave values there that nobody sees. */
function withoutCovered(rows: readonly (readonly PlainCell[])[], merges: readonly Merge[]): (readonly PlainCell[])[] {
  const result = [...rows]
  for (const { top, left, bottom, right } of merges) {
    for (let r = top; r <= Math.min(bottom, result.length - 1); r += 1) {
      const row = result[r] ?? blankRow
      const from = r === top ? left + 1 : left
      const to = Math.min(right, row.length - 1)
      if (from > to || row.slice(from, to + 1).every((cell) => cell === null)) continue
      result[r] = trimmed(row.map((cell, column) => (column >= from && column <= to ? null : cell)))
    }
  }
  while (result.length > 0 && result[result.length - 1]?.length === 0) result.pop()
  return result
}

function trimmed(row: PlainCell[]): readonly PlainCell[] {
  while (row.length > 0 && row[row.length - 1] === null) row.pop()
  return row.length === 0 ? blankRow : row
}

import type { Problem } from '../../../shared/contract/problem'
import { columnLetters } from '../excel/columnLetters'
import type { PlainCell } from '../excel/sheet'
import type { MappedColumn } from './claimColumns'
import type { FieldKind, SheetFields } from './importField'

/**
 * Adds up columns row by row and holds the sheet's own sum rows against them (V-42). A row called 合计 may close
 * the whole sheet or only the section above it.
 */
export function sumChecker<F extends string>(columns: readonly MappedColumn<F>[], fields: SheetFields<F>, isSummed: (kind: FieldKind) => boolean) {
  const counted = columns
    .filter((column) => column.tickedWord === null && isSummed(fields.kindOf(column.field)))
    .map((column) => ({ column, all: 0, part: 0 }))

  return {
    add(values: Readonly<Partial<Record<F, unknown>>>): void {
      for (const sum of counted) {
        const value = weight(values[sum.column.field])
        sum.all = twoPlaces(sum.all + value)
        sum.part = twoPlaces(sum.part + value)
      }
    },
    compare(cells: readonly PlainCell[], scope: 'all' | 'part', sheet: string, row: number): Problem[] {
      const problems: Problem[] = []
      for (const sum of counted) {
        const stated = cells[sum.column.index]
        const actual = scope === 'all' ? sum.all : sum.part
        const agrees = stated === actual || (scope === 'all' && stated === sum.part)
        sum.part = 0
        if (typeof stated !== 'number' || agrees) continue
        problems.push({
          sheet,
          row,
          column: columnLetters(sum.column.index),
          code: 'V-42',
          level: 'warning',
          message: `“${fields.labelOf(sum.column.field)}”合计写的是 ${stated}，各行相加是 ${actual}，以各行为准，请核对`,
        })
      }
      return problems
    },
  }
}

/** A tick, a 是 and an item 已落实 are counted, figures added up. */
function weight(value: unknown): number {
  if (typeof value === 'number') return value
  return value === true || value === '已落实' ? 1 : 0
}

/** Sums of amounts without binary crumbs. */
function twoPlaces(sum: number): number {
  return Math.round(sum * 100) / 100
}

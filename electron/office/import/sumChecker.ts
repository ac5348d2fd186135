import type { Problem } from '../../../shared/contract/problem'
import type { PlainCell } from '../excel/sheet'
import { columnLetters } from '../excel/columnLetters'
import { fieldKind, fieldLabel, type ImportFields } from './importField'
import type { MappedColumn } from './mapColumns'

/**
 * Adds up count columns row by row and holds the sheet's own sum rows against them (V-42). A row called 合计 may close
 * the whole sheet or only the section above it.
 */
export function sumChecker(columns: readonly MappedColumn[]) {
  const counted = columns
    .filter((column) => fieldKind(column.field).type === 'count')
    .map((column) => ({ column, all: 0, part: 0 }))

  return {
    add(values: Partial<ImportFields>): void {
      for (const sum of counted) {
        const value = values[sum.column.field]
        if (typeof value !== 'number') continue
        sum.all += value
        sum.part += value
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
          message: `“${fieldLabel(sum.column.field)}”合计写的是 ${stated}，各行相加是 ${actual}，以各行为准，请核对`,
        })
      }
      return problems
    },
  }
}

import type { Problem } from '../../../shared/contract/problem'
import { columnLetters } from '../excel/columnLetters'
import type { PlainCell, PlainSheet } from '../excel/sheet'
import type { FoundTable } from './findTable'
import { countedOnce, type SheetFields } from './importField'
import type { ColumnMap } from './claimColumns'

export interface MergedDown {
  /** Row → column → value of the merge that covers it. */
  filled: Map<number, Map<number, PlainCell>>
  problems: Map<number, Problem[]>
  /** Row → columns whose figure stays with the first row of a merge. */
  covered: Map<number, Set<number>>
}

/**
 * Cells covered by a vertical merge below the header take the value of its first row (one liaison, many enterprises).
 * A figure is not repeated: nobody can say how it divides, so it stays with the first row, and that is reported.
 */
export function mergedDown<F extends string>(sheet: PlainSheet, table: FoundTable, map: ColumnMap<F>, fields: SheetFields<F>): MergedDown {
  const merged: MergedDown = { filled: new Map(), problems: new Map(), covered: new Map() }
  for (const merge of sheet.merges) {
    if (merge.top <= table.headerBottom || merge.top >= table.end || merge.bottom === merge.top || merge.right - merge.left > 3) continue
    const cell = sheet.rows[merge.top]?.[merge.left] ?? null
    if (cell === null) continue
    const column = map.columns.find(({ index }) => index === merge.left)
    if (column && countedOnce.has(fields.kindOf(column.field).type)) {
      const place = { sheet: sheet.name, row: merge.top + 1, column: columnLetters(merge.left) }
      const message = `“${fields.labelOf(column.field)}”第 ${merge.top + 1} 至 ${merge.bottom + 1} 行合并成一格，分不清各家是多少，只记在第 ${merge.top + 1} 行，请拆开填写`
      merged.problems.set(merge.top, [...(merged.problems.get(merge.top) ?? []), { ...place, code: 'V-09', level: 'warning', message }])
      for (let r = merge.top + 1; r <= merge.bottom; r++) merged.covered.set(r, (merged.covered.get(r) ?? new Set()).add(merge.left))
      continue
    }
    for (let r = merge.top + 1; r <= merge.bottom; r++) {
      const row = merged.filled.get(r) ?? new Map<number, PlainCell>()
      row.set(merge.left, cell)
      merged.filled.set(r, row)
    }
  }
  return merged
}

import type { GoalRow } from '../../../shared/contract/goal'
import { goals } from '../../../shared/domain/valueDomain'
import type { MatrixChange, MatrixWrite } from '../../record/matrix'
import { adopt, goalOf, verdictOf, type VerdictChange } from './verdicts'

export interface Adoption {
  changes: MatrixChange<GoalRow, VerdictChange>[]
  /** Cells left as they are: somebody has judged them. */
  judged: number
  /** Cells left as they are: nothing is proposed. */
  without: number
}

/** What confirming the suggestions of these cells would write. One cell is judged anew; of several only the open ones. */
export function adoption(selected: readonly MatrixWrite<GoalRow>[]): Adoption {
  const found: Adoption = { changes: [], judged: 0, without: 0 }
  const cells = selected.flatMap((cell) => {
    const goal = goalOf(cell.column)
    return goal ? [{ cell, goal }] : []
  })
  for (const { cell, goal } of cells) {
    const change = adopt(cell.row, goal)
    if (cells.length > 1 && verdictOf(cell.row, goal).met !== null) found.judged++
    else if (change === null) found.without++
    else found.changes.push({ ...cell, typed: '=', change })
  }
  return found
}

/** How many of the changes say that a goal is met. */
export function metAmong(changes: Adoption['changes']): number {
  return changes.filter(({ change: { values } }) => goals.some(({ key }) => values[`${key}Met`] === true)).length
}

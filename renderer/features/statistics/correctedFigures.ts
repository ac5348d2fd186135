import type { StatTable } from '../../../shared/contract/statistics'
import { writeFigureRef, type TableQuestion } from '../../../shared/domain/statistics/figureRef'
import { figureText } from './figureText'

/** A figure of S1 that is another one after a correction. */
export interface CorrectedFigure {
  key: string
  unit: string
  figure: string
  then: string
  now: string
  change: string
  /** Names who is behind the change (period.changes). */
  moves: string
}

/** What differs in the sheets of S1 of a comparison, 合计 first; a figure that stands on several sheets is told once. */
export function correctedFigures({ parts }: StatTable, question: TableQuestion, total: string): CorrectedFigure[] {
  const found = new Map<string, CorrectedFigure>()
  for (const part of parts) {
    const rows = [...(part.total ? [{ key: 'total', label: total, figures: part.total }] : []), ...part.rows]
    for (const row of rows) {
      part.columns.forEach((column, at) => {
        const [then, now] = [part.columns[at - 2], part.columns[at - 1]]
        if (!column.moves || !then || !now || row.figures[then.key] === row.figures[now.key]) return
        const key = `${row.key} ${column.group}`
        if (found.has(key)) return
        found.set(key, {
          key,
          unit: row.label,
          figure: column.group,
          then: figureText(then.kind, row.figures[then.key]),
          now: figureText(now.kind, row.figures[now.key]),
          change: figureText(column.kind, row.figures[column.key]),
          moves: writeFigureRef({ ...question, part: part.key, row: row.key, column: column.key, label: '' }),
        })
      })
    }
  }
  const order = [total, ...(parts[0]?.rows.map(({ label }) => label) ?? [])]
  return [...found.values()].sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit))
}

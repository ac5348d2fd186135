import type { AssessmentSheet } from '../../../shared/contract/assessment'
import { averagePoints, sumPoints } from '../../../shared/domain/assessment'
import { scoreRecord } from '../../../shared/record/scheme'
import type { FigureCell, FigureColumn, FigureRow, LeadColumn } from '../../record/figureSheet'
import { assessmentText } from '../../text/assessment'

const text = assessmentText.sheet

export const scoreViews = ['final', 'self', 'deduction', 'note'] as const
/** What of the scores a sheet shows: 考核分, 自评分, 扣分原因 or 备注. */
export type ScoreView = (typeof scoreViews)[number]

export type Item = AssessmentSheet['items'][number]
export type OrgRow = AssessmentSheet['rows'][number]
export type Score = OrgRow['scores'][number]

export const orgLeads: readonly LeadColumn[] = [
  { header: text.number, width: 44, isNumber: true },
  { header: text.unit, width: 80 },
  { header: text.org, width: 192 },
]

export function orgLeadsOf(row: OrgRow, index: number): string[] {
  return [String(index + 1), row.unitName, row.name]
}

export function shownPoints(points: number | null): string {
  return points === null ? '' : String(points)
}

export function computedColumn(name: string, header: string, width: number, group?: string): FigureColumn {
  return { name, header, width, field: null, ...(group === undefined ? {} : { group }) }
}

/** Name of the column of an item: 自评分 and 考核分 of the same item stand in different views. */
export function itemColumn(view: ScoreView, itemId: number): string {
  return `${view}-${itemId}`
}

export function itemOfColumn(column: string): { view: ScoreView; itemId: number } | null {
  const match = /^(final|self|deduction|note)-(\d+)$/.exec(column)
  return match ? { view: match[1] as ScoreView, itemId: Number(match[2]) } : null
}

export function scoreColumns({ items }: Pick<AssessmentSheet, 'items'>, view: ScoreView): FigureColumn[] {
  const points = items.map((item): FigureColumn => ({
    name: itemColumn(view, item.id),
    header: item.text,
    note: item.formula === null ? text.points(item.max) : text.computedPoints(item.max),
    title: text.itemTitle(item.groupName, item.text, item.max, item.rule ?? ''),
    width: isWorded(view) ? 150 : 72,
    group: item.groupName,
    field: scoreRecord.fields[view],
    isText: isWorded(view),
  }))
  return [...points, ...sumColumns(view)]
}

/** Views of words, not of points. */
function isWorded(view: ScoreView): boolean {
  return view === 'deduction' || view === 'note'
}

function sumColumns(view: ScoreView): FigureColumn[] {
  if (view === 'self') {
    return [computedColumn('selfSum', text.selfSum, 70, text.result), computedColumn('sum', text.finalSum, 70, text.result)]
  }
  const grade = { ...computedColumn('grade', text.grade, 54, text.result), isText: true }
  const sums = [computedColumn('sum', text.sum, 60, text.result), computedColumn('open', text.open, 54, text.result)]
  return view === 'final' ? [...sums, grade, computedColumn('rank', text.rank, 50, text.result)] : [sums[0] ?? grade]
}

export function scoreRows(rows: readonly OrgRow[], items: readonly Item[], view: ScoreView): FigureRow[] {
  return rows.map((row, index) => ({
    id: row.partyOrgId,
    name: row.name,
    leads: orgLeadsOf(row, index),
    cells: [...row.scores.map((score, place) => scoreCell(score, items[place]?.max ?? 0, view)), ...sumCells(row, view)],
  }))
}

function sumCells(row: OrgRow, view: ScoreView): FigureCell[] {
  const sum = { text: shownPoints(row.final) }
  if (view === 'self') return [{ text: shownPoints(row.self) }, sum]
  if (isWorded(view)) return [sum]
  const open: FigureCell = row.open > 0 ? { text: String(row.open), tone: 'warn' } : { text: '' }
  return [sum, open, { text: row.grade ?? '' }, { text: shownPoints(row.rank) }]
}

/** One score as one cell. */
export function scoreCell(score: Score, max: number, view: ScoreView): FigureCell {
  if (view === 'self') return { text: shownPoints(score.self) }
  if (view === 'deduction') return deductionCell(score, max)
  if (view === 'note') return { text: score.note ?? '' }
  if (score.final === null) {
    return score.computed === null ? { text: '' } : { text: shownPoints(score.computed), tone: 'computed' }
  }
  const overruled = score.computed !== null && score.computed !== score.final
  return { text: shownPoints(score.final), ...(overruled ? { tone: 'warn' } : {}) }
}

function deductionCell(score: Score, max: number): FigureCell {
  const cell = { text: score.deduction ?? '' }
  if (score.deduction !== null) return cell
  if (lacksReason(score, max)) return { ...cell, ghost: text.noReason(lostPoints(score, max)), tone: 'warn' }
  return score.final === null && score.computed !== null && score.computed < max ? { ...cell, ghost: score.basis } : cell
}

function lostPoints(score: Score, max: number): number {
  return score.final === null ? 0 : sumPoints([max, -score.final])
}

/** 扣分原因 is asked for where a person gave less than the full points (F11); computed points carry their own. */
export function lacksReason(score: Score, max: number): boolean {
  return score.deduction === null && score.final !== null && score.final < max
}

/** What remains to be done in a sheet: items without points, deductions without a reason. */
export function openWork(rows: readonly OrgRow[], items: readonly Item[]): { open: number; reasons: number } {
  return {
    open: rows.reduce((sum, row) => sum + row.open, 0),
    reasons: rows.reduce(
      (sum, row) => sum + row.scores.filter((score, place) => lacksReason(score, items[place]?.max ?? 0)).length,
      0,
    ),
  }
}

/** 平均 of every column that has points. */
export function averageRow(rows: readonly OrgRow[], items: readonly Item[], view: ScoreView): FigureRow[] {
  if (isWorded(view) || rows.length === 0) return []
  const mean = (points: (number | null)[]): FigureCell => ({ text: shownPoints(averagePoints(points)) })
  const counting = ({ final, computed }: Score): number | null => final ?? computed
  const byItem = items.map((_item, place) =>
    mean(rows.map(({ scores }) => {
      const score = scores[place]
      if (!score) return null
      return view === 'self' ? score.self : counting(score)
    })),
  )
  const sum = mean(rows.map(({ final }) => final))
  const sums = view === 'self' ? [mean(rows.map(({ self }) => self)), sum] : [sum, { text: '' }, { text: '' }, { text: '' }]
  return [{ id: -1, name: text.average, leads: ['', '', text.average], cells: [...byItem, ...sums] }]
}

import type { AssessmentSheet } from '../../../shared/contract/assessment'
import { averagePoints } from '../../../shared/domain/assessment'
import { quarterScoreRecord } from '../../../shared/record/scheme'
import type { FigureCell, FigureColumn, FigureRow } from '../../record/figureSheet'
import { assessmentText } from '../../text/assessment'
import { computedColumn, orgLeadsOf, shownPoints, type OrgRow } from './scoreSheet'

const text = assessmentText.summary

/** The columns of F11S: quarters typed, halves and the year computed. */
export const summaryColumns: readonly FigureColumn[] = [
  ...[1, 2].map(quarterColumn),
  computedColumn('firstHalf', text.firstHalf, 64),
  ...[3, 4].map(quarterColumn),
  computedColumn('secondHalf', text.secondHalf, 64),
  computedColumn('year', text.year, 72),
  { ...computedColumn('grade', assessmentText.sheet.grade, 54), isText: true },
  computedColumn('rank', assessmentText.sheet.rank, 50),
]

function quarterColumn(quarter: number): FigureColumn {
  return { name: `quarter-${quarter}`, header: text.quarter(quarter), width: 70, field: quarterScoreRecord.fields.points }
}

/** In the order of F11S: quarters one and two, first half, three and four, second half, year. */
function pointsOf(row: OrgRow): (number | null)[] {
  const [q1 = null, q2 = null, q3 = null, q4 = null] = row.quarters.map(({ points }) => points)
  return [q1, q2, row.firstHalf, q3, q4, row.secondHalf, row.year]
}

export function summaryRows(rows: readonly OrgRow[]): FigureRow[] {
  return rows.map((row, index) => ({
    id: row.partyOrgId,
    name: row.name,
    leads: orgLeadsOf(row, index),
    cells: [...pointsOf(row).map(cell), { text: row.grade ?? '' }, cell(row.rank)],
  }))
}

/** 平均 in the place of a total (F11S). */
export function summaryFoot(rows: readonly OrgRow[]): FigureRow[] {
  const means = [0, 1, 2, 3, 4, 5, 6].map((column) => cell(averagePoints(rows.map((row) => pointsOf(row)[column] ?? null))))
  return [{ id: -1, name: text.average, leads: ['', '', text.average], cells: [...means, { text: '' }, { text: '' }] }]
}

function cell(points: number | null): FigureCell {
  return { text: shownPoints(points) }
}

/** The best first; organisations without points last, in their order. */
export function byRank(rows: readonly OrgRow[]): OrgRow[] {
  return [...rows].sort((a, b) => (a.rank ?? rows.length + 1) - (b.rank ?? rows.length + 1))
}

/** Units by their mean, the best first; equal means share a place. */
export function rankedUnits(units: AssessmentSheet['units']): (AssessmentSheet['units'][number] & { rank: number | null })[] {
  const place = (mine: number | null): number | null =>
    mine === null ? null : 1 + units.filter(({ average }) => average !== null && average > mine).length
  return units
    .map((unit) => ({ ...unit, rank: place(unit.average) }))
    .sort((a, b) => (a.rank ?? units.length + 1) - (b.rank ?? units.length + 1))
}

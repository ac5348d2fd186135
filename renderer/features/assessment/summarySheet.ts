import type { AssessmentSheet } from '../../../shared/contract/assessment'
import { averagePoints, meanOfTwo } from '../../../shared/domain/assessment'
import { quarterScoreRecord, yearScoreRecord } from '../../../shared/record/scheme'
import type { FigureCell, FigureColumn, FigureRow } from '../../record/figureSheet'
import { assessmentText } from '../../text/assessment'
import { computedColumn, orgLeadsOf, shownPoints, type OrgRow } from './scoreSheet'

const text = assessmentText.summary

/** The columns of F11S: quarters typed, halves computed unless typed, the year computed. */
export const summaryColumns: readonly FigureColumn[] = [
  { ...computedColumn('orgSector', text.orgSector, 112), isText: true },
  { ...computedColumn('localIndustry', text.localIndustry, 88), isText: true },
  ...[1, 2].map(quarterColumn),
  halfColumn('firstHalf'),
  ...[3, 4].map(quarterColumn),
  halfColumn('secondHalf'),
  computedColumn('year', text.year, 72),
  { ...computedColumn('grade', assessmentText.sheet.grade, 54), isText: true },
  computedColumn('rank', assessmentText.sheet.rank, 50),
  { name: 'note', header: text.note, width: 150, field: yearScoreRecord.fields.note, isText: true },
]

function halfColumn(name: 'firstHalf' | 'secondHalf'): FigureColumn {
  return { name, header: text[name], title: text.halfTitle(text[name]), width: 64, field: yearScoreRecord.fields[name] }
}

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
    cells: cellsOf(row),
  }))
}

function cellsOf({ quarters, typed, year, grade, rank, orgSector, localIndustry }: OrgRow): FigureCell[] {
  const [q1 = null, q2 = null, q3 = null, q4 = null] = quarters.map(({ points }) => points)
  return [
    ...[orgSector, localIndustry].map((words) => ({ text: words ?? '' })),
    cell(q1), cell(q2), halfCell(typed.firstHalf, meanOfTwo(q1, q2)),
    cell(q3), cell(q4), halfCell(typed.secondHalf, meanOfTwo(q3, q4)),
    cell(year), { text: grade ?? '' }, cell(rank), { text: typed.note ?? '' },
  ]
}

/** A half as typed, marked where it overrules the mean of its quarters; else the mean. */
function halfCell(typed: number | null, mean: number | null): FigureCell {
  if (typed === null) return mean === null ? { text: '' } : { text: shownPoints(mean), tone: 'computed' }
  return { text: shownPoints(typed), ...(mean !== null && mean !== typed ? { tone: 'warn' } : {}) }
}

/** 平均 in the place of a total (F11S). */
export function summaryFoot(rows: readonly OrgRow[]): FigureRow[] {
  const means = [0, 1, 2, 3, 4, 5, 6].map((column) => cell(averagePoints(rows.map((row) => pointsOf(row)[column] ?? null))))
  return [{ id: -1, name: text.average, leads: ['', '', text.average], cells: [blank, blank, ...means, blank, blank, blank] }]
}

const blank: FigureCell = { text: '' }

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

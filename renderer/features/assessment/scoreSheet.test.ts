import { expect, it } from 'vitest'
import type { AssessmentSheet } from '../../../shared/contract/assessment'
import type { FigureWrite } from '../../record/figureSheet'
import { scoreChanges } from './scoreChanges'
import { averageRow, itemOfColumn, openWork, scoreColumns, scoreRows, type Score } from './scoreSheet'
import { summaryChanges } from './summaryChanges'
import { byRank, rankedUnits, summaryColumns, summaryFoot, summaryRows } from './summarySheet'

const score = (schemeItemId: number, part: Partial<Score>): Score => ({
  schemeItemId, scoreId: null, version: null, self: null, final: null, computed: null, basis: '', deduction: null, note: null, ...part,
})
const item = (id: number, formula: '走访完成' | null) => ({
  id, sortNo: id, groupName: '甲类', text: `第${id}项`, max: 10, rule: null, formula, itemMethod: null,
})
const quarter = (points: number | null, id: number | null = null) => ({
  quarterScoreId: id, version: id === null ? null : 2, points,
})
const row = (partyOrgId: number, scores: Score[], final: number | null, rank: number | null) => ({
  partyOrgId, name: `党支部${partyOrgId}`, unitId: 1, unitName: '甲街道', orgSector: null, localIndustry: '食品', scores, self: null, final, open: 0,
  quarters: [quarter(90, 5), quarter(80), quarter(null), quarter(null)],
  typed: { yearScoreId: null, version: null, firstHalf: null, secondHalf: null, note: null },
  firstHalf: 85, secondHalf: null, year: final, grade: '良好', rank,
})
const sheet: AssessmentSheet = {
  scheme: { id: 1, version: 1, year: 2026, name: '考核', total: 100, yearBy: '按考核项目' },
  items: [item(1, '走访完成'), item(2, null)],
  rows: [
    row(1, [score(1, { computed: 5, basis: '应走访 2 次，已完成 1 次' }), score(2, { scoreId: 8, version: 3, final: 7 })], 12, 2),
    row(2, [score(1, { computed: 5, final: 8, scoreId: 9, version: 1 }), score(2, { final: 10, scoreId: 10, version: 1 })], 18, 1),
  ],
  units: [{ unitName: '甲', orgs: 1, average: 70 }, { unitName: '乙', orgs: 1, average: 90 }, { unitName: '丙', orgs: 1, average: null }],
  average: 15,
}
const write = (rowId: number, column: string, value: number | string | null): FigureWrite => ({
  rowId, column, typed: String(value), value, before: '',
})

it('shows what counts: typed points, else computed ones, marking those a person overruled', () => {
  const [first, second] = scoreRows(sheet.rows, sheet.items, 'final')
  expect(first?.cells.slice(0, 3)).toEqual([{ text: '5', tone: 'computed' }, { text: '7' }, { text: '12' }])
  expect(second?.cells[0]).toEqual({ text: '8', tone: 'warn' })
  expect(averageRow(sheet.rows, sheet.items, 'final')[0]?.cells.slice(0, 3)).toEqual([{ text: '6.5' }, { text: '8.5' }, { text: '15' }])
  for (const view of ['final', 'self', 'deduction', 'note'] as const) {
    expect(scoreRows(sheet.rows, sheet.items, view)[0]?.cells).toHaveLength(scoreColumns(sheet, view).length)
  }
})

it('asks for the reason of points a person took off', () => {
  const [first, second] = scoreRows(sheet.rows, sheet.items, 'deduction')
  expect(first?.cells.slice(0, 2)).toEqual([
    { text: '', ghost: '应走访 2 次，已完成 1 次' },
    { text: '', ghost: '扣 3 分，未写原因', tone: 'warn' },
  ])
  expect(second?.cells[1]).toEqual({ text: '' })
  expect(openWork(sheet.rows, sheet.items)).toEqual({ open: 0, reasons: 2 })
})

it('writes one change a score, new or known', () => {
  const writes = [write(1, 'final-1', 6), write(1, 'final-2', 8), write(1, 'deduction-2', '迟报'), write(3, 'final-1', 6)]
  const changes = scoreChanges(sheet, writes, ({ rowId, column }) => {
    const place = itemOfColumn(column)
    return place && rowId < 3 ? { partyOrgId: rowId, ...place } : null
  })
  expect(changes.map(({ change }) => change)).toEqual([
    { kind: 'score', id: -1, values: { partyOrgId: 1, schemeItemId: 1, final: 6 } },
    { kind: 'score', id: 8, version: 3, values: { final: 8, deduction: '迟报' } },
  ])
  expect(changes[1]?.writes).toHaveLength(2)
})

it('writes quarters of the year of the scheme', () => {
  const changes = summaryChanges(sheet, [write(1, 'quarter-1', 91), write(1, 'quarter-3', 70), write(1, 'year', 1)])
  expect(changes.map(({ change }) => change)).toEqual([
    { kind: 'quarterScore', id: 5, version: 2, values: { points: 91 } },
    { kind: 'quarterScore', id: -2, values: { partyOrgId: 1, year: 2026, quarter: 3, points: 70 } },
  ])
})

it('writes halves and note of an organisation as one change', () => {
  const known = { ...sheet, rows: sheet.rows.map((one) => (one.partyOrgId === 2 ? { ...one, typed: { ...one.typed, yearScoreId: 6, version: 4 } } : one)) }
  const writes = [write(1, 'firstHalf', 91), write(2, 'secondHalf', null), write(1, 'note', '加分'), write(1, 'quarter-2', 80)]
  const changes = summaryChanges(known, writes)
  expect(changes.map(({ change }) => change)).toEqual([
    { kind: 'quarterScore', id: -4, values: { partyOrgId: 1, year: 2026, quarter: 2, points: 80 } },
    { kind: 'yearScore', id: -1, values: { partyOrgId: 1, year: 2026, firstHalf: 91, note: '加分' } },
    { kind: 'yearScore', id: 6, version: 4, values: { secondHalf: null } },
  ])
  expect(changes[1]?.writes).toHaveLength(2)
})

it('shows a typed half in the place of the mean of its quarters', () => {
  const [first] = sheet.rows
  const typed = first ? [{ ...first, firstHalf: 90, typed: { ...first.typed, firstHalf: 90 } }] : []
  const place = summaryColumns.findIndex(({ name }) => name === 'firstHalf')
  expect(summaryRows(sheet.rows)[0]?.cells[place]).toEqual({ text: '85', tone: 'computed' })
  expect(summaryRows(typed)[0]?.cells[place]).toEqual({ text: '90', tone: 'warn' })
  expect(summaryFoot(typed)[0]?.cells[place]).toEqual({ text: '90' })
  expect(summaryFoot(typed)[0]?.cells).toHaveLength(summaryColumns.length)
})

it('ranks organisations and units, those without points last', () => {
  expect(byRank(sheet.rows).map(({ partyOrgId }) => partyOrgId)).toEqual([2, 1])
  expect(summaryRows(sheet.rows)[0]?.cells.map(({ text }) => text)).toEqual(['', '食品', '90', '80', '85', '', '', '', '12', '良好', '2', ''])
  expect(rankedUnits(sheet.units).map(({ unitName, rank }) => [unitName, rank])).toEqual([['乙', 1], ['甲', 2], ['丙', null]])
})

import { expect, it } from 'vitest'
import { s1Figures } from '../../../shared/domain/statistics/s1Figures'
import { changesNothing, totalRows, unitRows } from './previewRows'

const before = s1Figures({ C: 10, D: 8, E: 2, F: 4, H: 2, I: 2, L: 3, O: 1, R: 1, S: 1 })
const after = s1Figures({ C: 10, D: 9, E: 2, F: 6, H: 2, I: 2, L: 3, O: 1, R: 1, S: 2 })
const none = s1Figures({ C: 0, D: 0, E: 0, F: 0, H: 0, I: 0, L: 0, O: 0, R: 0, S: 0 })

it('shows counts and rates before and after, and how far they move', () => {
  const rows = new Map(totalRows({ before, after }).map((row) => [row.label, row]))
  expect(rows.get('组织覆盖')).toMatchObject({ before: '4', after: '4', difference: '' })
  expect(rows.get('实体运营(分母)')).toMatchObject({ before: '8', after: '9', difference: '+1' })
  expect(rows.get('应建未建')).toMatchObject({ before: '1', after: '3', difference: '+2' })
  expect(rows.get('组织覆盖率')).toMatchObject({ before: '50.00%', after: '44.44%', difference: '−5.56 个百分点' })
  expect(rows.get('应建已建率')).toMatchObject({ before: '75.00%', after: '50.00%', difference: '−25.00 个百分点' })
})

it('shows no difference where a rate has no denominator', () => {
  const rate = totalRows({ before: none, after }).find((row) => row.label === '组织覆盖率')
  expect(rate).toMatchObject({ before: '—', after: '44.44%', difference: '—' })
})

it('marks the units that move', () => {
  const units = unitRows({
    units: [{ unitId: 1, unit: '甲街道', before, after }, { unitId: 2, unit: '乙镇', before: none, after: none }],
  })
  expect(units.map(({ unit, changed }) => [unit, changed])).toEqual([['甲街道', true], ['乙镇', false]])
  expect(units[0]?.figures.map(({ label }) => label)).toEqual([
    '实体运营(分母)', '组织覆盖', '组织覆盖率', '工作覆盖', '未覆盖', '两个覆盖率', '应建未建',
  ])
})

it('knows when nothing moves at all', () => {
  const still = {
    cutOff: '2026-06-30', before, after: before, units: [], checks: [],
    changed: { status: 0, inBase: 0, eligible: 0, any: 0 }, elections: { before: 3, after: 3 },
  }
  expect(changesNothing(still)).toBe(true)
  expect(changesNothing({ ...still, elections: { before: 3, after: 4 } })).toBe(false)
  expect(changesNothing({ ...still, changed: { status: 0, inBase: 0, eligible: 1, any: 1 } })).toBe(false)
})

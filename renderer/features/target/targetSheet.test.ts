import { expect, it } from 'vitest'
import type { TargetSheet } from '../../../shared/contract/target'
import { behindCount, copyTargets, refusalOf, targetChanges, targetColumns, targetRows, totalRow } from './targetSheet'

const cell = (measure: TargetSheet['total'][number]['measure'], target: number | null, done: number, targetId: number | null = null) => ({
  measure, target, done, targetId, version: targetId === null ? null : 3, rate: target ? done / target : null,
})
const sheet: TargetSheet = {
  year: 2026,
  asOf: '2026-07-15',
  rows: [
    {
      unitId: 1,
      unitName: '甲街道',
      cells: [cell('新建党组织数', 4, 1, 9), cell('组织覆盖率', 80, 50, 8), cell('两个覆盖率', null, 50), cell('三建三送户数', 2, 2, 7), cell('走访完成率', null, 50)],
    },
  ],
  total: [cell('新建党组织数', 4, 1)].map(({ measure, target, done, rate }) => ({ measure, target, done, rate })),
}

it('shows target, done and rate of each measure, and marks what is behind or done', () => {
  const [row] = targetRows(sheet)
  expect(row?.cells).toHaveLength(targetColumns.length)
  expect(row?.cells.slice(0, 6)).toEqual([
    { text: '4' }, { text: '1' }, { text: '25.00%', tone: 'bad', bar: 0.25 },
    { text: '80' }, { text: '50' }, { text: '62.50%', tone: 'plain', bar: 0.625 },
  ])
  expect(row?.cells[11]).toMatchObject({ tone: 'good' })
  expect(behindCount(sheet)).toBe(1)
  expect(totalRow(sheet)[0]?.cells[0]).toEqual({ text: '4' })
})

it('writes a new target or changes the one there is', () => {
  const write = (column: string, value: number | null) => ({ rowId: 1, column, typed: String(value), value, before: '' })
  const changes = targetChanges(sheet, [write('target-新建党组织数', 5), write('target-两个覆盖率', 90), write('done-新建党组织数', 1)])
  expect(changes.map(({ change }) => change)).toEqual([
    { kind: 'target', id: 9, version: 3, values: { value: 5 } },
    { kind: 'target', id: -2, values: { year: 2026, unitId: 1, measure: '两个覆盖率', value: 90 } },
  ])
})

it('refuses a rate beyond the whole and half a count', () => {
  expect(refusalOf('target-组织覆盖率', 100.5)).toBe('比率不能超过 100%')
  expect(refusalOf('target-组织覆盖率', 85.5)).toBeNull()
  expect(refusalOf('target-新建党组织数', 1.5)).toBe('数量应填整数')
})

it('copies the targets of another year only into blanks', () => {
  const [first] = sheet.rows
  const last: TargetSheet = {
    ...sheet,
    year: 2025,
    rows: first ? [{ ...first, cells: first.cells.map((one) => ({ ...one, target: one.measure === '走访完成率' ? null : 70 })) }] : [],
  }
  expect(copyTargets(sheet, last).map(({ values }) => values)).toEqual([{ year: 2026, unitId: 1, measure: '两个覆盖率', value: 70 }])
})

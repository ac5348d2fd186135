import { describe, expect, it } from 'vitest'
import type { TargetSheet } from '../../../shared/contract/target'
import { targetMeasures, type TargetMeasure } from '../../../shared/record/target'
import { targetProgress, targetsBehind } from './targetProgress'

type Given = Partial<Record<TargetMeasure, [target: number | null, done: number | null, rate: number | null]>>

function cells(given: Given) {
  return targetMeasures.map((measure) => {
    const [target, done, rate] = given[measure] ?? [null, 0, null]
    return { measure, target, done, rate, targetId: target === null ? null : 1, version: target === null ? null : 1 }
  })
}

const sheet: TargetSheet = {
  year: 2026,
  asOf: '2026-07-02',
  rows: [
    { unitId: 1, unitName: '甲街道', cells: cells({ 新建党组织数: [4, 3, 0.75], 两个覆盖率: [90, 85, 0.9444], 走访完成率: [100, 60, 0.6] }) },
    { unitId: 2, unitName: '乙镇', cells: cells({ 新建党组织数: [6, 1, 0.1667], 走访完成率: [100, 100, 1] }) },
  ],
  total: targetMeasures.map((measure) => ({ measure, target: null, done: measure === '走访完成率' ? 80 : null, rate: null })),
}

describe('targetProgress', () => {
  it('sums counts over the units and says what ought to be there by now', () => {
    expect(targetProgress(sheet, []).find(({ measure }) => measure === '新建党组织数')).toEqual({
      measure: '新建党组织数', target: 10, done: 4, rate: 0.4, expected: 5, state: '落后', units: 2, behind: 1,
    })
  })

  it('leaves rates to the units that have them, and tells how many are behind', () => {
    expect(targetProgress(sheet, []).find(({ measure }) => measure === '走访完成率')).toMatchObject({
      target: null, done: 80, rate: null, expected: null, state: null, units: 2, behind: 1,
    })
  })

  it('shows one unit its own targets; a level is asked for only at the end of the year', () => {
    const own = targetProgress(sheet, [1])
    expect(own.map(({ measure }) => measure)).toEqual(['新建党组织数', '两个覆盖率', '走访完成率'])
    expect(own[0]).toMatchObject({ target: 4, expected: 2, state: '正常' })
    expect(own[1]).toMatchObject({ target: 90, done: 85, expected: null, state: '正常' })
    expect(own[2]).toMatchObject({ expected: 100, state: '落后', behind: 1 })
  })

  it('counts the targets behind', () => {
    expect([targetsBehind(sheet, []), targetsBehind(sheet, [1]), targetsBehind(sheet, [2])]).toEqual([2, 1, 1])
  })

  it('has nothing without targets', () => {
    const blank = { ...sheet, rows: [{ unitId: 1, unitName: '甲街道', cells: cells({}) }] }
    expect(targetProgress(blank, [])).toEqual([])
  })
})

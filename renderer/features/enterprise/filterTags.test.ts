import { expect, it } from 'vitest'
import type { Unit } from '../../../shared/contract/unit'
import { filterTags } from './filterTags'

const units: Unit[] = [
  { id: 6, name: '桥头镇', kind: '镇', aliases: [], sortNo: 6, active: true, enterprises: 20 },
  { id: 1, name: '东山街道', kind: '街道', aliases: [], sortNo: 1, active: true, enterprises: 20 },
]

it('names the figure a list was opened from, with its unit and date', () => {
  const [tag, ...others] = filterTags({ figure: 'U', unitIds: [6] }, '2026-06-30', units)
  expect(others).toEqual([])
  expect(tag?.label).toBe('统计表 S1 · 桥头镇 · 未覆盖 · 截止 2026-06-30')
  expect(tag?.without).toEqual({ filter: { figure: undefined, unitIds: [6] }, asOf: undefined })
})

it('says 全部单位 for a figure of the total row', () => {
  expect(filterTags({ figure: 'M' }, undefined, units)[0]?.label).toBe('统计表 S1 · 全部单位 · 应建未建')
})

it('gives every condition a tag and each tag the question without it', () => {
  const filter = { search: 'qt', unitIds: [6, 1], coverage: ['联合' as const], isAboveScale: true }
  const tags = filterTags(filter, undefined, units)
  expect(tags.map((tag) => tag.label)).toEqual(['搜索：qt', '单位：桥头镇、东山街道', '覆盖状态：联合', '规模以上'])
  expect(tags[1]?.without.filter).toEqual({ ...filter, unitIds: undefined })
})

it('names the bands by the settings, and a bound they no longer have by itself', () => {
  expect(filterTags({ sizeBands: [10, null, 33] }, undefined, units)[0]?.label).toBe('从业人员：10–49 人、未填、33')
})

it('has no tag when nothing is asked', () => {
  expect(filterTags({}, undefined, units)).toEqual([])
})

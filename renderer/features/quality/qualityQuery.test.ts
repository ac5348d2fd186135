import { expect, it } from 'vitest'
import type { QualityFilter } from '../../../shared/contract/quality'
import { readQualityQuery, writeQualityQuery } from './qualityQuery'

it.each<[string, QualityFilter]>([
  ['nothing', {}],
  ['one unit', { unitIds: [3] }],
  ['what belongs to no unit', { unitIds: [0] }],
  ['everything', { unitIds: [1, 2], level: 'error', code: 'V-12', kind: 'visit', jumps: true, words: '甲 公司' }],
])('is kept in the address: %s', (_, filter) => {
  expect(readQualityQuery(writeQualityQuery(filter) as Record<string, string>)).toEqual(filter)
})

it('leaves out what it does not understand', () => {
  expect(readQualityQuery({ unit: 'x,-1', level: 'worst', kind: 'nothing', jumps: '2', code: 'V-06' })).toEqual({ code: 'V-06' })
})

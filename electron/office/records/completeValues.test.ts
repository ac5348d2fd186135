import { expect, it } from 'vitest'
import { nationalSettings } from '../../../shared/domain/officeSettings'
import { completeValues } from './completeValues'

const scene = { today: '2026-06-30', settings: nationalSettings }
const known = { name: '甲公司', formerNames: [], tags: ['甲'] }

it('keeps texts without what no screen and no workbook can show', () => {
  const typed = { name: ' 甲\0公\u000b司\u3000', note: '第一行\n第二行\u0007', community: '\ud83d村', shortName: '\u0000' }
  expect(completeValues('enterprise', known, typed, scene)).toMatchObject({
    name: '甲公司', note: '第一行\n第二行', community: '\ufffd村', shortName: null,
  })
})

it('keeps a list without blanks and repetitions, and none as an empty one', () => {
  expect(completeValues('enterprise', known, { tags: [' 乙', '', '乙', '丙\0'] }, scene)).toEqual({ tags: ['乙', '丙'] })
  expect(completeValues('enterprise', known, { tags: null }, scene)).toEqual({ tags: [] })
  expect(completeValues('enterprise', known, { tags: ' ' }, scene)).toEqual({ tags: [] })
})

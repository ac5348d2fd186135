import { describe, expect, it } from 'vitest'
import type { GoalRow } from '../../../shared/contract/goal'
import { adoption, metAmong } from './adoption'
import { judge, withChange } from './verdicts'

const row: GoalRow = {
  id: 1,
  name: '甲公司',
  unitName: '甲街道',
  partyOrgName: null,
  suggestions: {
    org: { met: true, evidence: '有支部' },
    place: { met: false, evidence: '没有活动室' },
    fund: { met: false, evidence: '没有收入' },
    activity: { met: true, evidence: '活动 1 次' },
    rule: { met: true, evidence: '制度已落实' },
    effect: { met: null, evidence: '' },
  },
  check: null,
}
const cell = (of: GoalRow, column: string) => ({ row: of, rowIndex: 0, column, typed: '' })

describe('confirming selected suggestions', () => {
  it('writes verdict and evidence of every open cell that has one', () => {
    const { changes, judged, without } = adoption(['org', 'place', 'effect', 'remedy'].map((column) => cell(row, column)))
    expect(changes.map(({ column, change }) => [column, change.values])).toEqual([
      ['org', { orgMet: true, orgEvidence: '有支部' }],
      ['place', { placeMet: false, placeEvidence: '没有活动室' }],
    ])
    expect([judged, without, metAmong(changes)]).toEqual([0, 1, 1])
  })

  it('leaves what a person has judged, unless it is the only cell', () => {
    const judgedRow = withChange(row, judge(row, 'place', true), '2026-06-30')
    expect(adoption([cell(judgedRow, 'place'), cell(judgedRow, 'org')])).toMatchObject({ judged: 1, changes: [{ column: 'org' }] })
    expect(adoption([cell(judgedRow, 'place')])).toMatchObject({ judged: 0, changes: [{ column: 'place' }] })
  })
})

import { describe, expect, it } from 'vitest'
import type { GoalRow } from '../../../shared/contract/goal'
import { adopt, judge, readVerdict, verdictOf, withChange } from './verdicts'

const today = '2026-06-30'
const row: GoalRow = {
  id: 7,
  name: '甲公司',
  unitName: '甲街道',
  partyOrgName: null,
  suggestions: {
    org: { met: true, evidence: '由“中共甲支部”覆盖' },
    place: { met: false, evidence: '没有活动室' },
    fund: { met: false, evidence: '没有收入' },
    activity: { met: true, evidence: '本季度活动 1 次' },
    rule: { met: true, evidence: '制度已落实' },
    effect: { met: null, evidence: '' },
  },
  check: {
    id: 3,
    version: 2,
    checkedOn: today,
    verdicts: {
      org: { met: null, evidence: null },
      place: { met: true, evidence: '租用村部' },
      fund: { met: null, evidence: null },
      activity: { met: null, evidence: null },
      rule: { met: true, evidence: '制度已落实' },
      effect: { met: false, evidence: null },
    },
    remedy: '建活动室',
    deadline: '2026-09-30',
  },
}
const read = (column: string, typed: string) => readVerdict(row, column, typed, today)

describe('a verdict', () => {
  it.each(['√', '1', '是', '达标', ' √ '])('of %s that agrees with the suggestion stands on its evidence', (typed) => {
    expect(read('org', typed)).toEqual({ ok: true, change: { values: { orgMet: true, orgEvidence: '由“中共甲支部”覆盖' } } })
  })

  it('against the suggestion has no evidence but what a person writes', () => {
    expect(read('org', '×')).toEqual({ ok: true, change: { values: { orgMet: false, orgEvidence: null } } })
    expect(judge(row, 'place', true)).toEqual({ values: { placeMet: true, placeEvidence: '租用村部' } })
  })

  it('takes the suggestion over for an equals sign, and says when there is none', () => {
    expect(read('place', '＝')).toEqual({ ok: true, change: { values: { placeMet: false, placeEvidence: '没有活动室' } } })
    expect(read('rule', '=')).toEqual({ ok: true, change: null })
    expect(read('effect', '=')).toEqual({ ok: false, message: '这一项没有建议，请填 √ 或 ×' })
    expect(adopt(row, 'effect')).toBeNull()
  })

  it('is taken back by an empty cell, and left alone by the same sign', () => {
    expect(read('effect', '')).toEqual({ ok: true, change: { values: { effectMet: null, effectEvidence: null } } })
    expect(read('place', '√')).toEqual({ ok: true, change: null })
    expect(read('org', '')).toEqual({ ok: true, change: null })
  })

  it('refuses what is neither', () => {
    expect(read('org', '较好')).toEqual({ ok: false, message: expect.stringContaining('“较好”') })
    expect(read('name', '乙公司')).toMatchObject({ ok: false })
  })
})

describe('remedy and deadline', () => {
  it('are read as the record keeps them', () => {
    expect(read('deadline', '2026.7.5')).toEqual({ ok: true, change: { values: { deadline: '2026-07-05' } } })
    expect(read('deadline', '2026-09-30')).toEqual({ ok: true, change: null })
    expect(read('deadline', '下月')).toMatchObject({ ok: false })
    expect(read('remedy', '')).toEqual({ ok: true, change: { values: { remedy: null } } })
    expect(read('remedy', '字'.repeat(501))).toMatchObject({ ok: false })
  })
})

describe('withChange', () => {
  it('shows a change at once, of a row without a record too', () => {
    expect(verdictOf(withChange(row, judge(row, 'org', true), today), 'org')).toEqual({ met: true, evidence: '由“中共甲支部”覆盖' })
    const fresh = withChange({ ...row, check: null }, { values: { remedy: '办' } }, today)
    expect(fresh.check).toMatchObject({ id: 0, version: 0, remedy: '办', deadline: null, checkedOn: today })
    expect(verdictOf(fresh, 'place')).toEqual({ met: null, evidence: null })
  })
})

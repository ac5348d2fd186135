import { describe, expect, it } from 'vitest'
import { nationalWords } from './ownWords'
import { suggestGoals, type GoalFacts } from './goalSuggestion'

const nothing: GoalFacts = {
  orgName: null, orgMode: null, roomState: null, ruleState: null, placeArea: null, fundIncome: 0, activities: 0, lifeCount: 0,
}
const scene = { year: 2026, activitiesPerQuarter: 2, labels: { room: '党员活动室', rules: '党建工作制度' }, words: nationalWords }
const suggest = (facts: Partial<GoalFacts>) => suggestGoals({ ...nothing, ...facts }, scene)

describe('suggestGoals', () => {
  it('proposes nothing for 有作用, whatever is known', () => {
    expect(suggest({ orgName: '支部', activities: 9 }).effect).toEqual({ met: null, evidence: '' })
  })

  it('says of every other goal without a record that it is not met, and why', () => {
    const { org, place, fund, activity, rule } = suggest({})
    expect([org, place, fund, activity, rule].map(({ met }) => met)).toEqual([false, false, false, false, false])
    expect([org, place, fund, activity, rule].map(({ evidence }) => evidence)).toEqual([
      '没有党组织覆盖',
      '党员活动室未登记，没有登记活动场所面积',
      '2026年没有经费收入记录',
      '本季度没有活动和组织生活记录',
      '党建工作制度未登记',
    ])
  })

  it('speaks in the words of the district', () => {
    const words = { ...nationalWords, delivery: { 共用: '合建', 未落实: '未到位' } }
    const { place, rule } = suggestGoals({ ...nothing, roomState: '共用', ruleState: '未落实' }, { ...scene, words })
    expect([place.evidence, rule.evidence]).toEqual(['与联合党组织合建党员活动室', '党建工作制度未到位'])
  })

  it('names the organisation and its mode', () => {
    expect(suggest({ orgName: '中共甲支部', orgMode: '联合组建' }).org).toEqual({ met: true, evidence: '由“中共甲支部”覆盖，联合组建' })
  })

  it.each([
    [{ roomState: '已落实' }, true, '党员活动室已落实'],
    [{ roomState: '共用' }, true, '与联合党组织共用党员活动室'],
    [{ roomState: '未落实', placeArea: 60 }, true, '党组织活动场所 60 ㎡'],
    [{ roomState: '推进中', placeArea: 0 }, false, '党员活动室推进中，没有登记活动场所面积'],
  ] as const)('judges 有场地 of %o', (facts, met, evidence) => {
    expect(suggest(facts).place).toEqual({ met, evidence })
  })

  it('adds activities and organisation life against the number a district asks for', () => {
    expect(suggest({ activities: 1 }).activity).toEqual({ met: false, evidence: '本季度活动 1 次，不足 2 次' })
    expect(suggest({ activities: 1, lifeCount: 1 }).activity).toEqual({ met: true, evidence: '本季度活动 1 次、组织生活 1 次' })
    expect(suggestGoals(nothing, { ...scene, activitiesPerQuarter: 0 }).activity.met).toBe(true)
  })

  it('shows income in 元', () => {
    expect(suggest({ fundIncome: 300_050 }).fund).toEqual({ met: true, evidence: '2026年经费收入 3000.50 元' })
  })

  it('takes rules only when they are there', () => {
    expect(suggest({ ruleState: '已落实' }).rule.met).toBe(true)
    expect(suggest({ ruleState: '推进中' }).rule).toEqual({ met: false, evidence: '党建工作制度推进中' })
  })

  it('keeps the evidence within what the record can hold', () => {
    expect(suggest({ orgName: '党'.repeat(100), orgMode: '单独组建' }).org.evidence.length).toBeLessThanOrEqual(200)
  })
})

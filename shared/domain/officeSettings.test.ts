import { describe, expect, it } from 'vitest'
import { officeSettings } from '../contract/setting'
import {
  gradeOf,
  nationalSettings,
  settingDifferences,
  settingGroups,
  withChanges,
} from './officeSettings'
import { settingFields, shownSetting } from './settingFields'
import { checkSetting, checkSettings } from './settingRules'

const named = withChanges(nationalSettings, { names: { officeName: '示范区委非公工委', regionName: '示范区' } })

describe('the national values', () => {
  it('keep every rule and have the shape of the contract', () => {
    expect(checkSettings(named)).toEqual([])
    expect(officeSettings.parse(named)).toEqual(named)
  })

  it('are each explained, and no explanation stands without one', () => {
    for (const group of settingGroups) {
      expect(Object.keys(settingFields[group]).sort()).toEqual(Object.keys(nationalSettings[group]).sort())
    }
  })
})

describe('changes', () => {
  it('touch what they name and nothing else', () => {
    const changed = withChanges(named, { rules: { minMembers: 5 }, lists: { carriers: ['甲'] } })
    expect(settingDifferences(named, changed)).toEqual([
      { group: 'rules', name: 'minMembers', before: 3, after: 5 },
      { group: 'lists', name: 'carriers', before: named.lists.carriers, after: ['甲'] },
    ])
    expect(settingDifferences(changed, named)).toHaveLength(2)
    expect(settingDifferences(named, withChanges(named, {}))).toEqual([])
  })
})

describe('each rule', () => {
  const { rules, limits, lists, assessment, names, goalLabels } = settingFields
  it.each([
    [rules.minMembers, 0, '应在 1 到 100 之间'],
    [rules.minMembers, 2.5, '请填整数'],
    [rules.minMembers, Number.NaN, '请填整数'],
    [rules.base, [], '请至少选择一种经营状态'],
    [rules.womenCount, null, '请选择是或否'],
    [limits.sizeBands, [], '请至少填一个界限'],
    [limits.sizeBands, [50, 10], '界限应从小到大，不能重复'],
    [limits.sizeBands, [10, 10], '界限应从小到大，不能重复'],
    [limits.sizeBands, [0, 10], '界限应是大于 0 的整数，用、隔开'],
    [limits.sizeBands, [10, Number.NaN], '界限应是大于 0 的整数，用、隔开'],
    [limits.sizeBands, Array.from({ length: 13 }, (_, i) => i + 1), '最多 12 个界限'],
    [lists.carriers, [], '请至少填一项'],
    [lists.carriers, ['甲', '乙', '甲'], '“甲”重复了'],
    [lists.carriers, ['长'.repeat(41)], '每一项不能超过 40 个字'],
    [assessment.grades, [{ name: '优秀', from: 0 }], '请至少填两个等次'],
    [assessment.grades, [{ name: '优秀', from: 80 }, { name: '良好', from: 80 }], '“良好”的起始分应低于“优秀”'],
    [assessment.grades, [{ name: '优秀', from: 80 }, { name: '良好', from: 10 }], '最后一个等次应从 0 分起'],
    [assessment.grades, [{ name: '优秀', from: 80 }, { name: '', from: 0 }], '第 2 个等次没有名称'],
    [assessment.grades, [{ name: '优秀', from: 80 }, { name: '优秀', from: 0 }], '等次“优秀”重复了'],
    [assessment.grades, [{ name: '优秀', from: 80.5 }, { name: '良好', from: 0 }], '“优秀”的起始分应是整数'],
    [names.officeName, ' ', '请填写本办公室(工委)名称'],
    [goalLabels.org, '有坚强有力的党的基层组织覆盖', '不能超过 12 个字'],
  ])('%o refuses %o', (field, value, message) => {
    expect(checkSetting(field, value)).toBe(message)
  })

  it('looks at settings that belong together', () => {
    const torn = withChanges(named, {
      reminders: { electionMonths: 2, followUpSecondDays: 30 },
      assessment: { total: 80 },
      deliveryLabels: { flag: '党组织牌匾' },
    })
    expect(checkSettings(torn)).toEqual([
      { group: 'reminders', name: 'electionLastMonths', message: '再次提醒应晚于首次提醒，月数要更少' },
      { group: 'reminders', name: 'followUpSecondDays', message: '再次跟踪应晚于首次跟踪，天数要更多' },
      { group: 'assessment', name: 'grades', message: '“优秀”的起始分超过满分 80 分' },
      { group: 'deliveryLabels', name: 'flag', message: '“党组织牌匾”已用作另一项的名称' },
    ])
  })
})

describe('what settings are used for', () => {
  it('grades of an assessment', () => {
    const { grades } = nationalSettings.assessment
    expect([100, 90, 89.9, 60, 0].map((points) => gradeOf(points, grades))).toEqual(['优秀', '优秀', '良好', '一般', '较差'])
    expect(gradeOf(-1, grades)).toBeNull()
  })

  it('values as people read them', () => {
    const { rules, limits, assessment } = settingFields
    expect(shownSetting(rules.base, ['正常经营', '筹建'])).toBe('正常经营、筹建')
    expect(shownSetting(rules.womenCount, true)).toBe('是')
    expect(shownSetting(rules.minMembers, 3)).toBe('3 名以上')
    expect(shownSetting(limits.sizeBands, [10, 50])).toBe('10、50')
    expect(shownSetting(assessment.grades, nationalSettings.assessment.grades.slice(0, 2))).toBe('优秀 90 分起、良好 80 分起')
  })
})

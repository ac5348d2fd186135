import { describe, expect, it } from 'vitest'
import { fullRows } from './testing/formRows'
import { known, planRows, said, written } from './testing/planRows'

const org = known('partyOrg', 10, { name: '中共甲公司支部委员会', unitId: 1, orgType: '党支部', mode: '单独组建', lastElectionOn: '2023-03-01', unverified: false })

describe('F07', () => {
  const row = fullRows.F07
  const term = known('secretaryTerm', 30, {
    partyOrgId: 10, name: '李四', source: '内选', identity: '高管', enterprisePost: '副总经理', fullTime: false, since: '2025-03-01', phone: '13900139000', education: '大学',
    trainings: [{ year: 2025, count: 1 }, { year: 2026, count: 2 }],
  })
  const ledger = { partyOrg: [org], secretaryTerm: [term] }

  it('knows the one in office, and only the year of the sheet in his trainings', () => {
    const [entry] = planRows('F07', [row], ledger)
    expect(entry && [written(entry).filter(([, , values]) => !('gender' in values || 'birthMonth' in values || 'note' in values)), said(entry)]).toEqual([[], []])
    expect(planRows('F07', [{ ...row, secretaryTrainings: 3 }], ledger)[0]?.records[0]?.values['trainings']).toEqual([{ year: 2025, count: 1 }, { year: 2026, count: 3 }])
  })

  it('another name is a succession, a vacant post ends nothing, an unknown organisation is an error', () => {
    const [entry] = planRows('F07', [{ partyOrgName: row['partyOrgName'] ?? null, secretaryName: '周九', secretarySource: '下派', secretaryGender: '女', secretarySince: '2026-06-01' }], ledger)
    const [first, second] = entry ? written(entry) : []
    expect([first, second?.slice(0, 2)]).toEqual([['secretaryTerm', 30, { until: '2026-06-01' }], ['secretaryTerm', -1]])
    expect(second?.[2]).toMatchObject({ partyOrgId: 10, name: '周九', source: '下派', since: '2026-06-01' })
    expect(planRows('F07', [{ ...row, secretaryName: '空缺' }], ledger).map((one) => [one.action, written(one), said(one)])).toEqual([['same', [], [['V-17', 'notice', 'F']]]])
    expect(planRows('F07', [row], {}).map((one) => [one.action, said(one)])).toEqual([['skip', [['V-46', 'error', 'C']]]])
  })
})

describe('F12', () => {
  const row = { ...fullRows.F12, note: null }
  const values = { remindedOn: '2025-09-01', remindedBy: '发函', extensionNo: '甲组延〔2026〕1号', extendedTo: '2026-09-01', plannedElectionOn: '2026-08-20', electionMethod: '党员大会' }

  it('takes dates; what follows from them is not taken', () => {
    const [entry] = planRows('F12', [row], { partyOrg: [org] })
    expect(entry && [written(entry), said(entry)]).toEqual([[['partyOrg', 10, values]], []])
    expect(planRows('F12', [row], { partyOrg: [{ ...org, values: { ...org.values, ...values } }] }).map(({ action }) => action)).toEqual(['same'])
  })

  it('an election that was held begins a new term and clears what spoke of the old one', () => {
    const [entry] = planRows('F12', [{ ...row, electedOn: '2026-06-10' }], { partyOrg: [{ ...org, values: { ...org.values, ...values } }] })
    expect(entry && written(entry)).toEqual([
      ['partyOrg', 10, { extendedTo: null, extensionNo: null, plannedElectionOn: null, remindedOn: null, remindedBy: null, lastElectionOn: '2026-06-10' }],
    ])
  })
})

describe('F11S', () => {
  const row = fullRows.F11S
  const classes = new Map([[10, { orgSector: '非公企业党组织', localIndustry: '药业' }]])
  const quarters = [90, 92.5, 88, 95].map((points, i) => known('quarterScore', 40 + i, { partyOrgId: 10, year: 2026, quarter: i + 1, points }))

  it('adds the quarters; halves that are their mean are not typed', () => {
    const [entry] = planRows('F11S', [row], { partyOrg: [org] }, { classes })
    expect(entry && written(entry)).toEqual([90, 92.5, 88, 95].map((points, i) => ['quarterScore', -1 - i, { partyOrgId: 10, year: 2026, quarter: i + 1, points }]))
    expect(planRows('F11S', [row], { partyOrg: [org], quarterScore: quarters }, { classes }).map((one) => [one.action, said(one)])).toEqual([['same', []]])
  })

  it('of the year its title names; a half that differs was typed; a class its enterprises do not say is kept', () => {
    const [entry] = planRows('F11S', [{ ...row, scoreH1: 95, localIndustry: '食品' }], { partyOrg: [org], quarterScore: quarters }, { classes, title: '2025年度考核情况汇总表' })
    expect(entry && written(entry).map(([kind, , values]) => [kind, values['year'] ?? null, values['firstHalf'] ?? values['localIndustry'] ?? null])).toEqual([
      ['quarterScore', 2025, null], ['quarterScore', 2025, null], ['quarterScore', 2025, null], ['quarterScore', 2025, null], ['yearScore', 2025, 95], ['partyOrg', null, '食品'],
    ])
  })
})

describe('F11', () => {
  const row = fullRows.F11
  const scheme = known('scheme', 50, { year: 2026, name: '考核', total: 100 })
  const items = [
    known('schemeItem', 51, { schemeId: 50, sortNo: 1, groupName: '组织建设', text: '按期换届', max: 10, method: '系统计算', formula: '按期换届' }),
    known('schemeItem', 52, { schemeId: 50, sortNo: 2, groupName: '作用发挥', text: '党组织和党员作用发挥', max: 20, method: '人工评分' }),
  ]
  const ledger = { partyOrg: [org], scheme: [scheme], schemeItem: items }
  const given = { filledBy: '中共甲公司支部委员会' }

  it('takes points item by item; points the office computes are not typed by being sent back', () => {
    const entries = planRows('F11', [row, { ...row, itemGroup: '作用发挥', itemText: '作用发挥', itemMax: 20, selfScore: 18, finalScore: 16, note: '好' }], ledger, { ...given, computed: new Map([['10:51', 9.5]]) })
    expect(entries.map(written)).toEqual([
      [['score', -1, { partyOrgId: 10, schemeItemId: 51, self: 10 }]], [['score', -2, { partyOrgId: 10, schemeItemId: 52, self: 18, final: 16, deduction: '资料不全', note: '好' }]],
    ])
    const score = known('score', 60, { partyOrgId: 10, schemeItemId: 51, self: 10 })
    expect(planRows('F11', [row], { ...ledger, score: [score] }, { ...given, computed: new Map([['10:51', 9.5]]) }).map(({ action }) => action)).toEqual(['same'])
  })

  it('finds the organisation on the tab, and says when it finds none, no scheme, no such item', () => {
    expect(planRows('F11', [row], ledger, { name: '中共甲公司支部委员会' }).map(({ action }) => action)).toEqual(['add'])
    expect(planRows('F11', [row], ledger).flatMap(said)).toEqual([['V-46', 'error', null]])
    expect(planRows('F11', [row], { partyOrg: [org] }, given).flatMap(said)).toEqual([['V-46', 'error', 'C']])
    expect(planRows('F11', [{ ...row, itemText: '别的' , itemMax: 7 }], ledger, given).flatMap(said)).toEqual([['V-46', 'error', 'C']])
  })
})

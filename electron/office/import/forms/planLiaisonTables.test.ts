import { describe, expect, it } from 'vitest'
import { fullRows } from './testing/formRows'
import { enterprise, known, planRows, said, written } from './testing/planRows'

const enterprises = [enterprise(1, '甲公司'), enterprise(2, '乙公司'), enterprise(3, '丙公司', { unitId: 2 })]
const person = known('liaison', 5, {
  name: '赵六', kind: '指导员', fullTime: true, employer: '甲街道党建办', post: '组织委员', homeOrg: '甲街道机关党支部', phone: '13800138000', level: '乡镇街道级', active: true,
})
const link = known('assignment', 7, { liaisonId: 5, enterpriseId: 1, from: '2025-01-01', to: '2026-12-31', frequencyTimes: 2, frequencyUnit: '月', note: '第二批' })

describe('F04', () => {
  const row = fullRows.F04

  it('adds a person with what he looks after, once for all his rows', () => {
    const entries = planRows('F04', [row, { ...row, enterpriseName: '乙公司', assignedTo: null, note: null }], { enterprise: enterprises })
    expect(entries.map(({ action, target }) => [action, target.kind, target.name])).toEqual([['add', 'assignment', '赵六 → 甲公司'], ['add', 'assignment', '赵六 → 乙公司']])
    expect(entries.flatMap(written)).toEqual([
      ['liaison', -1, { kind: '指导员', fullTime: true, active: true, name: '赵六', employer: '甲街道党建办', post: '组织委员', homeOrg: '甲街道机关党支部', phone: '13800138000', level: '乡镇街道级' }],
      ['assignment', -2, { liaisonId: -1, enterpriseId: 1, from: '2025-01-01', to: '2026-12-31', note: '第二批', frequencyTimes: 2, frequencyUnit: '月' }],
      ['assignment', -3, { liaisonId: -1, enterpriseId: 2, from: '2025-01-01', frequencyTimes: 2, frequencyUnit: '月' }],
    ])
    expect(entries.flatMap(said)).toEqual([])
  })

  it('knows the person and his link again', () => {
    const ledger = { enterprise: enterprises, liaison: [person], assignment: [link] }
    expect(planRows('F04', [row], ledger).map((entry) => [entry.action, written(entry), said(entry)])).toEqual([['same', [], []]])
    const [changed] = planRows('F04', [{ ...row, liaisonPhone: '13911139111', liaisonPost: null, visitFrequency: '每季度一次' }], ledger)
    expect(changed?.changes.map(({ label, before, after }) => [label, before, after])).toEqual([['联系电话', '13800138000', '13911139111'], ['走访频次', '2', '1'], ['走访频次', '月', '季']])
  })

  it('shows what it changes in the words of the form', () => {
    const ledger = { enterprise: enterprises, liaison: [person], assignment: [link] }
    const [stopped] = planRows('F04', [{ ...row, liaisonFullTime: '兼职', assignmentState: '停用' }], ledger)
    expect(stopped?.changes.map(({ label, before, after }) => [label, before, after])).toEqual([['专职/兼职', '专职', '兼职'], ['在岗状态', '在岗', '停用']])
  })

  it('tells namesakes apart by telephone, by whom they look after, by where they work, else asks', () => {
    const namesake = known('liaison', 6, { name: '赵六', kind: '联络员', fullTime: false, active: true, employer: '乙镇政府', phone: '13700137000' })
    const ledger = { enterprise: enterprises, liaison: [person, namesake], assignment: [] }
    const short = { liaisonName: '赵六', enterpriseName: '丙公司', liaisonKind: null }
    expect(planRows('F04', [{ ...short, liaisonPhone: '13700137000', liaisonEmployer: '别处' }], ledger).flatMap(written)).toContainEqual(['assignment', -1, { liaisonId: 6, enterpriseId: 3 }])
    expect(planRows('F04', [{ ...short, liaisonEmployer: '乙镇政府', liaisonPhone: '13600136000' }], ledger).flatMap(written)[0]).toEqual(['liaison', 6, { phone: '13600136000' }])
    expect(planRows('F04', [{ ...short, liaisonPost: '干事', liaisonFullTime: '兼职' }], ledger).map((entry) => [entry.action, said(entry)])).toEqual([['skip', [['V-46', 'error', 'H']]]])
  })

  it('gives an enterprise to another person and says so; two rows of one sheet both stand', () => {
    const open = { ...link, values: { ...link.values, to: null } }
    const ledger = { enterprise: enterprises, liaison: [person], assignment: [open] }
    const other = { ...row, liaisonName: '孙八', liaisonPhone: '13500135000', assignedFrom: '2026-05-01', assignedTo: null }
    const [entry] = planRows('F04', [other], ledger)
    expect(entry && [written(entry)[1], said(entry)]).toEqual([['assignment', 7, { to: '2026-04-30', endReason: '导入时更换' }], [['V-45', 'warning', 'K']]])
    const both = planRows('F04', [{ ...row, assignedTo: null }, other], ledger)
    expect(both.flatMap(said)).toEqual([])
  })

  it('says what it cannot take: an unknown enterprise, an end without a day, a person without a kind', () => {
    const ledger = { enterprise: enterprises, liaison: [person], assignment: [link] }
    expect(planRows('F04', [{ ...row, enterpriseName: '丁公司' }], ledger).map((entry) => [entry.action, said(entry)])).toEqual([['skip', [['V-46', 'error', 'K']]]])
    expect(planRows('F04', [{ ...row, assignmentState: '期满', assignedTo: null }], ledger).map((entry) => [entry.action, said(entry)])).toEqual([['same', [['V-10', 'warning', 'N']]]])
    expect(planRows('F04', [{ ...row, assignmentState: '停用' }], ledger).flatMap(written)).toEqual([['liaison', 5, { active: false }]])
    expect(planRows('F04', [{ ...row, liaisonKind: null }], { enterprise: enterprises }).flatMap(said)).toEqual([['V-10', 'warning', 'C']])
  })

  it('takes several enterprises from one cell, and a person without any', () => {
    const entries = planRows('F04', [{ ...row, enterpriseName: '甲公司、乙公司\n丙公司' }], { enterprise: enterprises })
    expect(entries.flatMap(written).map(([kind, , values]) => [kind, values['enterpriseId'] ?? null])).toEqual([['liaison', null], ['assignment', 1], ['assignment', 2], ['assignment', 3]])
    expect(planRows('F04', [{ ...row, unitName: null, enterpriseName: null, assignedFrom: null, assignedTo: null }], { enterprise: enterprises }).map((entry) => [entry.action, entry.target.kind])).toEqual([['add', 'liaison']])
  })
})

describe('F05', () => {
  const row = fullRows.F05
  const visit = known('visit', 9, {
    visitedOn: '2026-05-06', liaisonId: 5, enterpriseId: 1, mode: '实地', metPersons: '总经理', content: '宣传政策\n了解党员情况', problem: '缺活动场所', measure: '与乙公司共用',
    responsible: '赵六', deadline: '2026-08-01', resolution: '正在解决', suggestion: '多组织活动',
  })
  const ledger = { enterprise: enterprises, liaison: [person], assignment: [link], visit: [visit] }
  const own = { ...row, note: null }

  it('knows a visit by day, person and enterprise; other words are a change, more words another visit', () => {
    expect(planRows('F05', [own], ledger).map((entry) => [entry.action, written(entry), said(entry)])).toEqual([['same', [], []]])
    expect(planRows('F05', [{ ...own, visitContent: '座谈' }], ledger).flatMap(written)).toEqual([['visit', 9, { content: '座谈' }]])
    const both = planRows('F05', [own, { ...own, visitContent: '座谈', problem: null, resolution: null, measure: null, responsible: null, deadline: null }], ledger)
    expect(both.map(({ action }) => action)).toEqual(['same', 'add'])
    expect(planRows('F05', [own, own], ledger).map((entry) => [entry.action, said(entry)])).toEqual([['same', []], ['skip', [['V-03', 'notice', 'B']]]])
  })

  it('fills in what a sheet leaves to be understood, and says so', () => {
    const [entry] = planRows('F05', [{ ...own, visitMode: null, resolution: '已解决', resolvedOn: null }], { ...ledger, visit: [] })
    expect(entry && written(entry)[0]?.[2]).toMatchObject({ mode: '实地', resolution: '已解决', resolvedOn: '2026-05-06' })
    expect(entry && said(entry)).toEqual([['V-11', 'warning', 'N'], ['V-10', 'warning', 'F']])
    expect(planRows('F05', [{ ...own, resolution: null }], { ...ledger, visit: [] }).map((one) => [written(one)[0]?.[2]['resolution'], said(one)])).toEqual([['未解决', [['V-10', 'warning', 'M']]]])
  })

  it('says whom it does not know, whom it cannot tell, and what is missing', () => {
    const refused = (changes: object, records = ledger) => planRows('F05', [{ ...own, ...changes }], records).map((entry) => [entry.action, ...said(entry)])
    expect(refused({ enterpriseName: '丁公司' })).toEqual([['skip', ['V-46', 'error', 'E']]])
    expect(refused({ liaisonName: '孙八' })).toEqual([['skip', ['V-46', 'error', 'C']]])
    expect(refused({ visitedOn: '2026-05' })).toEqual([['skip', ['V-11', 'error', 'B']]])
    expect(refused({ visitedOn: null })).toEqual([['skip', ['V-01', 'error', 'B']]])
    expect(refused({ visitContent: null }, { ...ledger, visit: [] })).toEqual([['skip', ['V-01', 'error', 'H']]])
    const twins = { ...ledger, liaison: [person, known('liaison', 6, { name: '赵六', kind: '联络员' })] }
    expect(refused({}, twins)).toEqual([['same']])
    expect(refused({ enterpriseName: '乙公司' }, twins)).toEqual([['skip', ['V-46', 'error', 'C']]])
    expect(refused({ unitName: '乙镇' })).toEqual([['same', ['V-03', 'warning', 'D']]])
  })
})

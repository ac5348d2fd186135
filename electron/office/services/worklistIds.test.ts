import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { Worklist } from '../../../shared/record/worklist'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-07-10' })
  await setUpUnits(office)
})
afterEach(() => office.close())

type Values = Record<string, FieldValue>

const add = (kind: RecordKind, values: Values) => addRecord(office, kind, values)
const addEnterprise = (name: string, values: Values = {}) => add('enterprise', { name, unitId: 1, ...values })
const addLiaison = (name: string, kind = '联络员') => add('liaison', { name, kind })
const assign = (liaisonId: number, enterpriseId: number, values: Values = {}) =>
  add('assignment', { liaisonId, enterpriseId, from: '2025-01-01', ...values })
const visit = (liaisonId: number, enterpriseId: number, visitedOn: string, values: Values = {}) =>
  add('visit', { liaisonId, enterpriseId, visitedOn, mode: '实地', content: '了解情况', ...values })

async function listed(kind: RecordKind, worklist: Worklist, unitIds?: number[]): Promise<(string | undefined)[]> {
  const filter = { is: { worklist: [worklist] }, ...(unitIds ? { unitIds } : {}) }
  const { rows, total } = await office.call('record.page', { kind, filter })
  expect(total).toBe(rows.length)
  return rows.map((row) => (kind === 'enterprise' ? String(row.values['name']) : row.names['enterpriseId']))
}

describe('visits', () => {
  it('are asked for by frequency, and the overdue come first, the longest overdue at the top', async () => {
    const [li, wang] = [await addLiaison('李四'), await addLiaison('王五', '指导员')]
    const [a, b, c, d] = [await addEnterprise('甲公司'), await addEnterprise('乙公司'), await addEnterprise('丙公司'), await addEnterprise('丁公司', { unitId: 2 })]
    const monthly = await assign(li, a, { frequencyUnit: '月' })
    await assign(li, b)
    await assign(li, c)
    await assign(wang, d, { frequencyUnit: '年' })
    await visit(li, b, '2026-05-20')
    await visit(li, c, '2026-07-01')
    expect(await listed('assignment', 'visitOverdue')).toEqual(['丁公司', '甲公司'])
    expect(await listed('assignment', 'visitOverdue', [1])).toEqual(['甲公司'])
    expect(await listed('assignment', 'visitDue')).toEqual(['乙公司'])
    expect(await listed('assignment', 'living')).toEqual(['甲公司', '乙公司', '丙公司', '丁公司'])
    const { computed } = await office.call('record.get', { kind: 'assignment', id: monthly })
    expect(computed).toMatchObject({
      visitState: '逾期', visitDueOn: '2026-06-30', visitDays: 10, missing: 1, required: 6, done: 0, rate: '0.00%', lastVisitOn: null, liaisonKind: '联络员',
    })
    const liaison = await office.call('record.get', { kind: 'liaison', id: li })
    // 6 of the monthly one, 2 of each quarterly one; one visit of each of the two counts.
    expect(liaison.computed).toMatchObject({ enterprises: 3, required: 10, done: 2, fulfilled: 2, rate: '20.00%', overdue: 1, lastVisitOn: '2026-07-01' })
    expect(await office.call('visit.summary', {})).toMatchObject({
      instructors: 1, contacts: 1, assignments: 4, overdue: 2, due: 1, uncontacted: 0, required: 11, done: 2, fulfilled: 2, rate: 0.1818,
    })
  })

  it('count by telephone only where the setting says so', async () => {
    const [li, a] = [await addLiaison('李四'), await addEnterprise('甲公司')]
    await assign(li, a)
    await visit(li, a, '2026-05-20', { mode: '电话' })
    expect(await listed('assignment', 'visitOverdue')).toEqual([])
    await office.call('setting.save', { settings: { work: { telephoneCounts: false } } })
    expect(await listed('assignment', 'visitOverdue')).toEqual(['甲公司'])
  })

  it('are asked of nobody out of office, of no ended assignment and no enterprise that has gone', async () => {
    const [li, wang] = [await addLiaison('李四'), await addLiaison('王五')]
    const [a, b, c] = [await addEnterprise('甲公司'), await addEnterprise('乙公司'), await addEnterprise('丙公司')]
    await assign(li, a, { to: '2026-07-01', endReason: '调整' })
    await assign(li, b)
    await assign(wang, c)
    await office.call('record.save', { changes: [{ kind: 'liaison', id: wang, values: { active: false } }, { kind: 'enterprise', id: b, values: { operatingStatus: '已注销', statusReason: '停业' } }] })
    expect(await listed('assignment', 'visitOverdue')).toEqual([])
    expect(await listed('enterprise', 'uncontacted')).toEqual(['丙公司', '甲公司'])
    const union = await addEnterprise('戊公司', { hasUnion: true })
    const page = await office.call('record.page', { kind: 'enterprise', filter: { is: { worklist: ['uncontacted'], status: ['工作覆盖(群团)'] } } })
    expect(page.rows.map(({ id }) => id)).toEqual([union])
  })

  it('carry their problems to the end: overdue first, none without a deadline', async () => {
    const [li, a, b, c] = [await addLiaison('李四'), await addEnterprise('甲公司'), await addEnterprise('乙公司'), await addEnterprise('丙公司')]
    const problem = { problem: '缺场地', resolution: '未解决' }
    await visit(li, a, '2026-06-01', problem)
    await visit(li, b, '2026-06-01', { ...problem, deadline: '2026-08-01' })
    const late = await visit(li, c, '2026-06-01', { ...problem, deadline: '2026-07-01' })
    expect(await listed('visit', 'openProblem')).toEqual(['丙公司', '乙公司', '甲公司'])
    expect(await listed('visit', 'overdueProblem')).toEqual(['丙公司'])
    await visit(li, c, '2026-07-09', { followsVisitId: late })
    expect((await office.call('record.get', { kind: 'visit', id: late })).computed).toEqual({ problemState: '超期', problemDays: -9, followedOn: '2026-07-09' })
    await office.call('record.save', { changes: [{ kind: 'visit', id: late, values: { resolution: '已解决', resolvedOn: '2026-07-10' } }] })
    expect((await office.call('visit.summary', {})).problems).toEqual({ open: 2, overdue: 0, solvedThisYear: 1 })
  })
})

describe('plans', () => {
  it('list what is unbuilt, overdue plans first, and count it', async () => {
    await addEnterprise('甲公司', { formalMembers: 3 })
    await addEnterprise('乙公司', { formalMembers: 1, unbuiltReason: '党员不足3名', plannedMode: '联合组建', plannedFoundingOn: '2026-07-01' })
    await addEnterprise('丙公司', { formalMembers: 4, plannedFoundingOn: '2026-05-31', unbuiltReason: '符合条件待建' })
    await addEnterprise('丁公司', { formalMembers: 5, operatingStatus: '停产停业' })
    const built = await addEnterprise('戊公司', { formalMembers: 5 })
    await office.call('record.save', {
      changes: [
        { kind: 'partyOrg', id: -1, values: { name: '中共戊公司支部', unitId: 1, orgType: '党支部', mode: '单独组建' } },
        { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: built } },
      ],
    })
    expect(await listed('enterprise', 'unbuilt')).toEqual(['丙公司', '乙公司', '甲公司'])
    expect(await listed('enterprise', 'dueUnbuilt')).toEqual(['丙公司', '甲公司'])
    expect(await listed('enterprise', 'planned')).toEqual(['丙公司', '乙公司'])
    expect(await listed('enterprise', 'planOverdue')).toEqual(['丙公司'])
    expect(await office.call('plan.summary', {})).toEqual({
      unbuilt: 3, dueUnbuilt: 2, minMembers: 3, planned: 2, overdue: 1, thisMonth: 1,
      reasons: [{ reason: '党员不足3名', count: 1 }, { reason: '符合条件待建', count: 1 }, { reason: null, count: 1 }],
    })
    const sorted = await office.call('record.page', { kind: 'enterprise', filter: { is: { worklist: ['unbuilt'] } }, sort: { field: 'formalMembers', descending: false } })
    expect(sorted.rows.map((row) => row.computed['planState'])).toEqual(['本月到期', '未列计划', '逾期'])
  })
})

describe('newly founded enterprises', () => {
  it('are looked at twice, and leave the list of open looks when both are on record', async () => {
    const a = await addEnterprise('甲公司', { establishedOn: '2026-06-05' })
    const b = await addEnterprise('乙公司', { establishedOn: '2026-04-05' })
    await addEnterprise('丙公司', { establishedOn: '2025-07-01' })
    await addEnterprise('丁公司', { establishedOn: '2026-07-08' })
    expect(await listed('enterprise', 'newcomer')).toEqual(['丁公司', '甲公司', '乙公司'])
    expect(await listed('enterprise', 'followUpOpen')).toEqual(['乙公司', '甲公司'])
    const look = await add('followUp', { enterpriseId: b, step: '首次', doneOn: '2026-05-06', result: '没有党员' })
    expect((await office.call('record.get', { kind: 'enterprise', id: b })).computed).toMatchObject({
      firstLook: '已跟踪', firstLookId: look, firstLookDoneOn: '2026-05-06', secondLook: '逾期', secondLookDueOn: '2026-07-04', secondLookId: null,
    })
    expect(await listed('enterprise', 'followUpOpen')).toEqual(['乙公司', '甲公司'])
    await add('followUp', { enterpriseId: b, step: '再次', doneOn: '2026-07-04', result: '招了一名党员' })
    await add('followUp', { enterpriseId: a, step: '首次', doneOn: '2026-07-05', result: '没有党员' })
    expect(await listed('enterprise', 'followUpOpen')).toEqual([])
    expect(await office.call('followUp.summary', {})).toEqual({
      newcomers: 3, open: 0,
      first: { afterDays: 30, notYet: 1, due: 0, overdue: 0, done: 2 },
      second: { afterDays: 90, notYet: 2, due: 0, overdue: 0, done: 1 },
    })
  })
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RecordFilter } from '../../../shared/contract/record'
import type { DueKey } from '../../../shared/domain/dueWork'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'
import { createSampleOffice } from '../testing/createSampleOffice'

type Values = Record<string, FieldValue>

function dueOf(office: TestOffice, unitIds?: number[]): Promise<Partial<Record<DueKey, number>>> {
  return office.call('work.due', unitIds ? { unitIds } : {}).then(({ counts }) => Object.fromEntries(counts.map(({ key, count }) => [key, count])))
}

describe('what is due', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await createTestOffice({ today: '2026-07-10' })
    await setUpUnits(office)
  })
  afterEach(() => office.close())

  const add = (kind: RecordKind, values: Values) => addRecord(office, kind, values)
  const addEnterprise = (name: string, values: Values = {}) => add('enterprise', { name, unitId: 1, ...values })
  const addOrg = (name: string, values: Values) => add('partyOrg', { name, unitId: 1, orgType: '党支部', mode: '单独组建', ...values })

  it('is nothing in an empty ledger', async () => {
    expect(await dueOf(office)).toEqual({})
  })

  it('follows the rule of terms: ended, within two months, within six, elected and not reported', async () => {
    await addOrg('中共甲支部委员会', { lastElectionOn: '2023-07-09' })
    await addOrg('中共乙支部委员会', { lastElectionOn: '2023-07-10' })
    await addOrg('中共丙支部委员会', { lastElectionOn: '2023-09-10' })
    await addOrg('中共丁支部委员会', { lastElectionOn: '2023-09-11' })
    await addOrg('中共戊支部委员会', { lastElectionOn: '2024-01-10', unitId: 2 })
    await addOrg('中共己支部委员会', { lastElectionOn: '2024-01-11' })
    await addOrg('中共庚支部委员会', { lastElectionOn: '2023-07-01', extendedTo: '2026-12-01' })
    await addOrg('中共辛支部委员会', { lastElectionOn: '2026-06-20' })
    expect(await dueOf(office)).toEqual({ electionOverdue: 1, electionRequest: 2, electionLetter: 3, electionReport: 1 })
    expect(await dueOf(office, [2])).toEqual({ electionLetter: 1 })
    await office.call('setting.save', { settings: { reminders: { electionMonths: 3, electionLastMonths: 1 } } })
    expect(await dueOf(office)).toEqual({ electionOverdue: 1, electionRequest: 1, electionLetter: 2, electionReport: 1 })
  })

  it('tells assignments that ended and were not renewed, as table S8 does', async () => {
    const [li, wang] = [await add('liaison', { name: '李四', kind: '联络员' }), await add('liaison', { name: '王五', kind: '联络员' })]
    const [a, b, c] = [await addEnterprise('甲公司'), await addEnterprise('乙公司'), await addEnterprise('丙公司', { unitId: 2 })]
    const assign = (liaisonId: number, enterpriseId: number, values: Values) =>
      add('assignment', { liaisonId, enterpriseId, frequencyTimes: 1, frequencyUnit: '年', ...values })
    await assign(li, a, { from: '2025-01-01', to: '2026-06-30' })
    await assign(li, b, { from: '2025-01-01', to: '2026-06-30' })
    await assign(wang, b, { from: '2026-07-01' })
    await assign(li, c, { from: '2025-01-01', to: '2026-06-30', endReason: '工作调整' })
    await assign(li, c, { from: '2024-01-01', to: '2024-12-31' })
    expect((await dueOf(office)).assignmentExpired).toBe(2)
    expect((await dueOf(office, [2])).assignmentExpired).toBe(1)
    const [part] = (await office.call('statistics.table', { table: 'S8' })).parts
    expect(part?.total?.['U']).toBe(2)
    const { rows } = await office.call('record.page', { kind: 'assignment', filter: { is: { worklist: ['expired'] } } })
    expect(rows.map(({ names }) => names['enterpriseId'])).toEqual(['丙公司', '甲公司'])
  })

  it('tells looks at new enterprises after 30 and 90 days, plans behind, and enterprises with members enough', async () => {
    await addEnterprise('新一公司', { establishedOn: '2026-06-15' })
    await addEnterprise('新二公司', { establishedOn: '2026-04-15' })
    await addEnterprise('待建公司', { formalMembers: 3 })
    await addEnterprise('计划公司', { formalMembers: 5, plannedFoundingOn: '2026-06-01' })
    await addEnterprise('少人公司', { formalMembers: 2, plannedFoundingOn: '2026-07-31', unitId: 2 })
    expect(await dueOf(office)).toEqual({
      firstLookDue: 1, firstLookOverdue: 1, secondLookDue: 1, planOverdue: 1, planThisMonth: 1, dueUnbuilt: 2, dueUnplanned: 1,
    })
    await office.call('setting.save', { settings: { rules: { minMembers: 4 } } })
    expect(await dueOf(office)).toMatchObject({ dueUnbuilt: 1, planOverdue: 1 })
    expect((await dueOf(office)).dueUnplanned).toBeUndefined()
  })

  it('tells tasks past their day and within a week: problems, decisions, proposals', async () => {
    const li = await add('liaison', { name: '李四', kind: '联络员' })
    const a = await addEnterprise('甲公司')
    const problem = { liaisonId: li, enterpriseId: a, visitedOn: '2026-06-01', mode: '实地', content: '了解情况', problem: '没有场地', resolution: '未解决' }
    await add('visit', { ...problem, deadline: '2026-07-09' })
    await add('visit', { ...problem, deadline: '2026-07-10' })
    await add('visit', { ...problem, deadline: '2026-07-01', resolution: '已解决', resolvedOn: '2026-06-20' })
    const decision = { content: '落实场地', responsibleUnit: '甲街道', state: '办理中' }
    await add('decision', { ...decision, deadline: '2026-07-09' })
    await add('decision', { ...decision, deadline: '2026-07-17' })
    await add('decision', { ...decision, deadline: '2026-07-18' })
    await add('decision', { ...decision, deadline: '2026-07-01', state: '已办结', finishedOn: '2026-06-30' })
    const proposal = { receivedOn: '2026-06-01', topic: '用工', raisedBy: '甲公司', content: '招工难', responsibleUnit: '人社局', state: '待答复' }
    await add('proposal', { ...proposal, answerDue: '2026-07-09' })
    await add('proposal', { ...proposal, answerDue: '2026-07-10' })
    expect(await dueOf(office)).toEqual({ problemOverdue: 1, decisionOverdue: 1, decisionSoon: 1, proposalOverdue: 1, proposalSoon: 1 })
  })
})

describe('what is due in the sample district', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await createSampleOffice()
  })
  afterAll(() => office.close())

  const lists: [DueKey, RecordKind, RecordFilter][] = [
    ['visitOverdue', 'assignment', { is: { worklist: ['visitOverdue'] } }],
    ['visitDue', 'assignment', { is: { worklist: ['visitDue'] } }],
    ['firstLookOverdue', 'enterprise', { is: { worklist: ['newcomer'], firstLook: ['逾期'] } }],
    ['planOverdue', 'enterprise', { is: { worklist: ['unbuilt'], planState: ['逾期'] } }],
    ['dueUnbuilt', 'enterprise', { is: { worklist: ['dueUnbuilt'] } }],
    ['dueUnplanned', 'enterprise', { is: { worklist: ['dueUnbuilt'], planState: ['未列计划'] } }],
    ['problemOverdue', 'visit', { is: { worklist: ['overdueProblem'] } }],
  ]

  it.each(lists)('%s counts what its list lists, over all and over one unit', async (key, kind, filter) => {
    for (const unitIds of [undefined, [1]]) {
      const { total } = await office.call('record.page', { kind, filter: { ...filter, ...(unitIds ? { unitIds } : {}) } })
      expect((await dueOf(office, unitIds))[key] ?? 0).toBe(total)
    }
  })

  it('counts elections as 换届提醒 lists them', async () => {
    const { rows } = await office.call('partyOrg.terms', { year: 2026 })
    const of = (step: string): number => rows.filter(({ reminder }) => reminder?.step === step).length
    const due = await dueOf(office)
    expect([due.electionOverdue ?? 0, due.electionRequest ?? 0, due.electionLetter ?? 0, due.electionReport ?? 0]).toEqual(
      ['届满未换', '报请示', '发提醒函', '报换届结果'].map(of),
    )
    expect(of('届满未换')).toBeGreaterThan(0)
  })
})

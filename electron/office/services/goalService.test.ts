import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GoalColumn, GoalFilter } from '../../../shared/contract/goal'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { readWorkbook } from '../excel/readWorkbook'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
})
afterEach(() => office.close())

const period = '2026年第2季度'
type Values = Record<string, FieldValue>

const add = (kind: RecordKind, values: Values) => addRecord(office, kind, values)
const addEnterprise = (name: string, values: Values = {}) => add('enterprise', { name, unitId: 1, ...values })
async function addOrg(enterpriseId: number, values: Values = {}): Promise<number> {
  const { saved } = await office.call('record.save', {
    changes: [
      { kind: 'partyOrg', id: -1, values: { name: '中共甲支部', unitId: 1, orgType: '党支部', mode: '单独组建', foundedOn: '2020-01-01', ...values } },
      { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId, since: '2026-05-01' } },
      { kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '张三', source: '内选', since: '2020-01-01', phone: '13800138000' } },
    ],
  })
  return saved[0]?.id ?? 0
}
const check = (enterpriseId: number, values: Values) => add('goalCheck', { enterpriseId, period, checkedOn: '2026-06-20', ...values })
async function suggestions(id: number, quarter = period) {
  const { rows } = await office.call('goal.page', { period: quarter, filter: { ids: [id] } })
  if (!rows[0]) throw new Error(`no row ${id}`)
  return rows[0].suggestions
}
const names = async (filter: GoalFilter) => (await office.call('goal.page', { period, filter })).rows.map(({ name }) => name)
const allMet = { orgMet: true, placeMet: true, fundMet: true, activityMet: true, ruleMet: true, effectMet: true }

describe('the six goals of a quarter', () => {
  it('are proposed from the records of the enterprise and its organisation', async () => {
    const id = await addEnterprise('甲公司')
    expect(Object.values(await suggestions(id)).map(({ met }) => met)).toEqual([false, false, false, false, false, null])
    const org = await addOrg(id)
    await add('delivery', { enterpriseId: id, item: 'room', state: '共用' })
    await add('delivery', { enterpriseId: id, item: 'rules', state: '已落实', doneOn: '2026-06-01' })
    await add('fundEntry', { partyOrgId: org, occurredOn: '2026-01-05', direction: '收入', source: '党费返还', amount: 300_000 })
    await add('fundEntry', { enterpriseId: id, partyOrgId: org, occurredOn: '2026-02-05', direction: '收入', source: '企业投入', amount: 100_000 })
    await add('fundEntry', { partyOrgId: org, occurredOn: '2025-12-31', direction: '收入', source: '党费返还', amount: 900_000 })
    await add('activity', { heldOn: '2026-04-01', carrier: '双争双强', title: '评比', partyOrgId: org, enterpriseId: id })
    await add('activity', { heldOn: '2026-03-31', carrier: '双争双强', title: '上季度', partyOrgId: org })
    await add('activityCount', { partyOrgId: org, quarter: period, memberMeetings: 1, groupMeetings: 3, themeDays: null })
    expect(await suggestions(id)).toEqual({
      org: { met: true, evidence: '由“中共甲支部”覆盖，单独组建' },
      place: { met: true, evidence: '与联合党组织共用党员活动室' },
      fund: { met: true, evidence: '2026年经费收入 4000.00 元' },
      activity: { met: true, evidence: '本季度活动 1 次、组织生活 4 次' },
      rule: { met: true, evidence: '党建工作制度已落实' },
      effect: { met: null, evidence: '' },
    })
  })

  it('are those of the end of the quarter, not of today', async () => {
    const id = await addEnterprise('甲公司')
    await addOrg(id, { placeArea: 40 })
    await add('delivery', { enterpriseId: id, item: 'rules', state: '已落实', doneOn: '2026-06-01' })
    const earlier = await suggestions(id, '2026年第1季度')
    expect(earlier.org.met).toBe(false)
    expect(earlier.rule.met).toBe(false)
    expect((await suggestions(id)).place).toEqual({ met: true, evidence: '党组织活动场所 40 ㎡' })
  })

  it('ask for as many activities as the district set', async () => {
    const id = await addEnterprise('甲公司')
    await add('activity', { heldOn: '2026-04-01', carrier: '双争双强', title: '评比', enterpriseId: id })
    expect((await suggestions(id)).activity.met).toBe(true)
    await office.call('setting.save', { settings: { work: { activitiesPerQuarter: 2 } } })
    expect((await suggestions(id)).activity).toEqual({ met: false, evidence: '本季度活动 1 次，不足 2 次' })
  })

  it('stand beside what a person confirmed; a suggestion is never written by itself', async () => {
    const id = await addEnterprise('甲公司')
    await addOrg(id)
    expect((await office.call('goal.page', { period })).rows[0]?.check).toBeNull()
    const checkId = await check(id, { orgMet: true, orgEvidence: '由“中共甲支部”覆盖', effectMet: false, remedy: '办党员先锋岗', deadline: '2026-09-30' })
    const { rows } = await office.call('goal.page', { period })
    expect(rows[0]?.check).toEqual({
      id: checkId, version: 1, checkedOn: '2026-06-20', remedy: '办党员先锋岗', deadline: '2026-09-30',
      verdicts: {
        org: { met: true, evidence: '由“中共甲支部”覆盖' }, place: { met: null, evidence: null }, fund: { met: null, evidence: null },
        activity: { met: null, evidence: null }, rule: { met: null, evidence: null }, effect: { met: false, evidence: null },
      },
    })
    expect((await office.call('goal.page', { period: '2026年第1季度' })).rows[0]?.check).toBeNull()
  })

  it('are narrowed and counted by how they stand', async () => {
    const [a, b, c, d] = [await addEnterprise('甲公司'), await addEnterprise('乙公司', { unitId: 2 }), await addEnterprise('丙公司'), await addEnterprise('丁公司')]
    await addEnterprise('去公司', { operatingStatus: '迁出', statusReason: '外迁', statusSince: '2026-01-01' })
    await check(a, allMet)
    await check(b, { ...allMet, placeMet: false, remedy: '建活动室', deadline: '2026-06-29' })
    await check(c, { orgMet: false, deadline: '2026-06-30' })
    expect(await names({ standings: ['达标'] })).toEqual(['甲公司'])
    expect(await names({ standings: ['未达标'] })).toEqual(['丙公司', '乙公司'])
    expect(await names({ standings: ['未评定'] })).toEqual(['丙公司', '丁公司'])
    expect(await names({ standings: ['整改逾期'] })).toEqual(['乙公司'])
    expect(await names({ standings: ['达标', '整改逾期'] })).toEqual(['甲公司', '乙公司'])
    expect(await names({ unitIds: [2] })).toEqual(['乙公司'])
    expect(await names({ search: 'dgs' })).toEqual(['丁公司'])
    expect(d).toBeGreaterThan(0)
    const counts = await office.call('goal.counts', { period })
    expect(counts).toMatchObject({ total: 4, standings: { 达标: 1, 未达标: 2, 未评定: 2, 整改逾期: 1 } })
    expect(counts.goals).toMatchObject({ org: { met: 2, unmet: 1 }, place: { met: 1, unmet: 1 } })
    expect(await office.call('goal.counts', { period, filter: { search: '没有这家' } })).toMatchObject({ total: 0, standings: { 未评定: 0 } })
  })

  it('are sorted by verdict, standing, deadline and organisation, what nobody judged last both ways', async () => {
    const [a, b, c] = [await addEnterprise('甲公司'), await addEnterprise('乙公司'), await addEnterprise('丙公司')]
    await addOrg(c)
    const all = { placeMet: true, fundMet: true, activityMet: true, ruleMet: true, effectMet: true }
    await check(a, { ...all, orgMet: false, ruleMet: false, deadline: '2026-07-01' })
    await check(b, { ...all, orgMet: true })
    const order = async (field: GoalColumn, descending = false) =>
      (await office.call('goal.page', { period, sort: { field, descending } })).rows.map(({ id }) => id)
    expect(await order('org')).toEqual([b, a, c])
    expect(await order('org', true)).toEqual([a, b, c])
    expect(await order('standing')).toEqual([b, a, c])
    expect(await order('standing', true)).toEqual([a, b, c])
    expect((await order('deadline'))[0]).toBe(a)
    expect((await order('partyOrgName'))[0]).toBe(c)
    expect(await order('name')).toEqual([c, a, b])
  })

  it('go into a workbook as confirmed, blanks staying blank', async () => {
    const id = await addEnterprise('甲公司')
    await addOrg(id)
    await check(id, { orgMet: true, orgEvidence: '有支部', placeMet: false })
    const file = await office.call('goal.export', { period, title: '六有评定' })
    const { sheets } = await readWorkbook(file.fileName, file.bytes)
    const rows = sheets[0]?.rows ?? []
    expect(rows[1]?.slice(0, 7)).toEqual(['所属单位', '企业名称', '党组织', '有组织', '有组织依据', '有场地', '有场地依据'])
    expect(rows[2]?.slice(3, 8)).toEqual(['√', '有支部', '×', null, null])
    const some = await office.call('goal.export', { period, columns: ['standing', 'org', 'name'], title: '六有评定' })
    const chosen = (await readWorkbook(some.fileName, some.bytes)).sheets[0]?.rows ?? []
    expect(chosen.slice(1).map((row) => row.slice(0, 4))).toEqual([['结论', '有组织', '有组织依据', '企业名称'], ['缺 1 项', '√', '有支部', '甲公司']])
  })

  it('refuses a period that is no quarter', async () => {
    expect(await office.failure('goal.page', { period: '2026年第5季度' })).toMatchObject({ code: 'invalid' })
  })
})

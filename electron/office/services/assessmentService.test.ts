import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-07-15' })
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
})
afterEach(() => office.close())

const add = (kind: RecordKind, values: Record<string, FieldValue>) => addRecord(office, kind, values)

async function fill(): Promise<{ org: number; enterprise: number }> {
  const enterprise = await add('enterprise', { name: '甲公司', unitId: 1, formalMembers: 5 })
  const { saved } = await office.call('record.save', {
    changes: [
      { kind: 'partyOrg', id: -1, values: { name: '中共甲公司支部', unitId: 1, orgType: '党支部', mode: '单独组建', foundedOn: '2026-02-01' } },
      { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: enterprise, since: '2026-02-01' } },
      { kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '张三', source: '内选', since: '2026-02-01', trainings: [{ year: 2026, count: 1 }] } },
    ],
  })
  const org = saved[0]?.id ?? 0
  await add('activityCount', { partyOrgId: org, quarter: '2026年第1季度', memberMeetings: 1, themeDays: 5, lectures: 0 })
  await add('activityCount', { partyOrgId: org, quarter: '2026年第3季度', memberMeetings: 9, themeDays: 9, lectures: 9 })
  for (const item of ['flag', 'plaque', 'books']) await add('delivery', { enterpriseId: enterprise, item, state: '已落实', doneOn: '2026-03-01' })
  await add('delivery', { enterpriseId: enterprise, item: 'room', state: '不适用' })
  await add('goalCheck', { enterpriseId: enterprise, period: '2026年第2季度', checkedOn: '2026-06-30', orgMet: true, placeMet: false, fundMet: true })
  const liaison = await add('liaison', { name: '李四', kind: '联络员' })
  await add('assignment', { liaisonId: liaison, enterpriseId: enterprise, from: '2026-01-01' })
  await add('visit', { visitedOn: '2026-02-10', liaisonId: liaison, enterpriseId: enterprise, mode: '实地', content: '了解情况' })
  return { org, enterprise }
}

it('scores what the records say, takes what was typed by hand, and ranks', async () => {
  const { org } = await fill()
  const { saved } = await office.call('assessment.create', { year: 2026, name: '2026年度考核' })
  const schemeId = saved[0]?.id ?? 0
  const before = await office.call('assessment.sheet', { schemeId })
  expect(before.items.reduce((sum, item) => sum + item.max, 0)).toBe(100)
  const computed = Object.fromEntries(before.items.map((item, i) => [item.formula ?? item.text, before.rows[0]?.scores[i]]))
  expect(computed['按期换届']).toMatchObject({ computed: 10, basis: '未超期' })
  // Two quarters have ended: norms 5 each; the first has 1 + 3 + 0, the second nothing.
  expect(computed['组织生活达标']).toMatchObject({ computed: 6, basis: '应开展 10 次，已完成 4 次' })
  expect(computed['三建三送落实']).toMatchObject({ computed: 9, basis: '应落实 5 项，已完成 3 项' })
  expect(computed['六有达标']).toMatchObject({ computed: 3.3, basis: '应达标 6 项，已完成 2 项' })
  expect(computed['书记培训']).toMatchObject({ computed: 10 })
  expect(computed['走访完成']).toMatchObject({ computed: 5, basis: '应走访 2 次，已完成 1 次' })
  expect(before.rows[0]).toMatchObject({ partyOrgId: org, open: 3, final: 43.3, grade: '较差', rank: 1, self: null })

  const byHand = before.items.filter((item) => item.formula === null)
  await office.call('record.save', { changes: byHand.map((item, i) => ({ kind: 'score' as const, id: -1 - i, values: { partyOrgId: org, schemeItemId: item.id, final: item.max, self: item.max } })) })
  const after = await office.call('assessment.sheet', { schemeId })
  expect(after.rows[0]).toMatchObject({ open: 0, final: 73.3, self: 30, grade: '一般' })
  expect(after).toMatchObject({ average: 73.3, units: [{ unitName: '甲街道', orgs: 1, average: 73.3 }] })
  const tooMuch = await office.failure('record.save', { changes: [{ kind: 'score', id: -1, values: { partyOrgId: org, schemeItemId: before.items[0]?.id ?? 0, final: 11 } }] })
  expect(tooMuch.issues?.[0]).toMatchObject({ path: ['changes', 0, 'values', 'final'] })
})

it('sets targets beside what was done', async () => {
  await fill()
  await add('enterprise', { name: '乙公司', unitId: 1 })
  await add('target', { year: 2026, unitId: 1, measure: '新建党组织数', value: 2 })
  await add('target', { year: 2026, unitId: 1, measure: '组织覆盖率', value: 80 })
  const sheet = await office.call('target.sheet', { year: 2026 })
  expect(sheet.asOf).toBe('2026-07-15')
  const cells = Object.fromEntries((sheet.rows[0]?.cells ?? []).map(({ measure, target, done, rate }) => [measure, { target, done, rate }]))
  expect(cells).toEqual({
    新建党组织数: { target: 2, done: 1, rate: 0.5 },
    组织覆盖率: { target: 80, done: 50, rate: 0.625 },
    两个覆盖率: { target: null, done: 50, rate: null },
    三建三送户数: { target: null, done: 0, rate: null },
    走访完成率: { target: null, done: 50, rate: null },
  })
  expect(sheet.total[0]).toMatchObject({ target: 2, done: 1 })
  expect(sheet.total[1]).toMatchObject({ target: null, done: 50 })
})

it('takes the year from the quarters where the scheme says so', async () => {
  const { org } = await fill()
  const { saved } = await office.call('assessment.create', { year: 2026, name: '2026年度考核' })
  const schemeId = saved[0]?.id ?? 0
  for (const [quarter, points] of [[1, 92.5], [2, 90], [3, 88]] as const) await add('quarterScore', { partyOrgId: org, year: 2026, quarter, points })
  const byItems = await office.call('assessment.sheet', { schemeId })
  expect(byItems.rows[0]).toMatchObject({ firstHalf: 91.25, secondHalf: null, final: 43.3, year: 43.3, grade: '较差' })
  await office.call('record.save', { changes: [{ kind: 'scheme', id: schemeId, values: { yearBy: '按季度分值' } }] })
  expect((await office.call('assessment.sheet', { schemeId })).rows[0]).toMatchObject({ year: null, grade: null, rank: null })
  await add('quarterScore', { partyOrgId: org, year: 2026, quarter: 4, points: 91 })
  const whole = await office.call('assessment.sheet', { schemeId })
  expect(whole.rows[0]).toMatchObject({ secondHalf: 89.5, year: 90.38, grade: '优秀', rank: 1 })
  expect(whole.average).toBe(90.38)
  // A half that is typed overrules its quarters.
  await add('yearScore', { partyOrgId: org, year: 2026, firstHalf: 95, note: '上半年加 5 分' })
  expect((await office.call('assessment.sheet', { schemeId })).rows[0]).toMatchObject({
    typed: { firstHalf: 95, secondHalf: null, note: '上半年加 5 分', version: 1 }, firstHalf: 95, secondHalf: 89.5, year: 92.25,
  })
  const again = await office.failure('record.save', { changes: [{ kind: 'yearScore', id: -1, values: { partyOrgId: org, year: 2026, secondHalf: 1 } }] })
  expect(again.issues?.[0]).toMatchObject({ message: '这个党组织这一年度已有半年分值，请改原来的那条' })
  const twice = await office.failure('record.save', { changes: [{ kind: 'quarterScore', id: -1, values: { partyOrgId: org, year: 2026, quarter: 1, points: 1 } }] })
  expect(twice.code).toBe('invalid')
})

it('says of an organisation what its enterprises have in common, unless it says it itself', async () => {
  const { org, enterprise } = await fill()
  const { saved } = await office.call('assessment.create', { year: 2026, name: '2026年度考核' })
  const first = async () => (await office.call('assessment.sheet', { schemeId: saved[0]?.id ?? 0 })).rows[0]
  expect(await first()).toMatchObject({ orgSector: '非公企业党组织', localIndustry: null })
  await office.call('record.save', { changes: [{ kind: 'enterprise', id: enterprise, values: { sector: '社会组织', localIndustry: '民办学校' } }] })
  expect(await first()).toMatchObject({ orgSector: '社会组织党组织', localIndustry: '民办学校' })
  await office.call('record.save', { changes: [{ kind: 'partyOrg', id: org, values: { orgSector: '非公企业党组织', localIndustry: '食品' } }] })
  expect(await first()).toMatchObject({ orgSector: '非公企业党组织', localIndustry: '食品' })
})

it('keeps how an item is looked at, and a note beside a score', async () => {
  const { org } = await fill()
  const { saved } = await office.call('assessment.create', { year: 2026, name: '2026年度考核' })
  const schemeId = saved[0]?.id ?? 0
  const [item] = (await office.call('assessment.sheet', { schemeId })).items
  expect(item?.itemMethod).toBe('查看资料')
  await office.call('record.save', {
    changes: [
      { kind: 'schemeItem', id: item?.id ?? 0, values: { itemMethod: '实地查看' } },
      { kind: 'score', id: -1, values: { partyOrgId: org, schemeItemId: item?.id ?? 0, note: '已核对换届材料' } },
    ],
  })
  const sheet = await office.call('assessment.sheet', { schemeId })
  expect(sheet.items[0]?.itemMethod).toBe('实地查看')
  expect(sheet.rows[0]?.scores[0]).toMatchObject({ note: '已核对换届材料', final: null, computed: 10 })
})

it('follows a formula with the way of scoring, so that either can be chosen first', async () => {
  const { saved } = await office.call('assessment.create', { year: 2026, name: '2026年度考核' })
  const byHand = (await office.call('assessment.sheet', { schemeId: saved[0]?.id ?? 0 })).items.find((item) => item.formula === null)
  const id = byHand?.id ?? 0
  await office.call('record.save', { changes: [{ kind: 'schemeItem', id, values: { formula: '走访完成' } }] })
  expect((await office.call('record.get', { kind: 'schemeItem', id })).values).toMatchObject({ method: '系统计算', formula: '走访完成' })
  await office.call('record.save', { changes: [{ kind: 'schemeItem', id, values: { method: '人工评分' } }] })
  expect((await office.call('record.get', { kind: 'schemeItem', id })).values).toMatchObject({ method: '人工评分', formula: null })
})

it('finds the proposals whose answer is late', async () => {
  const base = { receivedOn: '2026-06-01', raisedBy: '王五', content: '内容' }
  const late = await add('proposal', { ...base, topic: '停车', answerDue: '2026-07-01' })
  await add('proposal', { ...base, topic: '用工', answerDue: '2026-08-01' })
  await add('proposal', { ...base, topic: '融资', answerDue: '2026-07-01', state: '已答复', answer: '已办', answeredOn: '2026-06-20' })
  const { rows, total } = await office.call('record.page', { kind: 'proposal', filter: { is: { answerState: ['已超期'] } } })
  expect([total, rows[0]?.id, rows[0]?.computed]).toEqual([1, late, { answerState: '已超期' }])
})

it('asks the same visits of units and organisations as of the liaisons themselves', async () => {
  const { enterprise } = await fill()
  const left = await add('liaison', { name: '王五', kind: '指导员', active: false })
  await add('assignment', { liaisonId: left, enterpriseId: enterprise, from: '2026-01-01', frequencyTimes: 9 })
  const { rows } = await office.call('record.page', { kind: 'liaison', filter: { is: { active: [true] } } })
  const sheet = await office.call('target.sheet', { year: 2026 })
  const cell = sheet.rows[0]?.cells.find(({ measure }) => measure === '走访完成率')
  expect(rows.map(({ computed: { required, fulfilled } }) => [required, fulfilled])).toEqual([[2, 1]])
  expect(cell?.done).toBe(50)
})

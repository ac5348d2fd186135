import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RecordChange } from '../../../../shared/contract/record'
import type { FieldValue } from '../../../../shared/record/field'
import { bulkUpdate } from '../../db/bulkInsert'
import { Enterprise } from '../../db/entities/enterprise'
import { openDatabase } from '../../db/openDatabase'
import { testFolders } from '../../db/testing/testFolder'
import { writtenRows } from '../../forms/testing/writtenRows'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'

const folders = testFolders()
let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-07-15' })
  const units = ['甲街道', '乙镇'].map((name, i) => ({ name, kind: '街道' as const, sortNo: i + 1, aliases: [] }))
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
})
afterEach(() => office.close())

type Values = Record<string, FieldValue>
const save = async (...changes: RecordChange[]) => office.call('record.save', { changes, operator: '王芳' })
const change = (id: number, values: Values) => save({ kind: 'enterprise', id, values })
async function add(...names: string[]): Promise<number[]> {
  const { saved } = await save(...names.map((name, i) => ({ kind: 'enterprise' as const, id: -1 - i, values: { name, unitId: 1 } })))
  return saved.map(({ id }) => id)
}
async function told(question: { unitId?: number; year?: number; asOf?: string } = {}, ...fields: string[]) {
  const { bytes } = await office.call('form.export', { form: 'F13', ...question })
  const shown = fields.length > 0 ? fields : ['enterpriseName', 'changeKind', 'changedOn', 'changeBefore', 'changeAfter']
  return (await writtenRows('F13', bytes)).map((row) => shown.map((field) => row[field] ?? null))
}
const today = { date: '2026-07-15' }

it('tells status, name and unit by the day they changed, with reason and who wrote it', async () => {
  const [a = 0, b = 0] = await add('甲厂', '乙厂')
  await change(a, { operatingStatus: '停产停业', statusSince: '2026-03-01', statusReason: '订单不足' })
  await change(a, { operatingStatus: '正常经营', statusSince: '2026-06-01', statusReason: null })
  await change(b, { name: '乙实业公司' })
  await change(b, { unitId: 2 })
  expect(await told()).toEqual([
    ['甲厂', '停业', { date: '2026-03-01' }, '正常经营', '停产停业'],
    ['甲厂', '恢复经营', { date: '2026-06-01' }, '停产停业', '正常经营'],
    ['乙实业公司', '更名', today, '乙厂', '乙实业公司'],
    ['乙实业公司', '迁入', today, '甲街道', '乙镇'],
  ])
  expect(await told({}, 'unitName', 'changeReason', 'handler')).toContainEqual(['甲街道', '订单不足', '王芳'])
  // Each unit sees its own side of a move.
  expect(await told({ unitId: 1 }, 'enterpriseName', 'changeKind', 'unitName')).toContainEqual(['乙实业公司', '迁出', '甲街道'])
  expect(await told({ unitId: 2 }, 'changeKind')).toEqual([['更名'], ['迁入']])
  expect(await told({ asOf: '2026-04-01' }, 'changeKind')).toEqual([['停业']])
  expect(await told({ year: 2025 })).toEqual([])
})

it('leaves out what was taken back, and tells it again once it was redone', async () => {
  const [a = 0] = await add('甲厂')
  const { editId } = await change(a, { operatingStatus: '已注销', statusReason: '工商注销' })
  expect(await told({}, 'changeKind')).toEqual([['注销']])
  const undo = await office.call('edit.undo', { editId: editId ?? 0 })
  expect(await told()).toEqual([])
  await office.call('edit.undo', { editId: undo.editId ?? 0 })
  expect(await told({}, 'changeKind')).toEqual([['注销']])
})

it('tells of two records that became one, and of no record that was removed', async () => {
  const [keep = 0, drop = 0, gone = 0] = await add('甲厂', '甲 厂', '乙厂')
  await change(gone, { operatingStatus: '停产停业', statusReason: '停产' })
  await office.call('record.remove', { kind: 'enterprise', ids: [gone] })
  const { editId } = await office.call('enterprise.merge', { keepId: keep, dropId: drop, values: { name: '甲厂有限公司' } })
  const merged = ['甲 厂', '合并', today, null, '甲厂有限公司']
  expect(await told()).toEqual([merged])
  const undo = await office.call('edit.undo', { editId: editId ?? 0 })
  expect(await told()).toEqual([])
  await office.call('edit.undo', { editId: undo.editId ?? 0 })
  expect(await told()).toEqual([merged])
})

it('says what became of the organisation of an enterprise that ended', async () => {
  const [a = 0, b = 0, c = 0, d = 0] = await add('甲厂', '乙厂', '丙厂', '丁厂')
  const { saved } = await save(
    ...['中共甲支部', '中共乙支部', '中共丙支部'].map((name, i): RecordChange => ({
      kind: 'partyOrg', id: -1 - i, values: { name, unitId: 1, mode: '单独组建', orgType: '党支部' },
    })),
    ...[a, b, c].map((enterpriseId, i): RecordChange => ({
      kind: 'coverage', id: -1 - i, values: { partyOrgId: -1 - i, enterpriseId, since: '2020-01-01' },
    })),
  )
  const dissolve = (i: number, reason: string) =>
    office.call('partyOrg.dissolve', { id: saved[i]?.id ?? 0, version: 1, dissolvedOn: '2026-05-02', reason })
  await dissolve(0, '企业注销')
  await dissolve(1, '并入中共园区联合支部')
  for (const id of [a, b, c, d]) await change(id, { operatingStatus: '已注销', statusSince: '2026-05-02', statusReason: '工商注销' })
  expect(await told({}, 'enterpriseName', 'orgDisposal')).toEqual([['甲厂', '撤销'], ['乙厂', '并入'], ['丙厂', '保留'], ['丁厂', '无']])
})

it('tells who is new by the founding, and after a locked period also who came into the ledger since', async () => {
  const [a = 0] = await add('甲厂', '乙厂')
  await change(a, { establishedOn: '2026-02-03' })
  const founded = ['甲厂', '新增', { date: '2026-02-03' }, '新设立']
  const fields = ['enterpriseName', 'changeKind', 'changedOn', 'changeReason']
  expect(await told({}, ...fields)).toEqual([founded])
  await office.call('period.lock', { kind: '半年', label: '2026年上半年', cutOffOn: '2026-06-30' })
  await add('丙厂')
  expect(await told({}, ...fields)).toEqual([founded, ['丙厂', '新增', today, '新纳入台账']])
  expect(await told({ year: 2025 })).toEqual([])
})

it('compares with a locked period where the history is silent', async () => {
  const folder = folders.create()
  await office.close()
  office = await createTestOffice({ folder, today: '2026-07-15' })
  const units = ['甲街道', '乙镇'].map((name, i) => ({ name, kind: '街道' as const, sortNo: i + 1, aliases: [] }))
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  const [a = 0, b = 0] = await add('甲厂', '乙厂')
  await office.call('period.lock', { kind: '半年', label: '2026年上半年', cutOffOn: '2026-06-30' })
  await office.close()
  const database = await openDatabase(folder)
  await database.gate.write((manager) =>
    bulkUpdate(manager, Enterprise, [
      { id: a, operatingStatus: '空壳', statusSince: '2026-07-02' },
      { id: b, name: '乙实业公司', unitId: 2 },
    ]),
  )
  await database.close()
  office = await createTestOffice({ folder, today: '2026-07-15' })
  const note = '与2026年上半年锁定数据比较'
  expect(await told({}, 'enterpriseName', 'changeKind', 'changedOn', 'changeBefore', 'changeAfter', 'note')).toEqual([
    ['乙实业公司', '更名', null, '乙厂', '乙实业公司', note],
    ['乙实业公司', '迁入', null, '甲街道', '乙镇', note],
    ['甲厂', '空壳核销', { date: '2026-07-02' }, '正常经营', '空壳', note],
  ])
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryMarkChange, MatrixColumnName, MatrixFilter } from '../../../shared/contract/delivery'
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

const add = (kind: RecordKind, values: Record<string, FieldValue>) => addRecord(office, kind, values)
const addEnterprise = (name: string, values: Record<string, FieldValue> = {}) => add('enterprise', { name, unitId: 1, ...values })

async function addOrg(name: string, mode: string, enterprises: number[]): Promise<number> {
  const { saved } = await office.call('record.save', {
    changes: [
      { kind: 'partyOrg', id: -1, values: { name, unitId: 1, orgType: '党支部', mode, jointBasis: mode === '联合组建' ? '园区' : null, foundedOn: '2020-01-01' } },
      ...enterprises.map((enterpriseId, i) => ({ kind: 'coverage' as const, id: -1 - i, values: { partyOrgId: -1, enterpriseId, since: '2020-01-01' } })),
      { kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '张三', source: '内选', since: '2020-01-01', phone: '13800138000' } },
    ],
  })
  return saved[0]?.id ?? 0
}

const mark = (...marks: DeliveryMarkChange[]) => office.call('delivery.mark', { marks, operator: '王芳' })
const names = async (filter: MatrixFilter) => (await office.call('delivery.page', { filter })).rows.map(({ name }) => name)
async function rowOf(id: number) {
  const { rows } = await office.call('delivery.page', { filter: { ids: [id] } })
  if (!rows[0]) throw new Error(`no row ${id}`)
  return rows[0]
}
const done = { state: '已落实', doneOn: '2026-06-01' }

describe('the matrix of deliveries', () => {
  it('lists registered enterprises in official order with what is recorded, blank being no record', async () => {
    const second = await addEnterprise('乙公司', { unitId: 2 })
    const first = await addEnterprise('甲公司')
    await addEnterprise('去公司', { operatingStatus: '已注销', statusReason: '停业', statusSince: '2026-01-01' })
    await mark({ enterpriseId: first, item: 'flag', values: { ...done, quantity: 2 } }, { enterpriseId: second, item: 'room', values: { state: '未落实' } })
    const { total, rows } = await office.call('delivery.page', {})
    expect(total).toBe(2)
    expect(rows.map(({ name, unitName }) => [unitName, name])).toEqual([['甲街道', '甲公司'], ['乙镇', '乙公司']])
    expect(rows[0]?.cells).toMatchObject({ flag: { state: '已落实', quantity: 2, unitLabel: '面', doneOn: '2026-06-01' }, room: null })
    expect(rows[1]?.cells).toMatchObject({ room: { state: '未落实' }, flag: null })
    expect(await names({ operatingStatuses: ['已注销'] })).toEqual(['去公司'])
    const page = await office.call('delivery.page', { offset: 1, limit: 1 })
    expect([page.total, page.rows.map(({ id }) => id)]).toEqual([2, [second]])
    expect(await office.call('delivery.page', { offset: 9 })).toEqual({ total: 2, rows: [] })
  })

  it('narrows by unit, search, coverage, state and what is lacking', async () => {
    const [a, b, c] = [await addEnterprise('甲公司'), await addEnterprise('乙公司', { unitId: 2 }), await addEnterprise('丙公司')]
    await addOrg('中共甲支部', '单独组建', [a])
    await mark(
      { enterpriseId: a, item: 'flag', values: done },
      { enterpriseId: b, item: 'flag', values: { state: '推进中' } },
      { enterpriseId: c, item: 'flag', values: { state: '共用' } },
      { enterpriseId: c, item: 'room', values: { state: '不适用' } },
    )
    expect(await names({ unitIds: [2] })).toEqual(['乙公司'])
    expect(await names({ search: 'bgs' })).toEqual(['丙公司'])
    expect(await names({ coverage: ['单独'] })).toEqual(['甲公司'])
    expect(await names({ states: ['推进中', '不适用'] })).toEqual(['丙公司', '乙公司'])
    expect(await names({ states: ['未登记'] })).toHaveLength(3)
    expect(await names({ lacking: ['flag'] })).toEqual(['乙公司'])
    expect(await names({ lacking: ['flag', 'room'] })).toEqual(['甲公司', '乙公司'])
  })

  it('counts each item for the filter; what is not recorded counts as 未登记', async () => {
    const [a, b] = [await addEnterprise('甲公司'), await addEnterprise('乙公司', { unitId: 2 })]
    await mark(
      { enterpriseId: a, item: 'flag', values: done },
      { enterpriseId: b, item: 'flag', values: { state: '未落实' } },
      { enterpriseId: b, item: 'room', values: { state: '共用' } },
    )
    const { total, items } = await office.call('delivery.counts', {})
    expect(total).toBe(2)
    expect(items.flag).toEqual({ 已落实: 1, 共用: 0, 推进中: 0, 未落实: 1, 需更换: 0, 不适用: 0, 未登记: 0 })
    expect(items.room).toMatchObject({ 共用: 1, 未登记: 1 })
    expect(items.books).toMatchObject({ 未登记: 2 })
    expect((await office.call('delivery.counts', { filter: { unitIds: [2] } })).items.flag).toMatchObject({ 已落实: 0, 未落实: 1 })
  })

  it('writes many cells as one edit, emptied ones too, and one undo brings all of it back', async () => {
    const [a, b] = [await addEnterprise('甲公司'), await addEnterprise('乙公司')]
    await mark({ enterpriseId: a, item: 'flag', values: { ...done, quantity: 2, handler: '李四' } })
    const before = office.events.length
    const { editId } = await mark(
      { enterpriseId: a, item: 'flag', version: 1, values: null },
      { enterpriseId: a, item: 'room', version: null, values: done },
      { enterpriseId: b, item: 'books', version: null, values: null },
      { enterpriseId: b, item: 'flag', version: null, values: { ...done, quantity: 30 } },
    )
    expect(office.events.slice(before)).toEqual([expect.objectContaining({ areas: ['delivery'] })])
    expect((await rowOf(a)).cells).toMatchObject({ flag: null, room: { state: '已落实' } })
    expect((await rowOf(b)).cells).toMatchObject({ flag: { quantity: 30 }, books: null })
    await office.call('edit.undo', { editId: editId ?? 0 })
    expect((await rowOf(a)).cells).toMatchObject({ flag: { quantity: 2 }, room: null })
    expect((await rowOf(b)).cells).toMatchObject({ flag: null })
  })

  it('tells a cell that went on since it was seen, and writes none of the others', async () => {
    const [a, b] = [await addEnterprise('甲公司'), await addEnterprise('乙公司')]
    await mark({ enterpriseId: b, item: 'flag', values: done })
    const failure = await office.failure('delivery.mark', {
      marks: [
        { enterpriseId: a, item: 'flag', version: null, values: done },
        { enterpriseId: b, item: 'flag', version: null, values: { state: '未落实' } },
        { enterpriseId: a, item: 'room', version: 4, values: null },
      ],
    })
    expect(failure).toMatchObject({ code: 'conflict', details: { kind: 'delivery', name: '乙公司' } })
    expect(failure.issues?.map(({ path }) => path)).toEqual([['marks', 1], ['marks', 2]])
    expect((await rowOf(a)).cells.flag).toBeNull()
  })

  it('names the mark a rule refuses, and the field', async () => {
    const a = await addEnterprise('甲公司')
    const failure = await office.failure('delivery.mark', {
      marks: [
        { enterpriseId: a, item: 'books', values: null },
        { enterpriseId: a, item: 'flag', values: { state: '已落实', doneOn: '2026-07-01' } },
      ],
    })
    expect(failure.code).toBe('invalid')
    expect(failure.issues).toEqual([{ path: ['marks', 1, 'values', 'doneOn'], code: 'field', message: expect.stringContaining('今天') }])
  })

  it('finds who shares the room of a joint organisation', async () => {
    const [a, b, c, d, e] = [
      await addEnterprise('甲公司'), await addEnterprise('乙公司'), await addEnterprise('丙公司'), await addEnterprise('丁公司'), await addEnterprise('戊公司'),
    ]
    const joint = await addOrg('中共联合支部', '联合组建', [a, b, c, d])
    await addOrg('中共戊支部', '单独组建', [e])
    await mark({ enterpriseId: c, item: 'room', values: { state: '共用' } }, { enterpriseId: d, item: 'room', values: { state: '未落实' } })
    const sharers = await office.call('delivery.sharers', { enterpriseIds: [a, e] })
    expect(sharers).toEqual([
      { id: d, name: '丁公司', partyOrgId: joint, partyOrgName: '中共联合支部', version: 1 },
      { id: b, name: '乙公司', partyOrgId: joint, partyOrgName: '中共联合支部', version: null },
    ])
    expect(await office.call('delivery.sharers', { enterpriseIds: [e] })).toEqual([])
  })

  it('is sorted by unit, name, organisation and how far an item is, blanks last both ways', async () => {
    const a = await addEnterprise('甲公司')
    const b = await addEnterprise('乙公司', { unitId: 2 })
    const c = await addEnterprise('丙公司')
    await addOrg('中共丙支部', '单独组建', [c])
    await mark({ enterpriseId: a, item: 'flag', values: { state: '未落实' } }, { enterpriseId: b, item: 'flag', values: done })
    const order = async (field: MatrixColumnName, descending = false) =>
      (await office.call('delivery.page', { sort: { field, descending } })).rows.map(({ id }) => id)
    expect(await order('flag')).toEqual([b, a, c])
    expect(await order('flag', true)).toEqual([a, b, c])
    expect(await order('unitName', true)).toEqual([b, c, a])
    expect(await order('name')).toEqual([c, a, b])
    expect(await order('partyOrgName')).toEqual([c, a, b])
    expect(await office.failure('delivery.page', { sort: { field: 'owner' as 'flag', descending: false } })).toMatchObject({ code: 'invalid' })
  })

  it('gives what is on screen as a workbook, items by the names the district uses', async () => {
    const a = await addEnterprise('甲公司')
    await addEnterprise('乙公司', { unitId: 2 })
    await mark({ enterpriseId: a, item: 'flag', values: { ...done, quantity: 2 } })
    await office.call('setting.save', { settings: { deliveryLabels: { flag: '党旗党徽' } } })
    const file = await office.call('delivery.export', { filter: { unitIds: [1] }, title: '三建三送' })
    expect(file).toMatchObject({ fileName: '三建三送_2026-06-30.xlsx', rows: 1 })
    const { sheets } = await readWorkbook(file.fileName, file.bytes)
    const cells = sheets[0]?.rows ?? []
    expect(cells[1]).toEqual(['所属单位', '企业名称', '党组织', '党员活动室', '党建宣传专栏', '党建工作制度', '党组织牌匾', '党旗党徽', '党建图书'])
    expect(cells[2]?.[7]).toBe('√ 2面')
    const some = await office.call('delivery.export', { columns: ['flag', 'name'], sort: { field: 'name', descending: true }, title: '三建三送' })
    const rows = (await readWorkbook(some.fileName, some.bytes)).sheets[0]?.rows ?? []
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([['党旗党徽', '企业名称'], [null, '乙公司'], ['√ 2面', '甲公司']])
  })
})

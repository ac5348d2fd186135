import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'
import { livingRows } from '../../testing/livingRows'
import { setUpUnits } from '../../testing/setUpUnits'
import { builtRow, rowWith, takeSheet, unbuiltRow } from '../../testing/takeSheet'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
})
afterEach(() => office.close())

async function idOf(kind: RecordKind, name: string): Promise<number> {
  const { rows } = await office.call('record.page', { kind, filter: { search: name } })
  return rows[0]?.id ?? 0
}
const save = (kind: RecordKind, id: number, values: Record<string, string | number | null>) =>
  office.call('record.save', { changes: [{ kind, id, values }], operator: '钱七' })
const total = async (kind: RecordKind): Promise<number> => (await office.call('record.page', { kind })).total

describe('an import taken back', () => {
  it('puts what it added into the recycle bin and old values back, in one step that can be taken back too', async () => {
    await takeSheet(office, [builtRow])
    const before = livingRows(office.folder)
    const { editId } = await takeSheet(office, [
      rowWith(builtRow, { 从业人员数: 20, 成立时间: '2021-05', 书记姓名: '赵六', '指导员(联络员)姓名': '孙七', 党旗: '○', 有组织: '×' }),
      unbuiltRow,
    ])
    const after = livingRows(office.folder)
    const undo = await office.call('edit.undo', { editId, operator: '钱七' })
    expect(livingRows(office.folder)).toEqual(before)
    expect((await office.call('record.removed', {})).rows.map(({ kindLabel, operator }) => `${kindLabel} ${operator}`).sort()).toEqual([
      '企业 钱七', '书记任职 钱七', '联系关系 钱七', '联系关系 钱七', '联络员(指导员) 钱七', '联络员(指导员) 钱七',
    ].sort())
    await office.call('edit.undo', { editId: undo.editId ?? 0 })
    expect(livingRows(office.folder)).toEqual(after)
    const log = await office.call('edit.page', { actions: ['导入', '撤销', '重做'] })
    expect(log.rows.map(({ label, isUndo, undone }) => [label.slice(0, 3), isUndo, undone])).toEqual([
      ['重做：', false, false], ['撤销：', true, true], ['导入“', false, true], ['导入“', false, false],
    ])
  })

  it('is told in the history of what it changed', async () => {
    await takeSheet(office, [builtRow])
    const { editId } = await takeSheet(office, [rowWith(builtRow, { 从业人员数: 20, '指导员(联络员)姓名': '孙七' })])
    const undo = await office.call('edit.undo', { editId })
    await office.call('edit.undo', { editId: undo.editId ?? 0 })
    const { history } = await office.call('enterprise.get', { id: await idOf('enterprise', '甲公司') })
    expect(history.map(({ action, changes }) => [action, ...changes.map(({ label, after }) => `${label} ${after}`)])).toEqual([
      ['重做', '从业人员 20'], ['撤销', '从业人员 12'], ['导入', '从业人员数 20', '指导员(联络员)姓名 孙七'], ['导入'],
    ])
    const liaison = await office.call('record.history', { kind: 'liaison', id: await idOf('liaison', '孙七') })
    expect(liaison.map(({ action, origin }) => [action, origin?.row ?? null])).toEqual([['重做', null], ['撤销', null], ['导入', 2]])
  })

  it('leaves the file free to be imported again', async () => {
    const { editId } = await takeSheet(office, [builtRow], { name: '甲.xlsx' })
    expect(await office.call('import.list', {})).toHaveLength(1)
    const undo = await office.call('edit.undo', { editId })
    expect(await office.call('import.list', {})).toEqual([])
    await office.call('edit.undo', { editId: undo.editId ?? 0 })
    expect(await office.call('import.list', {})).toHaveLength(1)
  })
})

describe('records that have gone on since', () => {
  it('are listed with the value before, the imported one and the one of today, and asked about', async () => {
    await takeSheet(office, [builtRow])
    const { editId } = await takeSheet(office, [rowWith(builtRow, { 从业人员数: 20, 正式党员: 5 }), unbuiltRow])
    const [first, second] = [await idOf('enterprise', '甲公司'), await idOf('enterprise', '乙公司')]
    await save('enterprise', first, { employees: 21 })
    await save('enterprise', second, { employees: 6 })
    const liaisonId = await idOf('liaison', '王五')
    await save('visit', -1, { visitedOn: '2026-06-01', liaisonId, enterpriseId: second, mode: '实地', content: '了解情况' })

    expect(await office.failure('edit.undo', { editId })).toMatchObject({ code: 'conflict', details: { reason: 'gone-on', name: '甲公司', count: 3, editId } })
    const state = livingRows(office.folder)
    const preview = await office.call('edit.undoPreview', { editId })
    expect(livingRows(office.folder)).toEqual(state)
    expect(preview).toMatchObject({
      isRedo: false,
      leave: [
        { kindLabel: '企业', count: 1 }, { kindLabel: '联络员(指导员)', count: 1 }, { kindLabel: '联系关系', count: 1 }, { kindLabel: '走访记录', count: 1 },
      ],
      come: [],
      change: [{ kindLabel: '企业', count: 1 }],
      unfit: { total: 0 },
    })
    expect(preview.gone.rows.map(({ name, brought, changes, needed, operator }) => ({ name, brought, changes, needed: needed.map((record) => record.kindLabel), operator }))).toEqual([
      { name: '甲公司', brought: false, changes: [{ label: '从业人员', before: '12', left: '20', now: '21' }], needed: [], operator: '钱七' },
      { name: '乙公司', brought: true, changes: [{ label: '从业人员', before: '', left: '5', now: '6' }], needed: ['走访记录'], operator: '钱七' },
      { name: '王五', brought: true, changes: [], needed: ['走访记录'], operator: '' },
    ])
  })

  async function prepare(): Promise<{ editId: number; first: number; second: number }> {
    await takeSheet(office, [builtRow])
    const { editId } = await takeSheet(office, [rowWith(builtRow, { 从业人员数: 20, 正式党员: 5 }), unbuiltRow])
    const [first, second] = [await idOf('enterprise', '甲公司'), await idOf('enterprise', '乙公司')]
    await save('enterprise', first, { employees: 21 })
    await save('visit', -1, { visitedOn: '2026-06-01', liaisonId: await idOf('liaison', '王五'), enterpriseId: second, mode: '实地', content: '了解情况' })
    return { editId, first, second }
  }

  it('stay as they are, with what they need, when the later work is kept; the rest goes back', async () => {
    const { editId, first, second } = await prepare()
    await office.call('edit.undo', { editId, since: 'keep' })
    expect((await office.call('record.get', { kind: 'enterprise', id: first })).values).toMatchObject({ employees: 21, formalMembers: 4 })
    expect((await office.call('record.get', { kind: 'enterprise', id: second })).values['name']).toBe('乙公司')
    expect([await total('visit'), await total('assignment'), await total('liaison')]).toEqual([1, 1, 1])
  })

  it('go back too, with what depends on them, when everything is taken back; redone, all of it is there again', async () => {
    const { editId, first } = await prepare()
    const before = livingRows(office.folder)
    const undo = await office.call('edit.undo', { editId, since: 'back' })
    expect((await office.call('record.get', { kind: 'enterprise', id: first })).values).toMatchObject({ employees: 12, formalMembers: 4 })
    expect([await total('enterprise'), await total('visit'), await total('assignment'), await total('liaison')]).toEqual([1, 0, 0, 0])
    await office.call('edit.undo', { editId: undo.editId ?? 0 })
    expect(livingRows(office.folder)).toEqual(before)
  })

  it('are decided one by one where a person says so', async () => {
    const { editId, first, second } = await prepare()
    await office.call('edit.undo', { editId, since: 'keep', except: [{ kind: 'enterprise', id: first }] })
    expect((await office.call('record.get', { kind: 'enterprise', id: first })).values).toMatchObject({ employees: 12 })
    expect((await office.call('record.get', { kind: 'enterprise', id: second })).values['name']).toBe('乙公司')
  })
})

it('takes back the edit of a record that was restored after its adding had been taken back', async () => {
  const { editId, saved } = await save('meeting', -1, { heldOn: '2026-06-01', topic: '部署', place: '三楼' })
  const id = saved[0]?.id ?? 0
  await office.call('edit.undo', { editId: editId ?? 0 })
  await office.call('record.restore', { kind: 'meeting', ids: [id] })
  const changed = await save('meeting', id, { topic: '总结', place: '四楼' })
  await office.call('edit.undo', { editId: changed.editId ?? 0 })
  expect((await office.call('record.get', { kind: 'meeting', id })).values).toMatchObject({ topic: '部署', place: '三楼' })
})

it('leaves alone what no longer fits, and says why', async () => {
  await takeSheet(office, [rowWith(builtRow, { 统一社会信用代码: null })])
  const { editId } = await takeSheet(office, [unbuiltRow])
  const undo = await office.call('edit.undo', { editId })
  await save('enterprise', -1, { name: '丙公司', unitId: 1, creditCode: String(unbuiltRow[2]) })
  expect(await office.failure('edit.undo', { editId: undo.editId })).toMatchObject({ code: 'conflict', details: { reason: 'no-longer-fits', message: '信用代码与另一家企业相同；确是同一家的，请用“合并”' } })
  const preview = await office.call('edit.undoPreview', { editId: undo.editId ?? 0 })
  expect(preview.unfit.rows).toMatchObject([{ kind: 'enterprise', name: '乙公司', message: expect.stringContaining('信用代码') as string }])
  const redone = await office.call('edit.undo', { editId: undo.editId ?? 0, since: 'back' })
  expect(redone.unfit).toMatchObject([{ name: '乙公司' }])
  expect([await total('enterprise'), await total('liaison'), await total('assignment')]).toEqual([2, 1, 0])
})

it('stops between two portions when a person asks, and nothing is written', async () => {
  const { editId } = await takeSheet(office, [builtRow, unbuiltRow])
  const before = livingRows(office.folder)
  const undoing = office.failure('edit.undo', { editId })
  expect(await office.call('task.cancel', { task: 'edit.undo' })).toEqual({ running: true })
  expect(await undoing).toMatchObject({ code: 'cancelled' })
  expect(livingRows(office.folder)).toEqual(before)
  expect(await office.call('task.cancel', { task: 'edit.undo' })).toEqual({ running: false })
})

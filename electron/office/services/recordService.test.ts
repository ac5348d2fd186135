import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../../shared/contract/index'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
})
afterEach(() => office.close())

type Values = Record<string, FieldValue>
type Saved = Output<'record.save'>

const add = (kind: RecordKind, values: Values) => addRecord(office, kind, values)
const change = (kind: RecordKind, id: number, values: Values, version?: number): Promise<Saved> =>
  office.call('record.save', { changes: [{ kind, id, values, ...(version === undefined ? {} : { version }) }] })
const get = (kind: RecordKind, id: number) => office.call('record.get', { kind, id })
const addEnterprise = (name: string, values: Values = {}) => add('enterprise', { name, unitId: 1, ...values })

async function addOrg(mode: string, enterprises: number[], values: Values = {}): Promise<number> {
  const { saved } = await office.call('record.save', {
    changes: [
      { kind: 'partyOrg', id: -1, values: { name: `中共${mode}支部`, unitId: 1, orgType: '党支部', mode, foundedOn: '2020-01-01', ...values } },
      ...enterprises.map((enterpriseId, i) => ({ kind: 'coverage' as const, id: -1 - i, values: { partyOrgId: -1, enterpriseId, since: '2020-01-01' } })),
      { kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '张三', source: '内选', since: '2020-01-01', phone: '13800138000' } },
    ],
  })
  return saved[0]?.id ?? 0
}

describe('a record kept by hand', () => {
  it('is found by name, pinyin and its enterprise, and remembers a rename', async () => {
    const id = await addEnterprise('  桥头机械有限公司 ')
    expect((await get('enterprise', id)).values).toMatchObject({ name: '桥头机械有限公司', operatingStatus: '正常经营', isLegalPerson: true, employees: null })
    await change('enterprise', id, { name: '桥头智能有限公司' })
    expect((await get('enterprise', id)).values['formerNames']).toEqual(['桥头机械有限公司'])
    for (const search of ['桥头智能', 'qtzn', '机械']) {
      const page = await office.call('record.page', { kind: 'enterprise', filter: { search } })
      expect(page.rows.map((row) => row.id), search).toEqual([id])
    }
    const page = await office.call('enterprise.page', { filter: { search: 'qtzn' } })
    expect(page.total).toBe(1)
    await add('proposal', { receivedOn: '2026-06-01', raisedBy: '李四', enterpriseId: id, topic: '场地', content: '缺活动场地' })
    const found = await office.call('record.page', { kind: 'proposal', filter: { search: 'qtzn' } })
    expect(found.rows[0]).toMatchObject({ names: { enterpriseId: '桥头智能有限公司' }, unitName: '甲街道' })
  })

  it('is found by a number as it is written, and by a word in either script', async () => {
    const id = await addEnterprise('桥头机械有限公司')
    const values = { occurredOn: '2026-06-01', direction: '收入', source: '企业投入', amount: 100, enterpriseId: id, voucherNo: 'JZ-2026/001', summary: '场地、设备' }
    await add('fundEntry', values)
    for (const search of ['jz-2026/001', 'JZ-2026', '場地', '场地、设备', '桥头 投入']) {
      const page = await office.call('record.page', { kind: 'fundEntry', filter: { search } })
      expect(page.total, search).toBe(1)
    }
    expect((await office.call('record.page', { kind: 'fundEntry', filter: { search: 'jz-2027' } })).total).toBe(0)
  })

  it('is listed by the unit of its enterprise, else of its organisation', async () => {
    const [id, other] = [await addEnterprise('甲公司'), await addEnterprise('乙公司', { unitId: 2 })]
    const org = await add('partyOrg', { name: '中共某支部', unitId: 2, mode: '联合组建', orgType: '党支部' })
    const entry = (holder: Values) => add('fundEntry', { occurredOn: '2026-06-01', direction: '收入', source: '企业投入', amount: 100, ...holder })
    const [first, second, third] = [await entry({ enterpriseId: id }), await entry({ enterpriseId: other, partyOrgId: org }), await entry({ partyOrgId: org })]
    const listed = async (unitIds: number[]) => {
      const { rows } = await office.call('record.page', { kind: 'fundEntry', filter: { unitIds }, sort: { field: 'unitName', descending: false } })
      return rows.map((row) => row.id)
    }
    expect(await listed([1])).toEqual([first])
    expect(await listed([2])).toEqual([second, third])
    expect(await listed([1, 2])).toEqual([first, second, third])
  })

  it('refuses what a rule refuses, with the sentence at the field, and writes nothing', async () => {
    const failure = await office.failure('record.save', {
      changes: [
        { kind: 'enterprise', id: -1, values: { name: '甲', unitId: 1 } },
        { kind: 'enterprise', id: -2, values: { name: '', unitId: 1, creditCode: '123' } },
      ],
    })
    expect(failure.code).toBe('invalid')
    expect(failure.issues).toEqual(
      expect.arrayContaining([
        { path: ['changes', 1, 'values', 'name'], code: 'field', message: '“企业名称”不能为空' },
        expect.objectContaining({ path: ['changes', 1, 'values', 'creditCode'] }),
      ]),
    )
    expect((await office.call('record.page', { kind: 'enterprise' })).total).toBe(0)
  })

  it('asks for the reason of a changed status and dates it today', async () => {
    const id = await addEnterprise('甲公司')
    const failure = await office.failure('record.save', { changes: [{ kind: 'enterprise', id, values: { operatingStatus: '已注销' } }] })
    expect(failure.issues?.[0]?.path).toEqual(['changes', 0, 'values', 'statusReason'])
    await change('enterprise', id, { operatingStatus: '已注销', statusReason: '经营不善' })
    expect((await get('enterprise', id)).values).toMatchObject({ operatingStatus: '已注销', statusSince: '2026-06-30' })
  })

  it('tells two windows apart: the second save of the same version is a conflict', async () => {
    const id = await addEnterprise('甲公司')
    await change('enterprise', id, { employees: 5 }, 1)
    const failure = await office.failure('record.save', { changes: [{ kind: 'enterprise', id, version: 1, values: { employees: 6 } }] })
    expect(failure).toMatchObject({ code: 'conflict', details: { kind: 'enterprise', id, name: '甲公司' } })
    expect((await get('enterprise', id)).values['employees']).toBe(5)
  })

  it('announces the areas it changed, and nothing when nothing differed', async () => {
    const id = await addEnterprise('甲公司')
    const before = office.events.length
    expect((await change('enterprise', id, { name: '甲公司' })).editId).toBeNull()
    expect(office.events).toHaveLength(before)
    await change('enterprise', id, { employees: 9 })
    expect(office.events.at(-1)).toMatchObject({ type: 'office.changed', areas: ['enterprise'] })
  })
})

it('keeps the old name of a renamed unit as an alias, so that its sheets are still recognised', async () => {
  await change('unit', 1, { name: '甲新街道' })
  expect((await get('unit', 1)).values).toMatchObject({ name: '甲新街道', aliases: ['甲街办', '甲街道'] })
})

it('refuses an alias that answers to another unit', async () => {
  const failure = await office.failure('record.save', { changes: [{ kind: 'unit', id: 1, values: { aliases: ['乙 镇'] } }] })
  expect(failure.issues).toEqual([{ path: ['changes', 0, 'values', 'aliases'], code: 'V-02', message: expect.stringContaining('乙镇') as string }])
  await change('unit', 1, { aliases: ['甲街办'] })
  expect((await get('unit', 1)).values['aliases']).toEqual(['甲街办'])
})

describe('organisations', () => {
  it('cover enterprises, with their status decided at once', async () => {
    const [a, b] = [await addEnterprise('甲公司', { formalMembers: 2 }), await addEnterprise('乙公司', { formalMembers: 1 })]
    const org = await addOrg('联合组建', [a, b], { jointBasis: '园区' })
    expect((await get('partyOrg', org)).computed).toMatchObject({ covers: 2, formalMembers: 3, secretaryName: '张三', endsOn: '2023-01-01' })
    expect((await get('enterprise', a)).computed).toMatchObject({ status: '联合', partyOrgName: '中共联合组建支部' })
  })

  it('refuse a second organisation for an enterprise and a second enterprise for a single one (V-32)', async () => {
    const [a, b] = [await addEnterprise('甲公司', { formalMembers: 3 }), await addEnterprise('乙公司')]
    const org = await addOrg('单独组建', [a])
    const second = await office.failure('record.save', { changes: [{ kind: 'coverage', id: -1, values: { partyOrgId: org, enterpriseId: b } }] })
    expect(second.issues?.[0]).toMatchObject({ code: 'V-32', message: expect.stringContaining('单独组建') })
    const joint = await addOrg('联合组建', [b], { name: '中共联合支部', jointBasis: '园区' })
    const twice = await office.failure('record.save', { changes: [{ kind: 'coverage', id: -1, values: { partyOrgId: joint, enterpriseId: a } }] })
    expect(twice.issues?.[0]).toMatchObject({ path: ['changes', 0, 'values', 'enterpriseId'], message: expect.stringContaining('已由别的党组织覆盖') })
  })

  it('end with their coverages and term, and all of it comes back with one undo', async () => {
    const a = await addEnterprise('甲公司', { formalMembers: 3 })
    const org = await addOrg('单独组建', [a])
    const { editId } = await office.call('partyOrg.dissolve', { id: org, version: 1, dissolvedOn: '2026-06-01', reason: '企业注销' })
    expect((await get('enterprise', a)).computed['status']).toBe('未覆盖')
    const terms = await office.call('record.page', { kind: 'secretaryTerm', filter: { partyOrgId: org } })
    expect(terms.rows[0]?.values['until']).toBe('2026-06-01')
    await office.call('edit.undo', { editId: editId ?? 0 })
    expect((await get('enterprise', a)).computed['status']).toBe('单独')
    expect((await get('partyOrg', org)).values['dissolvedOn']).toBeNull()
  })
})

describe('undo and redo', () => {
  it('takes back an addition, a change and a removal, and puts each back again', async () => {
    const id = await addEnterprise('甲公司', { employees: 5 })
    const changed = await change('enterprise', id, { employees: 8, note: '新' })
    const undone = await office.call('edit.undo', { editId: changed.editId ?? 0 })
    expect((await get('enterprise', id)).values).toMatchObject({ employees: 5, note: null })
    await office.call('edit.undo', { editId: undone.editId ?? 0 })
    expect((await get('enterprise', id)).values).toMatchObject({ employees: 8, note: '新' })
    const removed = await office.call('record.remove', { kind: 'enterprise', ids: [id] })
    expect(await office.failure('record.get', { kind: 'enterprise', id })).toMatchObject({ code: 'not-found' })
    await office.call('edit.undo', { editId: removed.editId ?? 0 })
    expect((await get('enterprise', id)).values['name']).toBe('甲公司')
  })

  it('refuses where the value has gone on since, and to undo twice', async () => {
    const id = await addEnterprise('甲公司')
    const first = await change('enterprise', id, { employees: 5 })
    await change('enterprise', id, { employees: 6 })
    const failure = await office.failure('edit.undo', { editId: first.editId })
    expect(failure).toMatchObject({ code: 'conflict', details: { name: '甲公司', reason: 'gone-on' } })
    const second = await change('enterprise', id, { employees: 7 })
    await office.call('edit.undo', { editId: second.editId ?? 0 })
    expect(await office.failure('edit.undo', { editId: second.editId })).toMatchObject({ code: 'conflict', details: { reason: 'undone' } })
  })

  it('finds a renamed enterprise under its old name again', async () => {
    const id = await addEnterprise('甲公司')
    const { editId } = await change('enterprise', id, { name: '丙公司' })
    await office.call('edit.undo', { editId: editId ?? 0 })
    expect((await office.call('record.page', { kind: 'enterprise', filter: { search: 'jgs' } })).total).toBe(1)
    expect((await get('enterprise', id)).values['formerNames']).toEqual([])
  })
})

describe('the recycle bin', () => {
  it('takes what hangs on an enterprise along, and gives all of it back', async () => {
    const a = await addEnterprise('甲公司', { formalMembers: 3 })
    await addOrg('单独组建', [a])
    await add('delivery', { enterpriseId: a, item: 'flag', state: '已落实', doneOn: '2026-05-01' })
    await office.call('record.remove', { kind: 'enterprise', ids: [a], operator: '王五' })
    const bin = await office.call('record.removed', {})
    expect(bin.rows.map(({ kindLabel, name, operator }) => [kindLabel, name, operator]).sort()).toEqual([
      ['三建三送', '甲公司 党旗', '王五'],
      ['企业', '甲公司', '王五'],
      ['党组织覆盖关系', '中共单独组建支部 甲公司', '王五'],
    ])
    await office.call('record.restore', { kind: 'enterprise', ids: [a] })
    expect((await get('enterprise', a)).values['name']).toBe('甲公司')
  })

  it('refuses to remove a unit or a liaison that others need', async () => {
    await addEnterprise('甲公司')
    expect(await office.failure('record.remove', { kind: 'unit', ids: [1] })).toMatchObject({
      code: 'in-use',
      details: { name: '甲街道', by: '企业', count: 1 },
    })
  })
})

it('merges two records of one enterprise and takes it back', async () => {
  const keep = await addEnterprise('甲公司', { employees: 5 })
  const drop = await addEnterprise('甲有限公司', { employees: 7, contactName: '李四' })
  await add('delivery', { enterpriseId: keep, item: 'flag', state: '未落实' })
  await add('delivery', { enterpriseId: drop, item: 'flag', state: '已落实', doneOn: '2026-01-01' })
  await add('delivery', { enterpriseId: drop, item: 'books', state: '已落实', doneOn: '2026-01-01' })
  await addOrg('联合组建', [drop], { jointBasis: '园区' })
  const { editId } = await office.call('enterprise.merge', { keepId: keep, dropId: drop, values: { employees: 7, contactName: '李四' } })
  const merged = await get('enterprise', keep)
  expect(merged.values).toMatchObject({ employees: 7, contactName: '李四', formerNames: ['甲有限公司'] })
  expect(merged.computed['status']).toBe('联合')
  const items = await office.call('record.page', { kind: 'delivery', filter: { enterpriseId: keep } })
  expect(items.rows.map((row) => [row.values['item'], row.values['state']]).sort()).toEqual([['books', '已落实'], ['flag', '未落实']])
  await office.call('edit.undo', { editId: editId ?? 0 })
  expect((await get('enterprise', drop)).computed['status']).toBe('联合')
  expect((await get('enterprise', keep)).values).toMatchObject({ employees: 5, formerNames: [] })
})

describe('before it is made', () => {
  it('a batch shows what would change and writes nothing', async () => {
    const ids = [await addEnterprise('甲公司', { community: '东村' }), await addEnterprise('乙公司'), await addEnterprise('丙公司')]
    const changes = ids.map((id) => ({ kind: 'enterprise' as const, id, values: { community: '东村' } }))
    const preview = await office.call('record.preview', { changes })
    expect(preview).toMatchObject({ added: 0, changed: 2, same: 1 })
    expect(preview.rows[0]).toMatchObject({ name: '乙公司', changes: [{ label: '所在村(社区)', before: '', after: '东村' }] })
    expect((await get('enterprise', ids[1] ?? 0)).values['community']).toBeNull()
  })

  it('a record is told what the rules say while it is typed', async () => {
    const a = await addEnterprise('甲公司', { formalMembers: 2 })
    const liaisonId = await add('liaison', { name: '李四', kind: '联络员' })
    const [findings] = await office.call('record.check', {
      changes: [{ kind: 'visit', id: -1, values: { visitedOn: '2026-06-01', liaisonId, enterpriseId: a, mode: '实地', content: '了解情况', problem: '缺场地' } }],
    })
    expect(findings?.map(({ level, field }) => `${level} ${field}`)).toEqual(expect.arrayContaining(['error resolution', 'warning liaisonId']))
    expect((await office.call('record.page', { kind: 'visit' })).total).toBe(0)
  })
})

it('tells who changed what, in words', async () => {
  const a = await addEnterprise('甲公司')
  await office.call('record.save', { changes: [{ kind: 'enterprise', id: a, values: { unitId: 2, hasUnion: true } }], operator: '王五' })
  const [latest] = await office.call('record.history', { kind: 'enterprise', id: a })
  expect(latest).toMatchObject({ operator: '王五', action: '修改', label: '企业“甲公司”' })
  expect(latest?.changes.map(({ label, before, after }) => `${label}:${before}→${after}`)).toEqual(['所属单位:甲街道→乙镇', '工会:→是'])
  const log = await office.call('edit.page', { operator: '王五' })
  expect(log.rows.map(({ label }) => label)).toEqual(['修改企业“甲公司”'])
  const [entry] = await office.call('edit.entries', { editId: log.rows[0]?.id ?? 0 })
  expect(entry).toMatchObject({ label: '企业“甲公司”', action: '修改' })
})

it('lists settings and locked periods in the log too, which cannot be taken back', async () => {
  await addEnterprise('甲公司')
  await office.call('setting.save', { settings: { rules: { minMembers: 5 } }, operator: '王五' })
  await office.call('period.lock', { kind: '季', label: '2026年第2季度', cutOffOn: '2026-06-30' })
  const { rows, total } = await office.call('edit.page', {})
  expect(total).toBe(4)
  expect(new Set(rows.map(({ label, canUndo }) => `${label} ${canUndo}`))).toEqual(
    new Set(['新增企业“甲公司” true', expect.stringMatching(/^设置：.* false$/), '锁定报告期“2026年第2季度” false', expect.stringMatching(/^登记/)]),
  )
  const setting = rows.find(({ label }) => label.startsWith('设置：'))
  const [entry] = await office.call('edit.entries', { editId: setting?.id ?? 0 })
  expect(entry?.changes).toMatchObject([{ before: '3 名以上', after: '5 名以上' }])
})

it('lists by filter, period and order, and exports what it lists', async () => {
  const a = await addEnterprise('甲公司')
  for (const [occurredOn, direction, amount] of [['2026-01-05', '收入', 100_000], ['2026-02-01', '支出', 3_050], ['2025-12-31', '收入', 1]] as const) {
    await add('fundEntry', { occurredOn, direction, amount, enterpriseId: a, ...(direction === '收入' ? { source: '财政列支' } : { use: '教育培训' }) })
  }
  const page = await office.call('record.page', { kind: 'fundEntry', filter: { from: '2026-01-01', is: { direction: ['收入', '支出'] }, unitIds: [1] }, sort: { field: 'amount', descending: false } })
  expect(page.rows.map((row) => row.values['amount'])).toEqual([3_050, 100_000])
  const file = await office.call('record.export', {
    kind: 'fundEntry', filter: { from: '2026-01-01' }, title: '党建经费',
    columns: [{ field: 'occurredOn', header: '日期' }, { field: 'enterpriseId', header: '企业' }, { field: 'amount', header: '金额(元)' }],
  })
  expect(file).toMatchObject({ fileName: '党建经费_2026-06-30.xlsx', rows: 2 })
  expect(await office.failure('record.page', { kind: 'fundEntry', sort: { field: 'nonsense', descending: false } })).toMatchObject({ code: 'invalid' })
})

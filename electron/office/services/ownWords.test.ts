import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { readWorkbook } from '../excel/readWorkbook'
import { writePlainTable } from '../excel/testing/plainTable'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  await office.call('setting.save', {
    settings: {
      words: { operatingStatus: { 正常经营: '在业', 停产停业: '歇业' }, delivery: { 已落实: '到位', 共用: '合建' }, secretarySource: { 内选: '内部产生' } },
      deliveryLabels: { flag: '党旗党徽' },
      goalLabels: { fund: '有保障' },
      reminders: { followUpFirstDays: 15 },
    },
  })
})
afterEach(() => office.close())

const add = (kind: RecordKind, values: Record<string, FieldValue>) => addRecord(office, kind, values)
const addEnterprise = (name: string, values: Record<string, FieldValue> = {}) => add('enterprise', { name, unitId: 1, ...values })
const cells = async ({ fileName, bytes }: { fileName: string; bytes: Uint8Array }) =>
  (await readWorkbook(fileName, bytes)).sheets[0]?.rows ?? []

describe('the words of a district', () => {
  it('stand in what is exported, kept and found; what is stored stays the word of the list', async () => {
    const id = await addEnterprise('甲公司')
    const flag = await add('delivery', { enterpriseId: id, item: 'flag', state: '已落实', doneOn: '2026-01-01' })
    expect((await office.call('record.get', { kind: 'delivery', id: flag })).values['state']).toBe('已落实')
    const columns = [{ field: 'item', header: '项目' }, { field: 'state', header: '落实情况' }]
    const book = await office.call('record.export', { kind: 'delivery', title: '三建三送', columns })
    expect((await cells(book))[2]).toEqual(['党旗党徽', '到位'])

    await office.call('record.save', { changes: [{ kind: 'delivery', id: flag, values: { state: '共用', doneOn: null } }] })
    const [last] = await office.call('record.history', { kind: 'delivery', id: flag })
    expect(last?.label).toBe('三建三送“甲公司 党旗党徽”')
    expect(last?.changes.find(({ field }) => field === 'state')).toMatchObject({ before: '到位', after: '合建' })
    const { rows: edits } = await office.call('edit.page', {})
    expect(edits[0]?.label).toContain('党旗党徽')
    for (const [search, found] of [['合建', 1], ['党旗党徽', 1], ['到位', 0]] as const) {
      expect((await office.call('record.page', { kind: 'delivery', filter: { search } })).total, search).toBe(found)
    }
    await office.call('record.remove', { kind: 'delivery', ids: [flag] })
    expect((await office.call('record.removed', {})).rows[0]?.name).toBe('甲公司 党旗党徽')
  })

  it('are what rules, refusals and previews say', async () => {
    const id = await addEnterprise('甲公司')
    const tried = { kind: 'enterprise' as const, id, values: { operatingStatus: '停产停业' } }
    const [findings] = await office.call('record.check', { changes: [tried] })
    expect(findings?.map(({ message }) => message)).toContain('经营状态改为“歇业”，应填原因')
    const preview = await office.call('record.preview', { changes: [tried] })
    expect(preview.rows[0]?.changes).toContainEqual({ label: '经营状态', before: '在业', after: '歇业' })
    await office.call('record.save', { changes: [{ ...tried, values: { operatingStatus: '停产停业', statusReason: '检修' } }] })
    expect((await office.call('enterprise.get', { id })).reasons.at(-1)).toBe('经营状态为“歇业”，不计入实体运营基数')
    const late = await add('goalCheck', { enterpriseId: id, period: '2026年第2季度', checkedOn: '2026-06-30', fundMet: true })
    await office.call('record.save', { changes: [{ kind: 'goalCheck', id: late, values: { fundMet: false } }] })
    const [entry] = await office.call('record.history', { kind: 'goalCheck', id: late })
    expect(entry?.changes.map(({ label }) => label)).toEqual(['有保障'])
    const look = await add('followUp', { enterpriseId: id, step: '首次', doneOn: '2026-06-01', result: '没有党员' })
    const again = await office.failure('record.save', { changes: [{ kind: 'followUp', id: -1, values: { enterpriseId: id, step: '30天', doneOn: '2026-06-01', result: '无' } }] })
    expect(again.issues?.[0]?.message).toBe('“节点”没有“30天”这一项')
    await office.call('record.remove', { kind: 'followUp', ids: [look] })
    expect((await office.call('record.removed', {})).rows[0]?.name).toBe('甲公司 首次(15 天)')
  })

  it('are accepted on import beside those of the list, and shown in what an import would do', async () => {
    const head = ['所属乡镇(街道)', '企业名称', '经营状态', '正式党员', '书记姓名', '书记来源', '是否建立党组织', '组建方式', '党旗']
    const take = async (rows: (string | number | null)[][]) => {
      const { fileId, warnings } = await office.call('import.read', { name: '表.xlsx', bytes: writePlainTable(head, rows) })
      const { planId } = await office.call('import.plan', { fileIds: [fileId], policy: 'replace' })
      return { planId, warnings, ...(await office.call('import.rows', { planId })) }
    }
    const first = await take([
      ['甲街道', '甲公司', '在业', 4, '李四', '内部产生', '是', '单独组建', '到位'],
      ['甲街道', '乙公司', '正常经营', 0, null, null, '否', null, '未落实'],
    ])
    expect(first.rows[0]?.changes).toContainEqual({ field: 'operatingStatus', label: '经营状态', before: '', after: '在业' })
    expect(first.rows[0]?.changes).toContainEqual({ field: 'delivery.flag', label: '党旗党徽', before: '', after: '到位' })
    await office.call('import.commit', { planId: first.planId })
    const { rows } = await office.call('enterprise.page', {})
    expect(rows.map((row) => [row.enterpriseName, row.operatingStatus, row.secretarySource, row['delivery.flag']])).toEqual([
      ['甲公司', '正常经营', '内选', '已落实'],
      ['乙公司', '正常经营', null, '未落实'],
    ])
    const second = await take([['甲街道', '甲公司', '歇业', 4, '李四', '内选', '是', '单独组建', '合建']])
    expect(second.rows[0]?.changes).toEqual([
      { field: 'operatingStatus', label: '经营状态', before: '在业', after: '歇业' },
      { field: 'delivery.flag', label: '党旗党徽', before: '到位', after: '合建' },
    ])
    await office.call('import.commit', { planId: second.planId })
    const { history } = await office.call('enterprise.get', { id: rows[0]?.id ?? 0 })
    expect(history.flatMap(({ changes }) => changes)).toContainEqual({ field: 'delivery.flag', label: '党旗党徽', before: '到位', after: '合建' })
  })

  it('are accepted and shown in the other forms too', async () => {
    await addEnterprise('甲公司')
    const head = ['所属乡镇(街道)', '企业名称', '党员活动室', '党建宣传专栏', '党组织牌匾', '党旗']
    const { fileId } = await office.call('import.read', { name: '表.xlsx', bytes: writePlainTable(head, [['甲街道', '甲公司', '合建', '到位', '未落实', null]]) })
    const { planId, forms } = await office.call('import.plan', { fileIds: [fileId], policy: 'replace' })
    expect(forms.map(({ form }) => form)).toEqual(['F08'])
    const { rows } = await office.call('import.rows', { planId })
    expect(rows[0]?.changes.filter(({ field }) => field.endsWith('.state')).map(({ after }) => after)).toEqual(['合建', '到位', '未落实'])
    await office.call('import.commit', { planId })
    const found = await office.call('record.page', { kind: 'delivery' })
    expect(found.rows.map(({ values }) => values['state']).sort()).toEqual(['共用', '已落实', '未落实'])
  })

  it('stand in the list of the ledger, which is read again as it is; form F01 keeps the words of the list', async () => {
    const id = await addEnterprise('甲公司', { operatingStatus: '停产停业', statusReason: '检修', employees: 12 })
    await add('delivery', { enterpriseId: id, item: 'room', state: '共用' })
    const columns = [{ field: 'name', header: '企业名称' }, { field: 'operatingStatus', header: '经营状态' }, { field: 'employees', header: '从业人员' }, { field: 'delivery.room', header: '党员活动室' }]
    const list = await office.call('enterprise.sheetExport', { title: '企业台账', columns })
    expect((await cells(list)).slice(1)).toEqual([['企业名称', '经营状态', '从业人员', '党员活动室'], ['甲公司', '歇业', 12, '合建']])
    const reading = await office.call('import.read', { name: '甲街道.xlsx', bytes: list.bytes })
    const { planId } = await office.call('import.plan', { fileIds: [reading.fileId], policy: 'replace' })
    expect((await office.call('import.rows', { planId })).rows).toMatchObject([{ action: 'same' }])
    const form = (await cells(await office.call('form.export', { form: 'F01' }))).flat().map(String)
    expect(form).toContain('停产停业')
    expect(form).not.toContain('歇业')
  })
})

it('refuses words that would be taken for another', async () => {
  const failure = await office.failure('setting.save', { settings: { words: { operatingStatus: { 正常经营: '筹建' } } } })
  expect(failure.issues).toEqual([
    { path: ['settings', 'words', 'operatingStatus'], code: 'setting', message: '“筹建”是另一项的标准词，不能用作“正常经营”的叫法' },
  ])
})

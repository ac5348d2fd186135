import { expect, it } from 'vitest'
import { readWorkbook } from '../../excel/readWorkbook'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'

async function setUp(office: TestOffice): Promise<{ id: number; other: number }> {
  await office.call('office.setup', { officeName: '工委', regionName: '某区', units: [{ name: '甲街道', kind: '街道', sortNo: 1 }] })
  const add = async (name: string, contactPhone: string): Promise<number> => {
    const values = { name, unitId: 1, operatingStatus: '正常经营', contactName: '张三', contactPhone, note: '联系 13912345678' }
    const { saved } = await office.call('record.save', { changes: [{ kind: 'enterprise', id: -1, values }] })
    return saved[0]?.id ?? 0
  }
  return { id: await add('甲公司', '13800000001'), other: await add('乙公司', '0571-88886666') }
}

const phoneOf = async (office: TestOffice, id: number): Promise<unknown> =>
  (await office.call('record.get', { kind: 'enterprise', id })).values['contactPhone']

it('hides telephones wherever they are read, and nothing of what is edited beside them', async () => {
  const office = await createTestOffice()
  const { id, other } = await setUp(office)
  const { values } = await office.call('record.get', { kind: 'enterprise', id })
  expect(values).toMatchObject({ contactPhone: '138****0001', contactName: '张三', note: '联系 13912345678' })
  const { rows } = await office.call('enterprise.sheet', {})
  expect(rows.map((row) => row.values['contactPhone'])).toEqual(expect.arrayContaining(['138****0001', '0571-****6666']))
  expect((await office.call('enterprise.page', {})).rows.map((row) => row.contactPhone)).toEqual(expect.arrayContaining(['138****0001', '0571-****6666']))
  await office.call('record.save', { changes: [{ kind: 'enterprise', id, values: { contactPhone: '13800000002' } }] })
  const [latest] = await office.call('record.history', { kind: 'enterprise', id })
  expect(latest?.changes).toMatchObject([{ before: '138****0001', after: '138****0002' }])
  const preview = await office.call('form.preview', { form: 'F01' })
  const text = JSON.stringify([rows, preview, await office.call('enterprise.get', { id: other }), await office.call('edit.entries', { editId: 1 })])
  for (const phone of ['13800000001', '13800000002', '88886666']) expect(text).not.toContain(phone)
  await office.close()
})

it('shows a record, or a whole page, to who asks for it, and logs it once', async () => {
  const office = await createTestOffice()
  const { id, other } = await setUp(office)
  await office.call('privacy.reveal', { what: { record: { kind: 'enterprise', id } }, operator: '王五' })
  await office.call('privacy.reveal', { what: { record: { kind: 'enterprise', id } }, operator: '王五' })
  expect([await phoneOf(office, id), await phoneOf(office, other)]).toEqual(['13800000001', '0571-****6666'])
  const { rows } = await office.call('enterprise.sheet', {})
  expect(rows.map((row) => row.values['contactPhone']).sort()).toEqual(['0571-****6666', '13800000001'])
  await office.call('privacy.reveal', { what: { page: 'enterprise' } })
  expect(await phoneOf(office, other)).toBe('0571-88886666')
  expect(await office.call('privacy.hide', { what: { page: 'enterprise' } })).toEqual({ hidden: true, pages: [], records: [] })
  expect(await phoneOf(office, id)).toBe('138****0001')
  const log = await office.call('edit.page', { actions: ['查看电话'] })
  expect(log.rows.map(({ operator, label }) => `${operator} ${label}`)).toEqual([' 查看电话：企业整页', '王五 查看电话：企业“甲公司”'])
  await office.close()
})

it('never writes a mask: the same one is the number it hides, another is refused', async () => {
  const office = await createTestOffice()
  const { id, other } = await setUp(office)
  const save = (values: Record<string, string>) => ({ changes: [{ kind: 'enterprise' as const, id, values }] })
  expect((await office.call('record.save', save({ contactPhone: '138****0001' }))).editId).toBeNull()
  await office.call('record.save', save({ contactPhone: '138****0001', community: '东村' }))
  expect(await office.failure('record.save', save({ contactPhone: '0571-****6666' }))).toMatchObject({ code: 'invalid', details: { reason: 'phone-mask' } })
  expect(await office.failure('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name: '丙公司', unitId: 1, operatingStatus: '正常经营', contactPhone: '138****0001' } }] }))
    .toMatchObject({ details: { reason: 'phone-mask' } })
  for (const altered of ['138****00012', '138**0001', '＊＊＊', '1380000000*']) {
    expect(await office.failure('record.save', save({ contactPhone: altered })), altered).toMatchObject({ details: { reason: 'phone-mask' } })
  }
  await office.call('enterprise.merge', { keepId: id, dropId: other, values: { contactPhone: '0571-****6666' } })
  await office.call('privacy.reveal', { what: { page: 'enterprise' } })
  expect(await phoneOf(office, id)).toBe('0571-88886666')
  await office.close()
})

it('still finds and sorts by the number', async () => {
  const office = await createTestOffice()
  const { id, other } = await setUp(office)
  await office.call('record.save', { changes: [{ kind: 'liaison', id: -1, values: { name: '赵六', kind: '联络员', phone: '13700000007' } }] })
  const found = await office.call('record.page', { kind: 'liaison', filter: { search: '13700000007' } })
  expect(found.rows.map((row) => row.values['phone'])).toEqual(['137****0007'])
  const sorted = await office.call('record.page', { kind: 'enterprise', sort: { field: 'contactPhone', descending: true } })
  expect(sorted.rows.map((row) => row.id)).toEqual([id, other])
  await office.close()
})

it('shows everything where the setting says so', async () => {
  const office = await createTestOffice()
  const { id } = await setUp(office)
  await office.call('setting.save', { settings: { privacy: { hidePhones: false } } })
  expect(await phoneOf(office, id)).toBe('13800000001')
  await office.close()
})

it('hides them in a file that is handed out where it is asked to, and that file changes no number when it comes back', async () => {
  const office = await createTestOffice()
  const { id } = await setUp(office)
  const hidden = await office.call('form.export', { form: 'F01', hidePhones: true })
  const plain = await office.call('form.export', { form: 'F01' })
  const texts = async (bytes: Uint8Array): Promise<string> => {
    const read = await readWorkbook('a.xlsx', bytes)
    return JSON.stringify(read)
  }
  expect(await texts(plain.bytes)).toContain('13800000001')
  const masked = await texts(hidden.bytes)
  expect(masked).toContain('138****0001')
  expect(masked).toContain('0571-****6666')
  for (const number of ['13800000001', '88886666', '13912345678']) expect(masked).not.toContain(number)
  const { fileId } = await office.call('import.read', { name: hidden.fileName, bytes: hidden.bytes })
  const plan = await office.call('import.plan', { fileIds: [fileId], policy: 'replace', erases: true })
  const rows = await office.call('import.rows', { planId: plan.planId })
  expect(rows.rows.flatMap(({ changes }) => changes.map(({ field }) => field)).filter((field) => field.endsWith('Phone'))).toEqual([])
  expect(rows.rows.flatMap(({ problems }) => problems.map(({ message }) => message)).join()).toContain('是隐藏后的电话')
  await office.call('import.commit', { planId: plan.planId })
  await office.call('privacy.reveal', { what: { page: 'enterprise' } })
  expect(await phoneOf(office, id)).toBe('13800000001')
  await office.close()
})

it('follows the setting where nobody chose, but for forms that are sent out', async () => {
  const office = await createTestOffice()
  await setUp(office)
  await office.call('setting.save', { settings: { privacy: { hideExported: true } } })
  const { bytes } = await office.call('record.export', { kind: 'enterprise', title: '企业', columns: [{ field: 'contactPhone', header: '联系电话' }] })
  expect(JSON.stringify(await readWorkbook('a.xlsx', bytes))).not.toContain('13800000001')
  const issued = await office.call('template.perUnit', { forms: ['F01'], unitIds: [1] })
  expect(JSON.stringify(await readWorkbook(issued.fileName, issued.bytes))).toContain('13800000001')
  await office.close()
})

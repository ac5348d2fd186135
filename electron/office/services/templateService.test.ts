import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templateFormIds, type TemplateFormId } from '../../../shared/domain/formId'
import { readWorkbook } from '../excel/readWorkbook'
import { openZip } from '../excel/zipParts'
import { readMeta } from '../forms/template/readMeta'
import { createSampleOffice } from '../testing/createSampleOffice'
import { openConnection } from '../db/dataSource'
import { ledgerFiles } from '../db/ledgerFiles'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
let bridge = 0
beforeAll(async () => {
  office = await createSampleOffice()
  bridge = (await office.call('unit.list', {})).find(({ name }) => name === '桥头镇')?.id ?? 0
})
afterAll(() => office.close())

async function issued(form: TemplateFormId, unitId = bridge) {
  const answer = await office.call('template.perUnit', { forms: [form], unitIds: [unitId] })
  const workbook = await readWorkbook(answer.fileName, answer.bytes)
  return { answer, workbook, meta: readMeta(workbook) }
}

describe('分发', () => {
  it('packs one workbook a unit in use, named after unit, form and day', async () => {
    const before = office.events.length
    const answer = await office.call('template.perUnit', { forms: ['F01'] })
    expect(answer.fileName).toBe('示范区填报表_2026-11-21.zip')
    expect(answer.files).toHaveLength(12)
    expect(answer.files[0]).toMatchObject({ fileName: '东山街道_非公有制企业党建工作台账_2026-11-21.xlsx', unit: '东山街道', form: 'F01' })
    const parts = await openZip(Buffer.from(answer.bytes))
    expect(parts.map(({ name }) => name)).toEqual(answer.files.map(({ fileName }) => fileName))
    expect(office.events.slice(before).filter((event) => event.type === 'task.progress').at(-1)).toMatchObject({ done: 12, total: 12 })
    // Every name says that it is UTF-8, or Windows would read it in its own code page.
    const bytes = Buffer.from(answer.bytes)
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
      expect(bytes.readUInt16LE(at + 8) & 0x0800).toBe(0x0800)
    }
    const living = await office.call('enterprise.page', { limit: 1 })
    expect(answer.files.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(living.total)
  })

  it('puts several forms of a unit into its folder', async () => {
    const answer = await office.call('template.perUnit', { forms: ['F01', 'F12'], unitIds: [bridge] })
    expect(answer.files.map(({ fileName }) => fileName)).toEqual([
      '桥头镇/桥头镇_非公有制企业党建工作台账_2026-11-21.xlsx',
      '桥头镇/桥头镇_党组织换届情况台账_2026-11-21.xlsx',
    ])
  })

  it('does not pack a single workbook', async () => {
    const { answer, meta, workbook } = await issued('F01')
    expect(answer.fileName).toBe('桥头镇_非公有制企业党建工作台账_2026-11-21.xlsx')
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['非公有制企业党建工作台账', false], ['填表说明', false], ['_meta', true], ['_lists', true],
    ])
    expect(meta).toMatchObject({ form: 'F01', unit: { id: bridge, name: '桥头镇' }, issuedOn: '2026-11-21' })
    const rows = (await office.call('enterprise.page', { filter: { unitIds: [bridge] }, limit: 1000 })).rows
    const present = rows.filter(({ operatingStatus }) => !['已注销', '迁出', '合并'].includes(operatingStatus))
    expect(meta?.rows.map(({ id }) => id).sort()).toEqual(present.map(({ id }) => id).sort())
    expect(meta?.rows.every(({ version }) => version >= 1)).toBe(true)
  })

  it.each(templateFormIds)('%s is filled with what the unit has', async (form) => {
    const { meta, workbook, answer } = await issued(form)
    expect(meta?.form).toBe(form)
    expect(answer.files[0]?.rows).toBe(meta?.rows.length)
    expect(meta?.rows.length).toBeGreaterThan(0)
    expect(new Set(meta?.rows.map(({ id }) => id)).size).toBe(meta?.rows.length)
    const idColumn = meta?.columns.length ?? 0
    const body = workbook.sheets[0]?.rows.filter((row) => /^\d+$/.test(String(row[idColumn] ?? '')))
    expect(body?.map((row) => Number(row[idColumn]))).toEqual(meta?.rows.map(({ id }) => id))
    const unitAt = meta?.columns.findIndex(({ field }) => field === 'unitName') ?? -1
    expect(new Set(body?.map((row) => row[unitAt]))).toEqual(new Set(['桥头镇']))
  })

  it('lists enterprises with nothing on record too where they are to be asked', async () => {
    const { meta } = await issued('F08')
    const { meta: ledger } = await issued('F01')
    expect(meta?.rows.length).toBe(ledger?.rows.length)
  })

  it('offers the unit’s own people and enterprises where rows are added', async () => {
    const { workbook } = await issued('F05')
    const lists = workbook.sheets.find(({ name }) => name === '_lists')
    const columns = (lists?.rows[0] ?? []).map((_, column) => lists?.rows.flatMap((row) => row[column] ?? []) ?? [])
    expect(columns.find((words) => words.length > 10)?.every((word) => typeof word === 'string')).toBe(true)
    expect(columns).toContainEqual(['桥头镇'])
  })

  it('gives empty forms when asked, and none of what only the ledger lists', async () => {
    const answer = await office.call('template.perUnit', { forms: ['F05', 'F12'], unitIds: [bridge], prefilled: false, blankRows: 3 })
    expect(answer.files.map(({ rows }) => rows)).toEqual([0, 0])
    const parts = await openZip(Buffer.from(answer.bytes))
    const meta = readMeta(await readWorkbook('x.xlsx', parts[1]?.read() ?? Buffer.alloc(0)))
    expect(meta).toMatchObject({ form: 'F12', unit: { name: '桥头镇' }, rows: [] })
  })

  it('issues of one ledger bear one id', async () => {
    const [first, second] = [await issued('F01'), await issued('F03')]
    expect(first.meta?.ledgerId).toMatch(/^[0-9a-f-]{36}$/)
    expect(second.meta?.ledgerId).toBe(first.meta?.ledgerId)
    const other = await createTestOffice()
    await other.call('office.setup', { regionName: '甲区', officeName: '甲办', units: [{ name: '甲街道', kind: '街道', aliases: [], sortNo: 1 }] })
    const answer = await other.call('template.perUnit', { forms: ['F01'] })
    expect(readMeta(await readWorkbook('x.xlsx', answer.bytes))?.ledgerId).not.toBe(first.meta?.ledgerId)
    await other.close()
  })

  it('gives the ledger its id with the first workbook, not with a refusal', async () => {
    const other = await createTestOffice()
    await other.call('office.setup', { regionName: '甲区', officeName: '甲办', units: [{ name: '甲街道', kind: '街道', aliases: [], sortNo: 1 }] })
    const ledger = openConnection(ledgerFiles(other.folder).ledger, { readonly: true })
    const ids = () => ledger.prepare("SELECT value FROM setting WHERE key = 'ledger.id'").all().length
    expect(await other.failure('template.perUnit', { forms: ['F12'] })).toMatchObject({ details: { reason: 'no-template' } })
    expect(ids()).toBe(0)
    await other.call('template.perUnit', { forms: ['F01'] })
    expect(ids()).toBe(1)
    ledger.close()
    await other.close()
  })

  it('says which units have nothing a form lists, and refuses when none has', async () => {
    const other = await createTestOffice()
    await other.call('office.setup', { regionName: '甲区', officeName: '甲办', units: [{ name: '甲/街道', kind: '街道', aliases: [], sortNo: 1 }] })
    const answer = await other.call('template.perUnit', { forms: ['F01', 'F12'] })
    expect(answer.files.map(({ fileName }) => fileName)).toEqual(['甲 街道/甲 街道_非公有制企业党建工作台账_2026-06-30.xlsx', null])
    expect(answer.fileName).toBe('甲 街道_非公有制企业党建工作台账_2026-06-30.xlsx')
    expect(await other.failure('template.perUnit', { forms: ['F12'] })).toMatchObject({ code: 'not-found', details: { reason: 'no-template' } })
    expect(await other.failure('template.perUnit', { forms: ['F01'], unitIds: [99] })).toMatchObject({ code: 'not-found' })
    await other.close()
  })
})

it.each(templateFormIds)('an empty %s is nobody’s, with an example', async (form) => {
  const { fileName, bytes } = await office.call('template.blank', { form, blankRows: 5 })
  const workbook = await readWorkbook(fileName, bytes)
  expect(fileName).toMatch(/_空白模板\.xlsx$/)
  expect(readMeta(workbook)).toMatchObject({ form, unit: null, rows: [] })
  expect(workbook.sheets[0]?.rows.some((row) => row[0] === '示例')).toBe(true)
})

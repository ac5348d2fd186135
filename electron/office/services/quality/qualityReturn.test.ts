import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { QualityFilter, QualityFinding } from '../../../../shared/contract/quality'
import { openZip } from '../../excel/zipParts'
import { createSampleOffice } from '../../testing/createSampleOffice'
import type { TestOffice } from '../../testing/createTestOffice'

let office: TestOffice
let bridge = 0
beforeAll(async () => {
  office = await createSampleOffice()
  bridge = (await office.call('unit.list', {})).find(({ name }) => name === '桥头镇')?.id ?? 0
})
afterAll(() => office.close())

async function listed(filter: QualityFilter): Promise<QualityFinding[]> {
  return (await office.call('quality.page', { filter, limit: 5000 })).rows
}

/** As a clerk in the township would: opens the workbook, types, saves. */
async function filledIn(bytes: Uint8Array, work: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  // The first sheet says what is to be done, the second is the form.
  const sheet = workbook.worksheets[1]
  if (!sheet) throw new Error('no form')
  work(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function imported(name: string, bytes: Uint8Array): Promise<void> {
  const reading = await office.call('import.read', { name, bytes })
  expect(reading).toMatchObject({ state: 'ready', failure: null })
  const { planId } = await office.call('import.plan', { fileIds: [reading.fileId] })
  await office.call('import.commit', { planId })
}

function columnOf(sheet: ExcelJS.Worksheet, header: string): number {
  for (const row of [3, 4]) for (let c = 1; c <= sheet.columnCount; c++) if (sheet.getRow(row).getCell(c).text.replace('*', '') === header) return c
  throw new Error(`${header} heads no column`)
}

it('goes back in the form the unit knows, is put right there, and the finding is gone', async () => {
  const { rows } = await office.call('enterprise.page', { filter: { unitIds: [bridge] }, limit: 1 })
  const enterprise = rows[0]
  if (!enterprise) throw new Error('no enterprise')
  await office.call('record.save', { changes: [{ kind: 'enterprise', id: enterprise.id, values: { contactPhone: '12' } }] })
  const filter: QualityFilter = { unitIds: [bridge], code: 'V-12' }
  expect(await listed(filter)).toMatchObject([{ recordId: enterprise.id }])

  const { fileName, bytes, files, left } = await office.call('quality.return', { filter })
  expect(fileName).toBe('桥头镇_非公有制企业党建工作台账_核查退回_2026年11月.xlsx')
  expect(files).toEqual([{ unitId: bridge, unit: '桥头镇', form: 'F01', fileName, problems: 1 }])
  expect(left).toBe(0)

  const corrected = await filledIn(bytes, (sheet) => {
    const [phone, result] = [columnOf(sheet, '联系电话'), columnOf(sheet, '校验结果')]
    const row = sheet.getColumn(3).values.findIndex((name) => name === enterprise.enterpriseName)
    const cell = sheet.getRow(row).getCell(phone)
    expect(cell.text).toBe('12')
    expect(JSON.stringify(cell.note)).toContain('电话“12”不像电话号码')
    expect(sheet.getRow(row).getCell(result).text).toBe('提醒：联系电话：电话“12”不像电话号码，请核对')
    const results = new Set(sheet.getColumn(result).values.filter((value) => typeof value === 'string'))
    expect(results.size, 'its header and one row').toBe(2)
    cell.value = '13800000000'
  })
  await imported(fileName, corrected)
  expect(await listed(filter)).toEqual([])
})

it('goes to many units as a zip, each finding on the form that carries it or on a cover', async () => {
  const filter: QualityFilter = {}
  const withUnit = (await listed(filter)).filter(({ unitId }) => unitId !== null)
  const { fileName, bytes, files, left } = await office.call('quality.return', { filter })
  expect(fileName).toMatch(/_核查退回_2026年11月\.zip$/)
  expect(files.reduce((sum, { problems }) => sum + problems, 0)).toBe(withUnit.length)
  expect(left).toBeLessThan(withUnit.length / 2)
  const parts = await openZip(Buffer.from(bytes))
  expect(parts.map(({ name }) => name).sort()).toEqual(files.map((file) => file.fileName).sort())
  expect(new Set(files.map(({ form }) => form)).size).toBeGreaterThan(2)
}, 120_000)

it('has nothing to send where nothing was found', async () => {
  await expect(office.call('quality.return', { filter: { words: '没有这样的问题' } })).rejects.toThrow('nothing-to-return')
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templateFormIds } from '../../../shared/domain/formId'
import { failureSentence } from '../../../shared/text/failureSentence'
import { readWorkbook } from '../excel/readWorkbook'
import { convertWithLibreOffice, hasLibreOffice, skippedWithout } from '../excel/testing/libreOffice'
import { openZip } from '../excel/zipParts'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'

const sample = join(import.meta.dirname, '../../../resources/sample-district')
const townships = [
  '东山街道.xlsx', '北台镇.ods', '南湖街道.xlsx', '商贸中心.xlsx', '张家堡乡.xlsx', '柳河镇.xlsx', '桥头镇.xlsx', '滨河街道.xlsx', '石桥镇.csv',
  '西岭街道.xls', '青石乡.xls', '高新园区.xlsx',
]
const fileOf = (name: string): Uint8Array => readFileSync(join(sample, name))

let office: TestOffice
let officeName = ''
beforeAll(async () => {
  office = await createSampleOffice()
  const { names } = await office.call('setting.get', {})
  expect(names.officeName).not.toBe('')
  officeName = names.officeName
})
afterAll(() => office.close())

async function planOf(name: string, bytes: Uint8Array) {
  const reading = await office.call('import.read', { name, bytes })
  expect(reading.failure).toBeNull()
  const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
  const { rows } = await office.call('import.rows', { planId: plan.planId, limit: 500 })
  const beside = await office.call('import.fileProblems', { planId: plan.planId })
  const told = [...beside, ...rows.flatMap(({ problems }) => problems)].map(({ sheet, row, column, code, message }) => `${sheet} ${row} ${column} ${code} ${message}`)
  return { reading, plan, rows, told }
}

async function returned(name: string, bytes: Uint8Array) {
  const planned = await planOf(name, bytes)
  const sent = await office.call('import.return', { planId: planned.plan.planId, files: [{ fileId: planned.reading.fileId, bytes }] })
  return { ...planned, sent }
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

async function changed(bytes: Uint8Array, work: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = await opened(bytes)
  work(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function sheetNamed(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

const noteOn = (cell: ExcelJS.Cell): string => (typeof cell.note === 'object' ? (cell.note.texts ?? []).map(({ text }) => text).join('') : (cell.note ?? ''))

/** 桥头镇 with a count nobody can read, an enterprise without name, and one that stands there twice. */
const broken = (): Promise<Uint8Array> =>
  changed(fileOf('桥头镇.xlsx'), (workbook) => {
    const sheet = sheetNamed(workbook, 'Sheet1')
    sheet.getCell('I5').value = '约五十人'
    sheet.getCell('B6').value = null
    sheet.getCell('B8').value = sheet.getCell('B7').value
    sheet.getCell('C8').value = sheet.getCell('C7').value
  })

describe.each(townships)('%s sent back', (name) => {
  it('reads as before, and a second return replaces the first', async () => {
    const { plan, told, reading, sent } = await returned(name, fileOf(name))
    expect(sent.fileName).toBe(`${name.replace(/\.\w+$/, '')}_退回修改.xlsx`)
    expect(sent.files).toEqual([{ fileId: reading.fileId, name, fileName: sent.fileName, problems: told.length, kept: name.endsWith('.xlsx') }])
    const again = await returned(sent.fileName, sent.bytes)
    expect(again.plan.totals).toEqual(plan.totals)
    expect(again.told).toEqual(told)
    expect(again.reading).toMatchObject({ form: reading.form, unit: reading.unit, rows: reading.rows, filledOn: reading.filledOn })
    expect(again.reading.sheets.flatMap(({ unmapped }) => unmapped)).toEqual([])
    expect(again.sent.fileName).toBe(sent.fileName)
    const [first, second] = [await readWorkbook('1.xlsx', sent.bytes), await readWorkbook('2.xlsx', again.sent.bytes)]
    expect(second.sheets.slice(1)).toEqual(first.sheets.slice(1))
    expect(second.sheets.map((sheet) => sheet.name)).toEqual(first.sheets.map((sheet) => sheet.name))
    expect((await opened(again.sent.bytes)).worksheets.map((sheet) => sheet.name)).toEqual(first.sheets.map((sheet) => sheet.name))
  })
})

describe('a workbook with errors', () => {
  it('says in every row and on every cell what is wrong', async () => {
    const { sent } = await returned('桥头镇.xlsx', await broken())
    const workbook = await opened(sent.bytes)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['校验说明', 'Sheet1'])
    const sheet = sheetNamed(workbook, 'Sheet1')
    expect(sheet.getCell('V4').value).toBe('校验结果')
    expect(sheet.getColumn(22).width).toBe(48)
    expect(sheet.getCell('V5').value).toMatch(/^错误：.*约五十人[^]*→ 本行照常导入，标为错误的格不采用$/)
    expect(sheet.getCell('V6').value).toMatch(/^错误：.*为空.*[^]*→ 本行不导入，请改正后重报$/)
    expect(sheet.getCell('V8').value).toMatch(/错误：[^]*→ 本行不导入/)
    expect(sheet.getCell('V5').alignment).toMatchObject({ wrapText: true })
    expect(sheet.getRow(5).height).toBeGreaterThan(25)
    expect(noteOn(sheet.getCell('I5'))).toMatch(/^【校验】错误：.*约五十人/)
    const cover = sheetNamed(workbook, '校验说明')
    const lines = cover.getColumn(1).values.filter((value) => typeof value === 'string')
    expect(lines.slice(1, 3)).toEqual([
      `${officeName}于 2026 年 11 月 21 日校验并退回“桥头镇.xlsx”。请对照各行末尾的“校验结果”、标色的格和格上的批注核对。`,
      expect.stringMatching(/^直接在本文件中改正.*不会当作数据。$/),
    ])
  })

  it('marks the cells with a colour above what its sender gave them', async () => {
    const { sent } = await returned('桥头镇.xlsx', await broken())
    const sheet = (await openZip(Buffer.from(sent.bytes))).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.read().toString('utf8') ?? ''
    expect(sheet).toMatch(/<conditionalFormatting sqref="[^"]*\bI5\b[^"]*"><cfRule type="expression" dxfId="\d+" priority="\d+">/)
  })

  it.each(['xlsx', ...(hasLibreOffice ? ['xls', 'ods', 'saved'] : [])])(`corrected and sent again as %s is free of errors${skippedWithout}`, async (format) => {
    const { sent, plan } = await returned('桥头镇.xlsx', await broken())
    expect(plan.totals.errors).toBe(3)
    const source = sheetNamed(await opened(fileOf('桥头镇.xlsx')), 'Sheet1')
    const corrected = await changed(sent.bytes, (workbook) => {
      const sheet = sheetNamed(workbook, 'Sheet1')
      for (const place of ['I5', 'B6', 'B8', 'C8']) sheet.getCell(place).value = source.getCell(place).value
    })
    const bytes = format === 'xlsx' ? corrected : convertWithLibreOffice(corrected, 'xlsx', format === 'saved' ? 'xlsx' : format)
    const { plan: next, told } = await planOf(`桥头镇_退回修改.${format === 'saved' ? 'xlsx' : format}`, bytes)
    expect(next.totals).toMatchObject({ errors: 0, skipped: 0, add: 0, change: 0, same: 20 })
    expect(told.filter((line) => /校验|V-39/.test(line))).toEqual([])
  })

  it.skipIf(!hasLibreOffice)(`returned by way of LibreOffice is returned once${skippedWithout}`, async () => {
    const { sent } = await returned('桥头镇.xlsx', await broken())
    const saved = convertWithLibreOffice(sent.bytes, 'xlsx', 'xlsx')
    const again = await returned('桥头镇_退回修改.xlsx', saved)
    const workbook = await opened(again.sent.bytes)
    const sheet = sheetNamed(workbook, 'Sheet1')
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['校验说明', 'Sheet1'])
    expect(sheet.getRow(4).values).toHaveLength(23)
    expect(noteOn(sheet.getCell('I5')).match(/【校验】/g)).toHaveLength(1)
  })
})

describe('a form that was sent out', () => {
  it.each(templateFormIds)('%s keeps what it was sent out with', async (form) => {
    const issued = await office.call('template.perUnit', { forms: [form], unitIds: [] })
    const workbooks = (await openZip(Buffer.from(issued.bytes))).map(({ name, read }) => ({ name, bytes: read() }))
    const [first] = workbooks
    if (!first) throw new Error('nothing was sent out')
    const plain = await readWorkbook(first.name, first.bytes)
    const before = await planOf('报回.xlsx', first.bytes)
    const headerRow = before.reading.sheets[0]?.headerRow ?? 0
    // A telephone, a figure and a date nobody can read.
    const bytes = await changed(first.bytes, (workbook) => {
      const sheet = workbook.worksheets[0]
      const columns = Object.keys(before.reading.sheets[0]?.mapping ?? {})
      const row = sheet?.getRow(headerRow + (plain.sheets[0]?.rows.slice(headerRow).findIndex((cells) => cells[0] === 1) ?? 0) + 1)
      for (const column of columns.slice(3)) if (row) row.getCell(column).value = '看不懂'
    })
    const { sent, told, plan } = await returned('报回.xlsx', bytes)
    expect(told.length).toBeGreaterThan(0)
    const again = await returned('报回_退回修改.xlsx', sent.bytes)
    expect(again.reading.issuedOn).toBe('2026-11-21')
    expect(again.plan.totals).toEqual(plan.totals)
    expect(again.told).toEqual(told)
    expect(sent.files[0]?.kept).toBe(true)
    const [own, back] = [await opened(bytes), await opened(sent.bytes)]
    const [mine, theirs] = [own.worksheets[0], back.worksheets[1]]
    expect(theirs?.getCell(headerRow, 1).style).toEqual(mine?.getCell(headerRow, 1).style)
    expect(theirs?.columns.slice(0, mine?.columnCount).map(({ width }) => width)).toEqual(mine?.columns.map(({ width }) => width))
    const sheets = await readWorkbook('退回.xlsx', sent.bytes)
    expect(sheets.sheets.slice(1).map(({ name, hidden }) => [name, hidden])).toEqual(plain.sheets.map(({ name, hidden }) => [name, hidden]))
    expect(sheets.sheets.at(-1)?.rows).toEqual((await readWorkbook('报回.xlsx', bytes)).sheets.at(-1)?.rows)
  })
})

describe('several files', () => {
  it('are packed, without those nothing was found in', async () => {
    const clean = Buffer.from('序号,所属乡镇(街道),企业名称,统一社会信用代码\n')
    const files = [['桥头镇.xlsx', fileOf('桥头镇.xlsx')], ['石桥镇.csv', fileOf('石桥镇.csv')], ['空.csv', clean]] as const
    const readings = await Promise.all(files.map(([name, bytes]) => office.call('import.read', { name, bytes })))
    const readable = readings.filter(({ state }) => state === 'ready' || state === 'repeated')
    const plan = await office.call('import.plan', { fileIds: readable.map(({ fileId }) => fileId) })
    const sent = await office.call('import.return', {
      planId: plan.planId,
      files: readable.map(({ fileId, name }) => ({ fileId, bytes: files.find(([file]) => file === name)?.[1] ?? clean })),
    })
    expect(sent.fileName).toBe('退回修改_2026-11-21.zip')
    expect((await openZip(Buffer.from(sent.bytes))).map(({ name }) => name)).toEqual(['桥头镇_退回修改.xlsx', '石桥镇_退回修改.xlsx'])
  })

  it('are refused in words when one is another file than was read, or nothing is known of it', async () => {
    const { reading, plan } = await planOf('桥头镇.xlsx', fileOf('桥头镇.xlsx'))
    const another = await office.failure('import.return', { planId: plan.planId, files: [{ fileId: reading.fileId, bytes: fileOf('东山街道.xlsx') }] })
    expect(failureSentence(another)).toBe('文件「桥头镇.xlsx」的内容与预览时读取的不同，没有生成退回工作簿。请返回重新选择它，预览后再退回。')
    const unknown = await office.failure('import.return', { planId: plan.planId, files: [{ fileId: '0', bytes: fileOf('东山街道.xlsx') }] })
    expect(unknown).toMatchObject({ code: 'not-found', details: { reason: 'missing' } })
    await office.call('import.forget', { fileIds: [reading.fileId] })
    expect(await office.failure('import.return', { planId: plan.planId, files: [{ fileId: reading.fileId, bytes: fileOf('桥头镇.xlsx') }] })).toMatchObject({ code: 'not-found' })
  })
})

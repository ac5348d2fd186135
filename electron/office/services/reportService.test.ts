import { afterAll, beforeAll, expect, it } from 'vitest'
import { openZip } from '../excel/zipParts'
import type { PrinterPort } from '../ports'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'

let office: TestOffice
let periodId = 0
/** Counts what is laid out, and of that what is laid out at once; another test may take its paper away. */
const layouts = { all: 0, now: 0, most: 0 }
const paper = { isThere: true }
const printer: PrinterPort = {
  canMakePdf: () => paper.isThere,
  fonts: () => Promise.resolve([]),
  pdf(html) {
    layouts.all++
    layouts.most = Math.max(layouts.most, ++layouts.now)
    const done = new Promise<Uint8Array>((resolve) => setTimeout(() => resolve(Buffer.from(`%PDF ${html}`)), 5)).finally(() => layouts.now--)
    return { done, stop: () => undefined }
  },
}
beforeAll(async () => {
  office = await createSampleOffice('2026-11-21', printer)
  periodId = (await office.call('period.list', {})).find(({ label }) => label === '2026年第3季度')?.id ?? 0
})
afterAll(() => office.close())

it('says what is to be looked at before a locked period goes out', async () => {
  const check = await office.call('report.check', { periodId })
  expect(check).toMatchObject({
    period: '2026年第3季度', from: '2026-07-01', cutOff: '2026-09-30', isLocked: true, broken: [], openBridge: [], previous: '2026年第2季度', files: 14, pdfs: 7, noBrowser: false,
  })
  const { levels } = await office.call('quality.counts', {})
  expect(check.levels).toEqual(levels)
  expect(check.due).toBe(12)
})

it('makes the set as files named by table, title, unit and period, and writes it into the log', async () => {
  const { folder, files, withoutPdf } = await office.call('report.make', { periodId, as: 'files', operator: '张三' })
  expect(folder).toMatch(/_2026年第3季度$/)
  expect(withoutPdf).toEqual({ noBrowser: false, tooLong: [], limit: 20_000 })
  expect(files.map(({ fileName }) => fileName)).toContain('S3_党员队伍情况统计表_全区_2026年第3季度.xlsx')
  const set = ['S1', 'S2', 'S3', 'S12', 'S13', 'S15', 'F01']
  expect(files.map(({ fileName }) => fileName.split('_')[0])).toEqual(set.flatMap((part) => [part, part]))
  const named = (ending: string) => files.flatMap(({ fileName }) => (fileName.endsWith(ending) ? [fileName.slice(0, -ending.length)] : []))
  expect(named('.pdf')).toEqual(named('.xlsx'))
  expect(files.every(({ bytes }) => bytes.length > 3000)).toBe(true)
  const { rows } = await office.call('edit.page', { limit: 1, offset: 0 })
  expect(rows[0]).toMatchObject({ operator: '张三', canUndo: false })
  expect(rows[0]?.label).toContain('成套报表')
})

it('lays out one PDF after another, each as 打印 makes it, and counts the files', async () => {
  expect(layouts).toEqual({ all: 7, now: 0, most: 1 })
  const told = office.events.filter((event) => event.type === 'task.progress' && event.task === 'report.make')
  expect(told.at(-1)).toMatchObject({ done: 14, total: 14 })
  const { files } = await office.call('report.make', { periodId, as: 'files' })
  const pdf = files.find(({ fileName }) => /^S3_.*\.pdf$/.test(fileName))
  const { html } = await office.call('print.html', { what: { kind: 'table', question: { table: 'S3', periodId } } })
  expect(Buffer.from(pdf?.bytes ?? []).toString()).toBe(`%PDF ${html}`)
})

it('takes only the format that is chosen', async () => {
  await office.call('setting.save', { settings: { report: { format: 'PDF' } } })
  const made = await office.call('report.make', { periodId, as: 'files' })
  expect(made.files.map(({ fileName }) => fileName.slice(-4))).toEqual(Array(7).fill('.pdf'))
  await office.call('setting.save', { settings: { report: { format: 'Excel' } } })
  expect(await office.call('report.check', { periodId })).toMatchObject({ files: 7, pdfs: 0, noBrowser: false })
})

it.each(['PDF', 'Excel和PDF'] as const)('makes workbooks where %s is asked for and nothing can make a PDF, and says so', async (format) => {
  await office.call('setting.save', { settings: { report: { format } } })
  paper.isThere = false
  expect(await office.call('report.check', { periodId })).toMatchObject({ files: 7, pdfs: 0, noBrowser: true })
  const { files, withoutPdf } = await office.call('report.make', { periodId, as: 'files' })
  paper.isThere = true
  expect(files.map(({ fileName }) => fileName.slice(-5))).toEqual(Array(7).fill('.xlsx'))
  expect(withoutPdf).toMatchObject({ noBrowser: true, tooLong: [] })
})

it('follows the set that was chosen: other tables, and each unit its own', async () => {
  await office.call('setting.save', { settings: { report: { tables: ['S1', 'S15'], forms: [], scope: '全区和各单位', format: 'Excel' } } })
  expect((await office.call('report.check', {})).files).toBe(14)
  const { folder, files } = await office.call('report.make', { as: 'zip' })
  expect(files).toHaveLength(1)
  expect(files[0]?.fileName).toBe(`${folder}.zip`)
  const parts = await openZip(Buffer.from(files[0]?.bytes ?? []))
  expect(parts.filter(({ name }) => name.startsWith('S1_')).map(({ name }) => name.split('_')[2])).toContain('桥头镇')
  expect(parts).toHaveLength(14)
})

it('hides telephones in both formats where exports hide them', async () => {
  await office.call('setting.save', { settings: { privacy: { hideExported: true }, report: { tables: [], forms: ['F01'], scope: '全区', format: 'Excel和PDF' } } })
  const { files } = await office.call('report.make', { as: 'files' })
  await office.call('setting.save', { settings: { privacy: { hideExported: false }, report: { tables: ['S1', 'S15'], forms: [], scope: '全区和各单位', format: 'Excel' } } })
  const [workbook, pdf] = files.map(({ bytes }) => Buffer.from(bytes))
  const parts = (await openZip(workbook ?? Buffer.of())).map((part) => part.read().toString())
  for (const told of [parts.join(''), String(pdf)]) {
    expect(told).toMatch(/1[3-9]\d\*{4}\d{4}/)
    expect(told).not.toMatch(/(?<![\d.A-Z])1[3-9]\d{9}(?![\d.A-Z])/)
  }
})

it('is confined to a unit that is asked for', async () => {
  const unitId = (await office.call('unit.list', {})).find(({ name }) => name === '桥头镇')?.id ?? 0
  const check = await office.call('report.check', { unitId })
  expect(check).toMatchObject({ files: 1, due: 1 })
  expect(check.folder).toContain('桥头镇')
})

it('makes nothing of an empty set', async () => {
  await office.call('setting.save', { settings: { report: { tables: [], forms: [] } } })
  await expect(office.call('report.make', { as: 'zip' })).rejects.toThrow('empty-report')
})

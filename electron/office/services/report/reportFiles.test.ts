import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../host/findChromium'
import { OfficeError } from '../../officeError'
import type { PdfJob, PrinterPort } from '../../ports'
import { listWorkbook } from '../../forms/listWorkbook'
import { createSampleOffice } from '../../testing/createSampleOffice'
import type { TestOffice } from '../../testing/createTestOffice'
import { createTaskBoard } from '../taskBoard'
import { plannedFiles } from './plannedFiles'
import { reportFiles, type NamedPart } from './reportFiles'

/** A set's part that says of itself how many rows it has. */
function part(name: string, rows = 1): NamedPart {
  const spec = listWorkbook({ title: name, headers: ['单位'], rows: [[{ value: '甲街道' }]] })
  return { name, workbook: () => Promise.resolve({ fileName: '', spec, rows }) }
}

function paper(pdf: PrinterPort['pdf']): { printer: PrinterPort } {
  return { printer: { canMakePdf: () => true, fonts: () => Promise.resolve([]), pdf } }
}

const blank = (): PdfJob => ({ done: Promise.resolve(Buffer.from('%PDF')), stop: () => undefined })
const namesOf = (files: readonly { name: string }[]): string[] => files.map(({ name }) => name)

it('keeps what is too long for paper as a workbook, also in a set of PDFs', async () => {
  const told: string[] = []
  const task = { progress: (done: number, total: number) => void told.push(`${done}/${total}`) }
  const parts = [part('甲', 20_001), part('乙', 20_000)]
  const both = await reportFiles(paper(blank), parts, plannedFiles('Excel和PDF', 2, true), task)
  expect(namesOf(both.files)).toEqual(['甲.xlsx', '乙.xlsx', '乙.pdf'])
  expect(both.withoutPdf).toEqual({ noBrowser: false, tooLong: ['甲'], limit: 20_000 })
  expect(told.at(-1)).toBe('4/4')
  const pdfs = await reportFiles(paper(blank), parts, plannedFiles('PDF', 2, true), task)
  expect(namesOf(pdfs.files)).toEqual(['甲.xlsx', '乙.pdf'])
  expect(told.at(-1)).toBe('2/2')
})

it('gives two of one name names of their own, the same for workbook and PDF', async () => {
  const { files } = await reportFiles(paper(blank), [part('甲'), part('甲')], plannedFiles('Excel和PDF', 2, true), { progress: () => undefined })
  expect(namesOf(files)).toEqual(['甲.xlsx', '甲.pdf', '甲(2).xlsx', '甲(2).pdf'])
})

it('fails as a whole where a page cannot be made, and names it', async () => {
  let layouts = 0
  const failing = paper(() => (++layouts === 2 ? { ...blank(), done: Promise.reject(new OfficeError('invalid', { reason: 'pdf-failed', words: 'out of memory' })) } : blank()))
  const made = reportFiles(failing, [part('甲'), part('乙'), part('丙')], plannedFiles('PDF', 3, true), { progress: () => undefined })
  await expect(made).rejects.toMatchObject({ code: 'invalid', details: { reason: 'report-pdf', file: '乙', words: 'out of memory' } })
  expect(layouts).toBe(2)
})

it('stops a layout under way', async () => {
  const board = createTaskBoard({ emit: () => undefined })
  let layouts = 0
  const endless = paper(() => {
    layouts++
    setTimeout(() => board.cancel('report.make'))
    let stop = (): void => undefined
    const done = new Promise<Uint8Array>((_resolve, reject) => (stop = () => reject(new OfficeError('cancelled', { task: 'print.pdf' }))))
    return { done, stop: () => stop() }
  })
  const made = board.run('report.make', 2, (task) => reportFiles(endless, [part('甲'), part('乙')], plannedFiles('Excel和PDF', 2, true), task))
  await expect(made).rejects.toMatchObject({ code: 'cancelled', details: { task: 'report.make' } })
  expect(layouts).toBe(1)
})

const hasChromium = findChromium() !== undefined
describe.skipIf(!hasChromium)(hasChromium ? 'with a browser' : 'with a browser (skipped: it needs a Chromium, and there is none)', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await createSampleOffice()
  }, 60_000)
  afterAll(() => office.close())

  it('holds PDFs that can be read, beside their workbooks', async () => {
    await office.call('setting.save', { settings: { report: { tables: ['S1'], forms: ['F05'] } } })
    const { files, withoutPdf } = await office.call('report.make', { as: 'files' })
    expect(withoutPdf).toMatchObject({ noBrowser: false, tooLong: [] })
    const told = files.flatMap(({ fileName, bytes }) => {
      if (!fileName.endsWith('.pdf')) return []
      const file = join(office.folder, fileName)
      writeFileSync(file, bytes)
      return [execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')]
    })
    expect(told).toHaveLength(2)
    expect(told[0]).toContain('“两个覆盖”情况统计表')
    expect(told[1]).toContain('企业名称')
    for (const text of told) expect(text).toMatch(/第1页共\d+页/)
    expect(files).toHaveLength(4)
  }, 60_000)
})

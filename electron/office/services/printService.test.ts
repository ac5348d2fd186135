import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../host/findChromium'
import { printFonts } from '../../host/printFonts'
import { OfficeError } from '../officeError'
import type { PdfJob } from '../ports'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeAll(async () => {
  office = await createSampleOffice()
}, 60_000)
afterAll(() => office.close())

const F09 = { kind: 'form', question: { form: 'F09', year: 2026 } } as const
const text = (html: string): string => html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, '|')

describe('print.plan', () => {
  it('tells paper, readable choices and about how many pages without making them', async () => {
    const plan = await office.call('print.plan', { what: { kind: 'form', question: { form: 'F01' } } })
    expect(plan).toMatchObject({ rows: 240, layout: { paper: 'A3', landscape: true } })
    expect(plan.pages % 3).toBe(0)
    expect(plan.layouts).toContainEqual({ paper: 'A3', landscape: true, textSize: 6.4 })
    const portrait = await office.call('print.plan', { what: F09, layout: { paper: 'A3', landscape: false } })
    expect(portrait.layout).toEqual({ paper: 'A3', landscape: false })
  })
})

describe('print.html', () => {
  it('holds what the workbook holds, for every thing that can be printed', async () => {
    const form = await office.call('print.html', { what: F09 })
    expect(form.fileName).toMatch(/^示范区非公有制企业党建“六有”达标情况台账\(2026-11-21\)\.html$/)
    expect(text(form.html)).toContain('填报单位(盖章):示范区')
    const s13 = await office.call('print.html', { what: { kind: 'table', question: { table: 'S13' } } })
    expect(text(s13.html)).toContain('%')
    const columns = [{ field: 'name', header: '企业名称' }]
    const ledger = await office.call('print.html', { what: { kind: 'ledger', question: { title: '企业台账', columns } } })
    const records = await office.call('print.html', { what: { kind: 'records', question: { kind: 'enterprise', title: '企业', columns } } })
    expect(text(ledger.html)).toContain('责任公司')
    expect(text(records.html)).toContain('责任公司')
    const s15 = await office.call('print.html', { what: { kind: 's15', question: { from: '2026-01-01', to: '2026-12-31' } } })
    expect(text(s15.html)).toContain('报送情况表')
    await office.call('print.html', { what: { kind: 'deliveries', question: { title: '三建三送' } } })
    await office.call('print.html', { what: { kind: 'goals', question: { title: '六有', period: '2026年第3季度' } } })
    const figures = await office.call('print.html', { what: { kind: 'figures', question: { title: '图<表>', headers: ['单位', '数'], rows: [['甲', 1.5]] } } })
    expect(text(figures.html)).toContain('图&lt;表&gt;')
  })

  it('refuses as the export does', async () => {
    expect(await office.failure('print.html', { what: { kind: 'form', question: { form: 'F01', unitId: 9999 } } })).toMatchObject({ code: 'not-found' })
    expect(await office.failure('print.plan', { what: { kind: 'table', question: { table: 'S2', grouping: 'size' } } })).toMatchObject({ code: 'invalid' })
  })
})

describe('print.done', () => {
  it('writes into the log what was printed, by whom', async () => {
    const { job } = await office.call('print.html', { what: F09 })
    await office.call('print.done', { job, means: '打印', operator: '王芳' })
    const { rows } = await office.call('edit.page', { offset: 0, limit: 5 })
    expect(rows[0]).toMatchObject({ operator: '王芳', label: '打印“示范区非公有制企业党建‘六有’达标情况台账(2026-11-21)”', canUndo: false })
    expect(await office.failure('print.done', { job: 'gone', means: '打印' })).toMatchObject({ code: 'not-found' })
  })
})

const hasChromium = findChromium() !== undefined
describe.skipIf(!hasChromium)(hasChromium ? 'print.pdf' : 'print.pdf (skipped: it needs a Chromium, and there is none)', () => {
  it('makes pages that can be read again, with their typefaces inside', async () => {
    const { bytes, pages, fileName, job } = await office.call('print.pdf', { what: { kind: 'form', question: { form: 'F05', year: 2026 } } })
    const file = join(office.folder, 'F05.pdf')
    writeFileSync(file, bytes)
    const read = (program: string, args: readonly string[]): string => execFileSync(program, args, { encoding: 'utf8' })
    expect(fileName).toMatch(/\.pdf$/)
    expect(read('pdfinfo', [file])).toMatch(new RegExp(`Pages:\\s+${pages}\\b[\\s\\S]*841\\.9\\d* x 59\\d`))
    const told = read('pdftotext', ['-layout', file, '-']).split('\f')
    expect(told).toHaveLength(pages + 1)
    for (const [i, page] of told.slice(0, pages).entries()) {
      expect(page).toContain('企业名称')
      expect(page.replace(/\s/g, '')).toContain(`第${i + 1}页共${pages}页`)
    }
    expect(told[pages - 1]).toContain('填表人')
    expect(read('pdffonts', [file]).split('\n').slice(2).filter(Boolean).every((line) => /\byes\b/.test(line))).toBe(true)
    await office.call('print.done', { job, means: '存为PDF' })
    expect((await office.call('edit.page', { offset: 0, limit: 1 })).rows[0]?.label).toContain(`共 ${pages} 页`)
  }, 60_000)

  it('can be stopped', async () => {
    const asked = office.dispatch('print.pdf', { what: { kind: 'form', question: { form: 'F01' } } })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await office.call('task.cancel', { task: 'print.pdf' })).toEqual({ running: true })
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  }, 60_000)
})

it('says when nothing can make a PDF', async () => {
  const refused = (): PdfJob => ({ done: Promise.reject(new OfficeError('invalid', { reason: 'no-chromium' })), stop: () => undefined })
  const bare = await createSampleOffice('2026-11-21', { canMakePdf: () => false, fonts: printFonts, pdf: refused })
  expect(await bare.call('print.plan', { what: F09 })).toMatchObject({ pdf: false })
  expect(await bare.failure('print.pdf', { what: F09 })).toMatchObject({ code: 'invalid', details: { reason: 'no-chromium' } })
  await bare.close()
}, 60_000)

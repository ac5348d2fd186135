import { describe, expect, it } from 'vitest'
import type { CellLook, SheetSpec, WorkbookSpec } from '../excel/workbookSpec'
import { cellText } from './cellText'
import { columnRuns } from './columnRuns'
import { estimatePages } from './estimatePages'
import { sheetDocument } from './sheetDocument'
import { sheetLayout } from './sheetLayout'

const ruled: CellLook = { border: true, wrap: true }
const A4 = { paper: 'A4', landscape: true } as const
const cell = (value: string | number | null, look: CellLook = ruled) => ({ value, look })

/** Title, line of three, two header rows, rows, 合计, an empty row, signatures. */
function form(rows: number): SheetSpec {
  return {
    name: 'F',
    columnWidths: [6, 30, 12, 12],
    rows: [
      { height: 32, cells: [cell('台<账>', { bold: true, align: 'center' })] },
      { cells: [cell('填报单位(盖章):甲', {}), null, cell('填报时间', {}), cell('单位:家', {})] },
      { cells: [cell('序号'), cell('企业'), cell('情况'), cell(null)] },
      { cells: [cell(null), cell(null), cell('建室'), cell('比例')] },
      ...Array.from({ length: rows }, (_, i) => ({ height: 20, cells: [cell(i + 1), cell(`企业${i + 1}&`), cell('√'), cell(0.12345, { ...ruled, format: '0.00%' })] })),
      { height: 22, cells: [cell('合计'), cell(null), cell(rows), cell(null)] },
      { cells: [] },
      { height: 22, cells: [cell('填表人:          审核人:', {})] },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 3 },
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: rows + 6, left: 0, bottom: rows + 6, right: 3 },
    ],
    print: { paper: 'A4', landscape: true, fit: 'width', repeatRows: [2, 3] },
  }
}

const workbook = (...sheets: SheetSpec[]): WorkbookSpec => ({ creator: '', createdAt: '', sheets })
const body = (html: string): string => html.slice(html.indexOf('<body>'))
const part = (html: string, from: string, to: string): string => body(html).split(from)[1]?.split(to)[0] ?? ''

describe('sheetDocument', () => {
  const html = sheetDocument({ title: '标题', spec: workbook(form(3)), fonts: [] })

  it('repeats the header rows and prints the title once, above them', () => {
    const head = part(html, '<thead>', '</thead>')
    expect(head).toMatch(/^\s*<tr><td class="c\d" rowspan="2">序号<\/td><td class="c\d" rowspan="2">企业<\/td><td class="c\d" colspan="2">情况<\/td><\/tr>/)
    expect(head).not.toContain('台')
    expect(part(html, '<table class="above">', '</table>')).toContain('colspan="4">台&lt;账&gt;</td>')
  })

  it('keeps the last row, the sums and the signatures together', () => {
    const tail = part(html, '<tbody class="tail">', '</tbody>')
    expect(tail.replace(/<[^>]+>/g, '|')).toMatch(/企业3&amp;[\s\S]*合计[\s\S]*填表人:\|\|审核人:/)
    expect(part(html, '<tbody>\n<tr style="height:20pt">', '</tbody>')).not.toContain('企业3')
  })

  it('shows marks bold and figures by their format, and numbers its pages', () => {
    expect(html).toContain('<b>√</b>')
    expect(html).toContain('12.35%')
    expect(html).toContain('@page p0 { size: 297mm 210mm; margin: 12mm 10mm 14mm 10mm;')
    expect(html).toContain('"第 " counter(page) " 页 共 " counter(pages) " 页"')
  })

  it('runs nothing and asks nobody, whatever the ledger holds', () => {
    const { rows, ...rest } = form(1)
    const evil = { ...rest, rows: [...rows.slice(0, 4), { cells: [cell('</td><script>alert(1)</script>'), cell('" onload="x')] }, ...rows.slice(5)] }
    const printed = sheetDocument({ title: '</title><script>', spec: workbook(evil), fonts: [] })
    expect(printed).not.toContain('<script')
    expect(printed).toContain("default-src 'none'")
  })

  it('leaves out what is never meant for paper', () => {
    const { print: _print, ...screen } = form(1)
    const hidden: SheetSpec = { ...form(1), visibility: 'hidden' }
    expect(body(sheetDocument({ title: '', spec: workbook(screen, hidden, form(1)), fonts: [] })).match(/<section/g)).toHaveLength(1)
  })

  it('goes to other paper when asked', () => {
    expect(sheetDocument({ title: '', spec: workbook(form(1)), layout: { paper: 'A3', landscape: false }, fonts: [] })).toContain('size: 297mm 420mm')
  })
})

describe('a sheet wider than its paper', () => {
  const wide: SheetSpec = {
    ...form(2),
    print: { paper: 'A4', landscape: true, fit: { scale: 64, breakBefore: [2, 3] }, repeatRows: [2, 3], repeatColumns: [0, 1], pageTitle: '题"\\名', area: { top: 1, left: 0, bottom: 8, right: 3 } },
  }

  it('goes over runs of pages that begin with the repeated columns', () => {
    expect(columnRuns(wide)).toEqual([[0, 1], [0, 1, 2], [0, 1, 3]])
    expect(columnRuns({ ...wide, hiddenColumns: [1] })).toEqual([[0], [0, 2], [0, 3]])
    const html = sheetDocument({ title: '', spec: workbook(wide), fonts: [] })
    const sections = body(html).split('<section').slice(1)
    expect(sections).toHaveLength(3)
    expect(sections[2]).toContain('企业1&amp;')
    expect(sections[2]).toContain('12.35%')
    expect(sections.filter((section) => section.includes('审核人'))).toHaveLength(1)
    expect(html).toContain('@top-center { content: "题\\22 \\5c 名"')
    expect(body(html)).not.toContain('台&lt;账')
  })

  it('is not enlarged beyond its own scale', () => {
    expect(sheetLayout(wide, A4).scale).toBe(0.64)
    expect(sheetLayout({ ...form(1), columnWidths: [100, 100, 100, 100] }, A4).scale).toBeCloseTo(277 / (400 * 8 * 25.4 / 96), 5)
  })
})

it('estimates pages by the heights of rows', () => {
  expect(estimatePages(form(3), A4)).toBe(1)
  expect(estimatePages(form(300), A4)).toBeGreaterThan(10)
})

it('does not cut a merged cell at the tail', () => {
  const sheet = form(4)
  const merged = { ...sheet, merges: [...sheet.merges, { top: 5, left: 1, bottom: 7, right: 1 }] }
  expect(sheetLayout(sheet, A4).tail).toEqual([7, 11])
  expect(sheetLayout(merged, A4).tail).toEqual([5, 11])
})

describe('cellText', () => {
  it.each([
    [0.98765, '0.00%', '98.77%'],
    [0.5, '0.00%', '50.00%'],
    [1.005, '0.00', '1.01'],
    [-2.5, '0', '-3'],
    [1.5, '+0.00;-0.00;0.00', '+1.50'],
    [-1.5, '+0.00;-0.00;0.00', '-1.50'],
    [0, '+0;-0;0', '0'],
    [12, '"在任"0"家"', '在任12家'],
    [1234567.5, '#,##0.00', '1,234,567.50'],
    [0.1 + 0.2, undefined, '0.3'],
  ])('%s as %s is %s', (value, format, shown) => {
    expect(cellText({ value, look: format === undefined ? {} : { format } })).toBe(shown)
  })

  it('shows dates, texts and blanks as they are', () => {
    expect(cellText({ value: { date: '2026-06-30' } })).toBe('2026-06-30')
    expect(cellText({ value: '007', look: { format: '@' } })).toBe('007')
    expect(cellText({ value: null })).toBe('')
  })
})

import { describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import { readWorkbook } from './readWorkbook'
import type { SheetSpec, WorkbookSpec } from './workbookSpec'
import { writeWorkbook } from './writeWorkbook'
import { openZip } from './zipParts'

const header = { bold: true, border: true, align: 'center', wrap: true, fill: 'F2F2F2' } as const
const date = { format: 'yyyy-mm-dd' }

const sheet: SheetSpec = {
  name: '台账',
  columnWidths: [5, 30, 21.5],
  rows: [
    { height: 30, cells: [{ value: '标题', look: { bold: true, fontSize: 18, align: 'center' } }] },
    { cells: [{ value: '组', look: header }, { value: '名称', look: header }, { value: '代码', look: header }] },
    { cells: [{ value: null, look: header }, { value: '=1+1' }, { value: '0138', look: { format: '@' } }] },
    { cells: [{ value: 2 }, { value: true }, { value: { date: '2024-01-15' }, look: date }] },
    { cells: [null, { value: ' 换\n行_x0041_ ' }, { value: { date: '1893-12-26' }, look: date }] },
    { cells: [] },
    {
      cells: [
        { value: 2, formula: 'SUM(A4:A5)', look: { format: '0' } },
        { value: '—', formula: 'IF(A9=0,"—",1)' },
        { value: null, formula: 'A9' },
      ],
    },
  ],
  merges: [
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 1, left: 0, bottom: 2, right: 0 },
  ],
  frozen: { rows: 2, columns: 1 },
  autoFilter: { top: 1, left: 0, bottom: 4, right: 2 },
  print: {
    paper: 'A3',
    landscape: true,
    fit: { scale: 64, breakBefore: [1, 2] },
    pageTitle: '甲&乙',
    area: { top: 1, left: 0, bottom: 6, right: 2 },
    repeatRows: [1, 2],
    repeatColumns: [0, 0],
  },
}
const spec: WorkbookSpec = {
  creator: '双覆盖台账',
  createdAt: '2026-06-30T01:02:04.000Z',
  sheets: [
    sheet,
    { ...sheet, name: '附表', autoFilter: undefined, print: { paper: 'A4', landscape: false, fit: 'width' } },
  ],
}

async function reopened() {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(await writeWorkbook(spec)).buffer)
  const found = workbook.getWorksheet('台账')
  if (!found) throw new Error('no sheet')
  return { workbook, found }
}

async function part(name: string): Promise<string> {
  const parts = await openZip(Buffer.from(await writeWorkbook(spec)))
  return parts.find((candidate) => candidate.name === name)?.read().toString('utf8') ?? ''
}

test('values come back as they were', async () => {
  const workbook = await readWorkbook('台账.xlsx', await writeWorkbook(spec))
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['台账', '附表'])
  expect(workbook.sheets[0]?.rows).toEqual([
    ['标题'],
    ['组', '名称', '代码'],
    [null, '=1+1', '0138'],
    [2, true, { date: '2024-01-15' }],
    // Before March 1900 Excel has no dates.
    [null, ' 换\n行_x0041_ ', '1893-12-26'],
    [],
    [2, '—'],
  ])
  expect(workbook.sheets[0]?.merges).toEqual(sheet.merges)
})

test('formulas are live and text that looks like one is not', async () => {
  const { found } = await reopened()
  expect(found.getCell('A7').value).toEqual({ formula: 'SUM(A4:A5)', result: 2 })
  expect(found.getCell('B7').value).toEqual({ formula: 'IF(A9=0,"—",1)', result: '—' })
  expect(found.getCell('B3').type).toBe(ExcelJS.ValueType.String)
})

test('looks, widths and heights', async () => {
  const { found } = await reopened()
  expect(found.getCell('A1').font).toMatchObject({ bold: true, size: 18 })
  expect(found.getCell('B2')).toMatchObject({ alignment: { horizontal: 'center', wrapText: true } })
  expect(found.getCell('B2').border.top?.style).toBe('thin')
  // Also the covered cell of a merge has its lines.
  expect(found.getCell('A3').border.bottom?.style).toBe('thin')
  expect(found.getCell('C3').numFmt).toBe('@')
  expect(found.getCell('C4').numFmt).toBe('yyyy-mm-dd')
  expect([1, 2, 3].map((column) => found.getColumn(column).width)).toEqual([5, 30, 21.5])
  expect(found.getRow(1).height).toBe(30)
})

test('print set-up, frozen panes, filter', async () => {
  const { found, workbook } = await reopened()
  expect(found.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 })
  expect(found.autoFilter).toBe('A2:C5')
  expect(found.pageSetup).toMatchObject({
    paperSize: 8,
    orientation: 'landscape',
    scale: 64,
    printTitlesRow: '2:3',
    printTitlesColumn: 'A:A',
    horizontalCentered: true,
  })
  expect(found.headerFooter.oddFooter).toBe('&C第 &P 页 / 共 &N 页')
  expect(found.headerFooter.oddHeader).toBe('&C&"宋体,Bold"&16甲&&乙')
  const second = workbook.getWorksheet('附表')
  expect(second?.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  })
})

describe('what exceljs does not write', () => {
  test('page breaks between columns', async () => {
    const breaks = [1, 2].map((id) => `<brk id="${id}" max="1048575" man="1"/>`).join('')
    const list = `<colBreaks count="2" manualBreakCount="2">${breaks}</colBreaks>`
    expect(await part('xl/worksheets/sheet1.xml')).toContain(list)
    expect(await part('xl/worksheets/sheet2.xml')).not.toContain('colBreaks')
  })

  test('absolute print area', async () => {
    expect(await part('xl/workbook.xml')).toContain('&apos;台账&apos;!$A$2:$C$7')
  })

  test('a default font that Chinese machines have', async () => {
    const styles = await part('xl/styles.xml')
    expect(styles).not.toContain('Calibri')
    expect(styles.match(/<font>.*?<\/font>/)?.[0]).toContain('宋体')
  })
})

test('author and dates are the caller’s, and equal specifications give equal bytes', async () => {
  const core = await part('docProps/core.xml')
  expect(core).toContain('<dc:creator>双覆盖台账</dc:creator>')
  expect(core).toContain('2026-06-30T01:02:04Z')
  expect(core.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['2026-06-30T', '2026-06-30T'])
  expect(Buffer.from(await writeWorkbook(spec)).equals(Buffer.from(await writeWorkbook(spec)))).toBe(true)
})

test('dates do not depend on the time zone', async () => {
  const home = process.env.TZ
  try {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env.TZ = zone
      const { sheets } = await readWorkbook('台账.xlsx', await writeWorkbook(spec))
      expect(sheets[0]?.rows[3]?.[2]).toEqual({ date: '2024-01-15' })
    }
  } finally {
    process.env.TZ = home
  }
})

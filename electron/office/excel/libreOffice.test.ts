import { describe, expect, test } from 'vitest'
import { readWorkbook } from './readWorkbook'
import { convertWithLibreOffice, hasLibreOffice, skippedWithout } from './testing/libreOffice'
import { expectedValues, valuesWorkbook } from './testing/valuesWorkbook'
import { writeWorkbook } from './writeWorkbook'
import type { WorkbookSpec } from './workbookSpec'

const spec: WorkbookSpec = {
  creator: '双覆盖台账',
  createdAt: '2026-06-30T00:00:00Z',
  sheets: [
    {
      name: '台账',
      columnWidths: [6, 20, 24, 12],
      rows: [
        { height: 30, cells: [{ value: '示范区台账' }] },
        { cells: [{ value: '序号' }, { value: '企业名称' }, { value: '信用代码' }, { value: '成立时间' }] },
        {
          cells: [
            { value: 1 },
            { value: '甲公司' },
            { value: '911000000000000018', look: { format: '@' } },
            { value: { date: '1988-06-15' }, look: { format: 'yyyy-mm-dd' } },
          ],
        },
        { cells: [{ value: 2 }, { value: '=1+1' }, { value: '0138', look: { format: '@' } }] },
        { cells: [{ value: 3, formula: 'SUM(A3:A4)' }] },
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
      frozen: { rows: 2, columns: 1 },
      print: { paper: 'A4', landscape: true, fit: 'width', repeatRows: [1, 1] },
    },
  ],
}

describe.skipIf(!hasLibreOffice)(`through LibreOffice${skippedWithout}`, () => {
  test.each(['xls', 'ods', 'xlsx'])('what we write comes back from %s', async (format) => {
    const written = await writeWorkbook(spec)
    const before = await readWorkbook('x.xlsx', written)
    const after = await readWorkbook(`x.${format}`, convertWithLibreOffice(written, 'xlsx', format))
    expect(after.kind).toBe(format)
    expect(after.sheets[0]?.rows).toEqual(before.sheets[0]?.rows)
    expect(after.sheets[0]?.merges).toEqual(before.sheets[0]?.merges)
  })

  test('as GB 18030 csv every cell is text', async () => {
    // Comma, double quotes, GB 18030 (85 in LibreOffice), from line 1, cells as shown.
    const csv = convertWithLibreOffice(await writeWorkbook(spec), 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,85,1')
    const workbook = await readWorkbook('x.csv', csv)
    expect(workbook.kind).toBe('csv')
    expect(workbook.sheets[0]?.rows.slice(1)).toEqual([
      ['序号', '企业名称', '信用代码', '成立时间'],
      ['1', '甲公司', '911000000000000018', '1988-06-15'],
      ['2', '=1+1', '0138'],
      ['3'],
    ])
  })

  test('the values of exceljs come back from a fresh conversion', async () => {
    const xlsx = convertWithLibreOffice(await valuesWorkbook(), 'xlsx', 'xlsx')
    expect((await readWorkbook('x.xlsx', xlsx)).sheets[0]?.rows).toEqual(expectedValues)
  })

  test('flat ods', async () => {
    const flat = await readWorkbook('x.fods', convertWithLibreOffice(await valuesWorkbook(), 'xlsx', 'fods'))
    expect(flat.kind).toBe('ods')
    expect(flat.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
    expect(flat.sheets[0]?.rows.slice(0, 7)).toEqual(expectedValues.slice(0, 7))
  })
})

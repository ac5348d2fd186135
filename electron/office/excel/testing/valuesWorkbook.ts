import ExcelJS from 'exceljs'
import type { PlainCell } from '../sheet'

/** Every kind of value a sheet can hold, row by row, as `readWorkbook` must give them back from any format. */
export const expectedValues: readonly (readonly PlainCell[])[] = [
  ['企业台账'],
  ['序号', '信用代码', '党员数'],
  [1, '911000000000000018', 3, 12.5],
  [2, '013800000000', 0, -7],
  [],
  ['2024-01-15', '1988-06-15', '1945-09-02', '1900-03-01', '2026-12-31'].map((date) => ({ date })),
  [{ date: '1986-05-04' }, { date: '2024-02-29' }, { date: '2021-07-01' }],
  [true, false],
  [3, '是否', { date: '2024-01-16' }, { error: '#DIV/0!' }, { error: '#N/A' }],
  ['富文本粗体', '链接文字', '换\n行', '=1+1', ' 前后空格 ', '“引号”<&>\''],
  ['竖', '右一'],
  [null, '右二'],
  [0.25, 0.5],
]

/** The same values as exceljs writes them, with merges A1:C1 and A11:A12 and a hidden second sheet. */
export async function valuesWorkbook(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('数据')
  const day = (year: number, month: number, date: number, hours = 0) => new Date(Date.UTC(year, month - 1, date, hours))
  sheet.addRow(['企业台账'])
  sheet.addRow(['序号', '信用代码', '党员数'])
  sheet.addRow([1, '911000000000000018', 3, 12.5])
  sheet.addRow([2, '013800000000', 0, -7])
  sheet.addRow([])
  sheet.addRow([day(2024, 1, 15), day(1988, 6, 15), day(1945, 9, 2), day(1900, 3, 1), day(2026, 12, 31, 23)])
  sheet.addRow([day(1986, 5, 4), day(2024, 2, 29), day(2021, 7, 1)])
  sheet.getRow(6).numFmt = 'yyyy-mm-dd'
  sheet.getRow(7).eachCell((cell, column) => {
    cell.numFmt = ['yyyy"年"m"月"d"日"', 'yyyy/m/d', 'yyyy-mm-dd hh:mm'][column - 1] ?? 'yyyy-mm-dd'
  })
  sheet.addRow([true, false])
  sheet.addRow([
    { formula: '1+2', result: 3 },
    { formula: '"是"&"否"', result: '是否' },
    { formula: 'A6+1', result: day(2024, 1, 16) },
    { formula: '1/0', result: { error: '#DIV/0!' } },
    { formula: 'NA()', result: { error: '#N/A' } },
  ])
  sheet.getCell('C9').numFmt = 'yyyy-mm-dd'
  sheet.addRow([
    { richText: [{ text: '富文本' }, { text: '粗体', font: { bold: true } }] },
    { text: '链接文字', hyperlink: 'https://example.cn/' },
    '换\n行',
    '=1+1',
    ' 前后空格 ',
    '“引号”<&>\'',
  ])
  sheet.addRow(['竖', '右一'])
  sheet.addRow([null, '右二'])
  sheet.addRow([0.25, 0.5])
  sheet.getCell('A13').numFmt = '0.00%'
  sheet.getCell('B13').numFmt = 'h:mm'
  sheet.mergeCells('A1:C1')
  sheet.mergeCells('A11:A12')
  const hidden = workbook.addWorksheet('字典', { state: 'hidden' })
  hidden.addRow(['隐藏'])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

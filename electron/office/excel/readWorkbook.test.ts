import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as XLSX from '@e965/xlsx'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { readWorkbook } from './readWorkbook'
import type { PlainCell, PlainSheet, PlainWorkbook } from './sheet'
import { biff5, oleFile } from './testing/biff'
import { rawXlsx } from './testing/rawXlsx'
import { expectedValues, valuesWorkbook } from './testing/valuesWorkbook'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))

function firstSheet(workbook: PlainWorkbook): PlainSheet {
  const [sheet] = workbook.sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

async function rowsOf(bytes: Uint8Array): Promise<PlainSheet['rows']> {
  return firstSheet(await readWorkbook('文件', bytes)).rows
}

/** Expected values with single cells replaced: what another program stores differently in its own format. */
function except(changes: Record<string, PlainCell>): PlainCell[][] {
  return expectedValues.map((row, r) => row.map((cell, c) => changes[`${r},${c}`] ?? cell))
}

const merges = [
  { top: 0, left: 0, bottom: 0, right: 2 },
  { top: 10, left: 0, bottom: 11, right: 0 },
]

describe.each(['Asia/Shanghai', 'UTC', 'America/New_York'])('in time zone %s', (zone) => {
  const home = process.env.TZ
  afterEach(() => {
    process.env.TZ = home
  })

  function travel() {
    process.env.TZ = zone
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  }

  test('xlsx written by exceljs', async () => {
    travel()
    const workbook = await readWorkbook('台账.xlsx', await valuesWorkbook())
    expect(workbook.kind).toBe('xlsx')
    expect(firstSheet(workbook).rows).toEqual(expectedValues)
    expect(firstSheet(workbook).merges).toEqual(merges)
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['数据', false], ['字典', true]])
  })

  test('xlsx written by LibreOffice', async () => {
    travel()
    expect(await rowsOf(fixture('libreoffice.xlsx'))).toEqual(expectedValues)
  })

  test('xls written by LibreOffice', async () => {
    travel()
    const workbook = await readWorkbook('台账.xls', fixture('libreoffice.xls'))
    expect(workbook.kind).toBe('xls')
    // LibreOffice stores 0 for a text formula it has not calculated.
    expect(firstSheet(workbook).rows).toEqual(except({ '8,1': 0 }))
    expect(firstSheet(workbook).merges).toEqual(merges)
    expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
  })

  test('ods written by LibreOffice', async () => {
    travel()
    const workbook = await readWorkbook('台账.ods', fixture('libreoffice.ods'))
    expect(workbook.kind).toBe('ods')
    // LibreOffice stores unformatted booleans as numbers, and SheetJS drops a blank at the end of a paragraph.
    expect(firstSheet(workbook).rows).toEqual(except({ '7,0': 1, '7,1': 0, '9,4': ' 前后空格' }))
    expect(firstSheet(workbook).merges).toEqual(merges)
    expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
  })

  test('workbook of the 1904 date system', async () => {
    travel()
    const workbook = new ExcelJS.Workbook()
    workbook.properties.date1904 = true
    const sheet = workbook.addWorksheet('旧')
    sheet.addRow([new Date(Date.UTC(2024, 0, 15)), new Date(Date.UTC(1988, 5, 15))]).numFmt = 'yyyy-mm-dd'
    expect(await rowsOf(Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual([
      [{ date: '2024-01-15' }, { date: '1988-06-15' }],
    ])
  })
})

test('html named .xls keeps every cell as text, with its merges', async () => {
  const workbook = await readWorkbook('导出.xls', fixture('libreoffice.html'))
  const { rows, merges: found } = firstSheet(workbook)
  expect(workbook.kind).toBe('html')
  expect(rows[2]).toEqual(['1', '911000000000000018', '3', '12.5'])
  expect(rows[3]?.[1]).toBe('013800000000')
  expect(found).toEqual(merges)
})

test.each(['gbk', 'gb18030', 'utf8'])('html in %s whose page head holds commas and semicolons', async (charset) => {
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
    <style>td,th{mso-number-format:"\\@";}</style></head><body><table border=1>
    <tr><th rowspan=2>企业名称</th><th colspan=2>党员</th></tr><tr><td>正式</td><td>预备</td></tr>
    <tr><td>示范&amp;汽贸&nbsp;公司</td><td>007</td><td></td></tr></table></body></html>`
  const sheet = firstSheet(await readWorkbook('导出.xls', iconv.encode(html, charset)))
  expect(sheet.rows).toEqual([['企业名称', '党员'], [null, '正式', '预备'], ['示范&汽贸 公司', '007']])
  expect(sheet.merges).toEqual([
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
  ])
})

test.each(['utf8', 'gb2312'])('SpreadsheetML 2003 in %s', async (charset) => {
  const cell = (type: string, value: string) => `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`
  const xml = `<?xml version="1.0" encoding="${charset}"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="名单"><Table>
      <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">企业</Data></Cell></Row>
      <Row>${cell('String', '0012')}${cell('Number', '3')}${cell('DateTime', '2024-01-15T00:00:00.000')}</Row>
    </Table></Worksheet></Workbook>`
  const workbook = await readWorkbook('名单.xls', iconv.encode(xml, charset))
  expect(workbook.kind).toBe('xls')
  expect(firstSheet(workbook).name).toBe('名单')
  expect(firstSheet(workbook).rows).toEqual([['企业'], ['0012', 3, { date: '2024-01-15' }]])
  expect(firstSheet(workbook).merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }])
})

test.each(['in its container', 'bare'])('Excel 95 with Chinese in code page 936, %s', async (form) => {
  const rows = [['企业名称', '代码'], ['示范区汽贸', '0012']]
  const stream = biff5(rows)
  const workbook = await readWorkbook('名单.xls', form === 'bare' ? stream : oleFile({ Book: stream }))
  expect(workbook.kind).toBe('xls')
  expect(firstSheet(workbook).name).toBe('名单')
  expect(firstSheet(workbook).rows).toEqual(rows)
})

test('xlsb', async () => {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['企业名称', '0012', 3]]), '名单')
  const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsb' })
  expect(await rowsOf(bytes)).toEqual([['企业名称', '0012', 3]])
})

describe('separated text', () => {
  const lines = [['序号', '企业名称', '统一社会信用代码'], ['001', '示范,汽贸;公司', '911000000000000018'], ['2', '换\n行', '1E5']]
  const quoted = (field: string) => (/[,;\t\n]/.test(field) ? `"${field}"` : field)
  const text = (separator: string) => lines.map((line) => line.map(quoted).join(separator)).join('\r\n') + '\r\n'

  test.each([
    ['UTF-8', ',', iconv.encode(text(','), 'utf8')],
    ['UTF-8 with mark', ';', iconv.encode(text(';'), 'utf8', { addBOM: true })],
    ['GB 18030', ',', iconv.encode(text(','), 'gb18030')],
    ['GBK', '\t', iconv.encode(text('\t'), 'gbk')],
    ['UTF-16 little endian', '\t', iconv.encode(text('\t'), 'utf16le', { addBOM: true })],
    ['UTF-16 big endian', ',', iconv.encode(text(','), 'utf16be', { addBOM: true })],
  ])('%s separated by %j', async (_encoding, _separator, bytes) => {
    const workbook = await readWorkbook('名单.csv', bytes)
    expect(workbook.kind).toBe('csv')
    expect(firstSheet(workbook).rows).toEqual(lines)
  })

  test('title lines, blank lines and ="…" around codes', async () => {
    const csv = '填报单位,甲街道,,\n\n序号,名称,代码,\n1,甲公司,="0138",\n,,,\n'
    expect(await rowsOf(Buffer.from(csv))).toEqual([
      ['填报单位', '甲街道'],
      [],
      ['序号', '名称', '代码'],
      ['1', '甲公司', '0138'],
    ])
  })
})

describe('cells no library writes', () => {
  const one = (cell: string, styles = '') =>
    rowsOf(rawXlsx({ sheets: [{ name: '表', rows: `<row r="1">${cell}</row>` }], styles }))

  test('formula without a result is blank', async () => {
    const cells = `<c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>1+1</f><v></v></c>
      <c r="C1" t="str"><f>D1</f><v/></c><c r="D1"><v>4</v></c>`
    expect(await one(cells)).toEqual([[null, null, null, 4]])
  })

  test('picture of WPS, also where another program shows #NAME?', async () => {
    const formula = '<f>_xlfn.DISPIMG("ID_1",1)</f>'
    const cells = `<c r="A1" t="str">${formula}<v>=DISPIMG("ID_1",1)</v></c><c r="B1" t="e">${formula}<v>#NAME?</v></c>
      <c r="C1" t="e"><f>NOSUCH()</f><v>#NAME?</v></c>`
    expect(await one(cells)).toEqual([[{ error: '#图片' }, { error: '#图片' }, { error: '#NAME?' }]])
  })

  test.each([
    ['31', '2024-03-05'],
    ['57', '2024-03-05'],
    ['14', '2024-03-05'],
  ])('date in number format %s, which the file does not spell out', async (format, date) => {
    const styles = `<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${format}" applyNumberFormat="1"/></cellXfs>`
    expect(await one('<c r="A1" s="1"><v>45356</v></c><c r="B1"><v>45356</v></c>', styles)).toEqual([[{ date }, 45356]])
  })

  test('number format 31 that the file defines as a number stays a number', async () => {
    const styles = `<numFmts><numFmt numFmtId="31" formatCode="0.00"/></numFmts>
      <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>`
    expect(await one('<c r="A1" s="1"><v>45356</v></c>', styles)).toEqual([[45356]])
  })

  test('date as ISO text, as strict OOXML has it', async () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const namespace = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const rows = '<row r="1"><c r="A1" s="1" t="d"><v>2024-03-05T00:00:00</v></c></row>'
    const bytes = rawXlsx({ sheets: [{ name: '表', rows }], styles, namespace })
    expect(await rowsOf(bytes)).toEqual([[{ date: '2024-03-05' }]])
  })

  test('rich text without its phonetic reading', async () => {
    const cell = `<c r="A1" t="inlineStr"><is><r><t>汽</t></r><r><t>贸</t></r>
      <rPh sb="0" eb="1"><t>qi</t></rPh></is></c>`
    expect(await one(cell)).toEqual([['汽贸']])
  })

  test('value hidden under a merge is dropped', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>'
    const after = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    expect(await rowsOf(rawXlsx({ sheets: [{ name: '表', rows, after }] }))).toEqual([[1]])
  })

  test('an error the program does not know is still an error', async () => {
    expect(await one('<c r="A1" t="e"><v>#SPILL!</v></c>')).toEqual([[{ error: '#ERROR!' }]])
  })
})

describe('sheets that seem huge', () => {
  test('a stray cell in the last row and column costs no time', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    const started = performance.now()
    const found = await rowsOf(rawXlsx({ sheets: [{ name: '表', rows }] }))
    expect(performance.now() - started).toBeLessThan(2000)
    expect(found).toHaveLength(1_048_576)
    expect(found[0]).toEqual([1])
    expect(found[1]).toEqual([])
    // All blank rows are one array.
    expect(found[500_000]).toBe(found[1])
    expect(found[1_048_575]?.[16_383]).toBe(2)
  })

  test('rows formatted down to 1,048,576 are not there', async () => {
    const blank = Array.from({ length: 1_048_575 }, (_, index) => `<row r="${index + 2}" s="1" customFormat="1"/>`)
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${blank.join('')}`
    const bytes = rawXlsx({ sheets: [{ name: '表', rows }] })
    const started = performance.now()
    expect(await rowsOf(bytes)).toEqual([[1]])
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

test('SheetJS is kept from writing to the console', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const sample = join(import.meta.dirname, '../../../resources/sample-district/北台镇.ods')
  await readWorkbook('北台镇.ods', readFileSync(sample))
  expect(error).not.toHaveBeenCalled()
  expect(log).not.toHaveBeenCalled()
})

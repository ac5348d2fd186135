import * as XLSX from '@e965/xlsx'
import iconv from 'iconv-lite'
import { afterEach, describe, expect, test } from 'vitest'
import { OfficeError } from '../officeError'
import { readWorkbook } from './readWorkbook'
import type { PlainSheet, PlainWorkbook } from './sheet'
import { biff5, oleFile, record, words } from './testing/biff'
import { dbfFile } from './testing/dbf'
import { part, rawXlsx } from './testing/rawXlsx'

const read = (bytes: Uint8Array, name = '文件') => readWorkbook(name, bytes)

function first(workbook: PlainWorkbook): PlainSheet {
  const [sheet] = workbook.sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

async function reason(bytes: Uint8Array): Promise<unknown> {
  const error: unknown = await read(bytes).catch((thrown: unknown) => thrown)
  return error instanceof OfficeError ? error.details.reason : 'was read'
}

const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const dates = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'

describe('workbooks of the zip kind', () => {
  const cells = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45356</v></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>0012</t></is></c></row>`
  const strings = (namespace: string) => part('xl/sharedStrings.xml', `<sst xmlns="${namespace}"><si><t>企业</t></si></sst>`)
  const expected = [['企业', { date: '2024-03-05' }], ['0012']]

  test('strict OOXML, whose every namespace is another', async () => {
    const bytes = rawXlsx({
      sheets: [{ name: '名单', rows: cells }], styles: dates, namespace: strict, sharedStrings: true, extra: [strings(strict)],
    })
    expect(first(await read(bytes)).rows).toEqual(expected)
  })

  /** .et, templates, macros, add-ins, and types that only one program knows: the cells are where they always are. */
  test.each([
    'application/wps-office.et',
    'application/vnd.wps-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    'application/vnd.ms-excel.template.macroEnabled.main+xml',
    'application/vnd.ms-excel.addin.macroEnabled.main+xml',
  ])('of the type %s', async (type) => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const macros = { name: 'xl/vbaProject.bin', bytes: Buffer.from('\xd0\xcf\x11\xe0 no macro is read', 'latin1') }
    const bytes = rawXlsx({
      sheets: [{ name: '名单', rows: cells }], styles: dates, type, sharedStrings: true, extra: [strings(main), macros],
    })
    expect(first(await read(bytes, '名单.et')).rows).toEqual(expected)
  })

  test('with pictures, charts, pivot tables, comments and links to other files beside the cells', async () => {
    const rows = `<row r="1"><c r="A1"><f>[1]外部!$A$1+1</f><v>7</v></c><c r="B1"><v>2</v></c></row>`
    const after = `<autoFilter ref="A1:B1"/><conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1"/>
      </conditionalFormatting><drawing r:id="rId9"/><legacyDrawing r:id="rId8"/>
      <tableParts count="1"><tablePart r:id="rId7"/></tableParts>`
    const extra = [
      part('xl/drawings/drawing1.xml', '<xdr:wsDr broken'),
      part('xl/externalLinks/externalLink1.xml', '<externalLink broken'),
      part('xl/pivotTables/pivotTable1.xml', '<pivotTableDefinition broken'),
      part('xl/pivotCache/pivotCacheRecords1.xml', '<pivotCacheRecords broken'),
      part('xl/comments1.xml', '<comments broken'),
      part('xl/threadedComments/threadedComment1.xml', '<ThreadedComments broken'),
      part('customXml/item1.xml', '<anything broken'),
      { name: 'xl/media/image1.png', bytes: Buffer.alloc(100_000, 0x5a) },
    ]
    expect(first(await read(rawXlsx({ sheets: [{ name: '表', rows, after }], extra }))).rows).toEqual([[7, 2]])
  })

  test('whose sheet says it ends at A1, as WPS has written', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>2</v></c></row>'
    const bytes = rawXlsx({ sheets: [{ name: '表', rows, before: '<dimension ref="A1"/>' }] })
    expect(first(await read(bytes)).rows).toEqual([[1], [], [null, null, 2]])
  })

  test('whose sheet says it fills every row and column', async () => {
    const rows = '<row r="2"><c r="B2"><v>1</v></c></row>'
    const bytes = rawXlsx({ sheets: [{ name: '表', rows, before: '<dimension ref="A1:XFD1048576"/>' }] })
    const started = performance.now()
    expect(first(await read(bytes)).rows).toEqual([[], [null, 1]])
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('whose cells do not say where they stand', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>'
    expect(first(await read(rawXlsx({ sheets: [{ name: '表', rows }] }))).rows).toEqual([[1, 2], [null, 3]])
  })

  test('with hidden rows and columns, which count as any other', async () => {
    const before = '<cols><col min="1" max="1" hidden="1"/></cols>'
    const rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    expect(first(await read(rawXlsx({ sheets: [{ name: '表', rows, before }] }))).rows).toEqual([[1], [2]])
  })
})

const zones = ['Asia/Shanghai', 'America/New_York']

describe.each(zones)('dates counted from 1904, in %s', (zone) => {
  const home = process.env.TZ
  afterEach(() => {
    process.env.TZ = home
  })

  test.each(['biff8', 'biff5', 'xlsb', 'xlsx', 'xlml'] as const)('%s', async (bookType) => {
    const book = XLSX.utils.book_new()
    book.Workbook = { WBProps: { date1904: true } }
    XLSX.utils.book_append_sheet(book, { A1: { t: 'n', v: 45356 - 1462, z: 'yyyy-mm-dd' }, '!ref': 'A1' }, 'old')
    const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType })
    process.env.TZ = zone
    expect(first(await read(bytes)).rows).toEqual([[{ date: '2024-03-05' }]])
  })
})

describe('workbooks older than Excel 97', () => {
  const gbk = (text: string) => iconv.encode(text, 'gbk')
  const label = (row: number, column: number, text: string) =>
    record(0x0204, Buffer.concat([words(row, column, 0, gbk(text).length), gbk(text)]))
  const label2 = (row: number, column: number, text: string) =>
    record(0x0004, Buffer.concat([words(row, column), Buffer.from([0, 0, 0, gbk(text).length]), gbk(text)]))
  const codePage = record(0x0042, words(936))
  const end = record(0x000a)
  const expected = [['企业', '代码'], ['示范汽贸', '0012']]
  const texts = (write: typeof label) => expected.flatMap((row, r) => row.map((text, c) => write(r, c, text)))

  test.each([
    ['2', record(0x0009, words(0x0200, 0x0010)), label2],
    ['3', record(0x0209, words(0x0300, 0x0010, 0)), label],
    ['4', record(0x0409, words(0x0400, 0x0010, 0)), label],
  ])('Excel %s, with and without the name of its code page', async (_version, begin, write) => {
    for (const head of [[codePage], []]) {
      const workbook = await read(Buffer.concat([begin, ...head, ...texts(write), end]))
      expect(workbook.kind).toBe('xls')
      expect(first(workbook).rows).toEqual(expected)
    }
  })

  test('Excel 95 without the name of its code page', async () => {
    const stream = biff5(expected)
    const at = stream.indexOf(codePage)
    stream.writeUInt16LE(0x0fff, at)
    expect(first(await read(oleFile({ Book: stream }))).rows).toEqual(expected)
  })

  test('an .et of WPS, whose container names another program', async () => {
    const bytes = oleFile({ Workbook: biff5(expected), ETExtData: Buffer.alloc(9000, 1), '\u0001CompObj': Buffer.alloc(80, 1) })
    const root = bytes.indexOf(Buffer.from('Root Entry', 'utf16le'))
    Buffer.from('2c08020000000000c000000000000046', 'hex').copy(bytes, root + 80)
    expect(first(await read(bytes, '名单.et')).rows).toEqual(expected)
  })

  test('a sheet that says it fills every row and column', async () => {
    const size = Buffer.alloc(14)
    size.writeUInt32LE(0x00ffffff, 4)
    size.writeUInt16LE(0xffff, 10)
    const stream = biff5(expected)
    const sheet = stream.lastIndexOf(record(0x0809, words(0x0500, 0x0010, 0, 0)))
    const bytes = Buffer.concat([stream.subarray(0, sheet + 12), record(0x0200, size), stream.subarray(sheet + 12)])
    const started = performance.now()
    expect(first(await read(oleFile({ Book: bytes }))).rows).toEqual(expected)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('dBASE', () => {
  const fields = [['企业名', 'C', 20], ['代码', 'C', 18], ['人数', 'N', 6], ['成立', 'D', 8], ['规上', 'L', 1], ['说明', 'M', 10]] as const
  const rows = [
    ['示范汽贸', '911000000000000018', '12', '20240115', 'T', '         7'],
    ['甲公司', '0012', '', '', '?', ''],
    ['乙公司', '0013', '3.5', '00000000', 'N', ''],
  ]
  const head = ['企业名', '代码', '人数', '成立', '规上', '说明']
  const expected = [
    head,
    ['示范汽贸', '911000000000000018', 12, { date: '2024-01-15' }, true, { error: '#备注' }],
    ['甲公司', '0012'],
    ['乙公司', '0013', 3.5, null, false],
  ]

  test.each(['gbk', 'utf8'])('in %s', async (encoding) => {
    const workbook = await read(dbfFile(fields, rows, { encoding }))
    expect(workbook.kind).toBe('dbf')
    expect(first(workbook).rows).toEqual(expected)
  })

  test('leaves out what is marked as deleted', async () => {
    expect(first(await read(dbfFile(fields, rows, { deleted: 1 }))).rows.map((row) => row[0])).toEqual(['企业名', '示范汽贸', '乙公司'])
  })

  test('with the number kinds of FoxPro', async () => {
    const whole = Buffer.alloc(4)
    whole.writeInt32LE(-12)
    const double = Buffer.alloc(8)
    double.writeDoubleLE(0.25)
    const money = Buffer.alloc(8)
    money.writeBigInt64LE(123_4500n)
    const instant = Buffer.alloc(8)
    instant.writeInt32LE(2_460_325)
    const foxPro = [['a', 'I', 4], ['b', 'B', 8], ['c', 'Y', 8], ['d', 'T', 8]] as const
    const row = [whole, double, money, instant].map((bytes) => bytes.toString('latin1'))
    const bytes = dbfFile(foxPro, [row], { encoding: 'latin1', version: 0x30 })
    expect(first(await read(bytes)).rows[1]).toEqual([-12, 0.25, 123.45, { date: '2024-01-15' }])
  })

  test('cut short is damage; one without fields is nothing', async () => {
    const whole = dbfFile(fields, rows, {})
    expect(await reason(whole.subarray(0, whole.length - 30))).toBe('damaged')
    expect(await reason(dbfFile([], [[]], {}))).toBe('not-a-workbook')
  })
})

describe('text formats old programs exchange tables in', () => {
  const dif = [
    'TABLE', '0,1', '"x"', 'VECTORS', '0,3', '""', 'TUPLES', '0,3', '""', 'DATA', '0,0', '""',
    '-1,0', 'BOT', '1,0', '"企业"', '1,0', '"代码"', '1,0', '"规上"',
    '-1,0', 'BOT', '1,0', '"甲""乙"', '1,0', '"0012"', '0,1', 'TRUE',
    '-1,0', 'BOT', '1,0', '"换', '行"', '0,12.5', 'V', '0,0', 'NA', '0,0', 'ERROR', '0,2024-01-15', 'V', '0,0', 'FALSE',
    '1,0', '"=""013"""', '1,0', '""', '-1,0', 'EOD', '',
  ]
  const difRows = [
    ['企业', '代码', '规上'],
    ['甲"乙', '0012', true],
    ['换\n行', 12.5, { error: '#N/A' }, { error: '#ERROR!' }, '2024-01-15', false, '013'],
  ]

  test.each([['\r\n', 'gb18030'], ['\n', 'utf8']])('DIF with lines that end in %j, in %s', async (lineEnd, encoding) => {
    const workbook = await read(iconv.encode(dif.join(lineEnd), encoding))
    expect(workbook.kind).toBe('dif')
    expect(first(workbook).rows).toEqual(difRows)
  })

  const sylk = [
    'ID;PWXL;N;E', 'P;PGeneral', 'P;Pyyyy/m/d', 'F;P0;DG0G8;M255', 'B;Y4;X4', 'O;L;D;V0;K47;G100 0.001',
    'C;Y1;X1;K"企业;;名称"', 'C;X2;K"代码"', 'C;Y2;X1;K"换\u001b :行"', 'C;X2;K"0012"', 'F;P1;FG0G;X3', 'C;K45306', 'C;X4;KTRUE',
    'C;Y4;X2;K12.5;ESUM(R[-2]C)', 'C;X3;K#N/A', 'E', '',
  ]
  const sylkRows = [
    ['企业;名称', '代码'],
    ['换\n行', '0012', { date: '2024-01-15' }, true],
    [],
    [null, 12.5, { error: '#N/A' }],
  ]

  test.each([['\r\n', 'gb18030'], ['\n', 'utf8']])('SYLK with lines that end in %j, in %s', async (lineEnd, encoding) => {
    const workbook = await read(iconv.encode(sylk.join(lineEnd), encoding))
    expect(workbook.kind).toBe('sylk')
    expect(first(workbook).rows).toEqual(sylkRows)
  })

  test('SYLK with dates counted from 1904', async () => {
    const old = sylk.join('\n').replace('V0', 'V4').replace('45306', String(45306 - 1462))
    expect(first(await read(Buffer.from(old))).rows[1]?.[2]).toEqual({ date: '2024-01-15' })
  })

  test.each([
    ['DIF cut short', dif.slice(0, -4)],
    ['DIF without rows', dif.slice(0, 9)],
    ['SYLK cut short', sylk.slice(0, -2)],
    ['SYLK with a cell beyond every sheet', [...sylk.slice(0, -2), 'C;Y99999999;X1;K1', 'E']],
  ])('%s is damage', async (_what, lines) => {
    expect(await reason(Buffer.from(lines.join('\n')))).toBe('damaged')
  })
})

describe('pages', () => {
  const page = (cell: string) => `<html><head><meta charset="gbk"></head><body><table><tr><td>${cell}</td><td>2</td></tr></table></body></html>`
  const archive = (type: string, parts: readonly (readonly [string, string, string])[]) =>
    [
      'From: <由 Microsoft Excel 保存>', 'Subject: ', 'MIME-Version: 1.0', `Content-Type: ${type};`, '\tboundary="--=_部分"', '', '',
      ...parts.flatMap(([name, encoding, body]) => [
        '----=_部分', `Content-Location: file:///C:/${name}`, `Content-Transfer-Encoding: ${encoding}`, 'Content-Type: text/html; charset="gb2312"', '', body,
      ]),
      '----=_部分--', '',
    ].join('\r\n')

  test('saved in one file, with every sheet a part of it', async () => {
    const frame = Buffer.from('<html><frameset><frame src="sheet001.htm"></frameset></html>').toString('base64')
    const text = archive('multipart/related', [
      ['名单.htm', 'base64', frame],
      ['sheet001.htm', 'base64', iconv.encode(page('企业'), 'gbk').toString('base64')],
      ['sheet002.htm', 'quoted-printable', page('=C6=F3=D2=B5=B6=FE')],
    ])
    const workbook = await read(iconv.encode(text, 'gbk'), '名单.xls')
    expect(workbook.kind).toBe('html')
    expect(workbook.sheets.map(({ rows }) => rows)).toEqual([[['企业', '2']], [['企业二', '2']]])
  })

  test('saved in one file without any table', async () => {
    const text = archive('multipart/related', [['a.htm', '7bit', '<html><p>x</p></html>']])
    expect(await reason(Buffer.from(text))).toBe('not-a-workbook')
    expect(await reason(Buffer.from(text.slice(0, -20)))).toBe('damaged')
  })
})

describe('text whose first line names the separator', () => {
  test.each([';', '|', '\t'])('%j', async (separator) => {
    const lines = [`sep=${separator}`, ['企业', '代码'].join(separator), ['甲,乙', '0012'].join(separator)]
    expect(first(await read(Buffer.from(lines.join('\r\n')))).rows).toEqual([['企业', '代码'], ['甲,乙', '0012']])
  })
})

test('SpreadsheetML 2003 with places of its own, errors, and a hidden sheet', async () => {
  const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet'
  const xml = `<?xml version="1.0"?><Workbook xmlns="${spreadsheet}" xmlns:ss="${spreadsheet}">
    <Worksheet ss:Name="名单"><Table ss:ExpandedColumnCount="16384" ss:ExpandedRowCount="1048576"><Row ss:Index="3">
    <Cell ss:Index="2"><Data ss:Type="DateTime">2024-01-15T00:00:00.000</Data></Cell>
    <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table></Worksheet>
    <Worksheet ss:Name="字典"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
    <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>
    </Worksheet></Workbook>`
  const { sheets } = await read(Buffer.from(xml), '名单.xml')
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['名单', false], ['字典', true]])
  expect(sheets[0]?.rows).toEqual([[], [], [null, { date: '2024-01-15' }, true, { error: '#N/A' }]])
})

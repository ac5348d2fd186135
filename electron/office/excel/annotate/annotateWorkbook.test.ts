import { describe, expect, it } from 'vitest'
import { OfficeError } from '../../officeError'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWorkbook } from '../readWorkbook'
import { convertWithLibreOffice, hasLibreOffice, skippedWithout } from '../testing/libreOffice'
import { part, rawXlsx, type RawXlsx } from '../testing/rawXlsx'
import { writeZip } from '../writeZip'
import { openZip } from '../zipParts'
import { annotateWorkbook } from './annotateWorkbook'
import type { WorkbookNotes } from './workbookNotes'

const notes: WorkbookNotes = {
  resultHeader: '校验结果',
  commentMark: '【校验】',
  cover: { name: '校验说明', columnWidths: [20, 60], rows: [{ cells: [{ value: '校验说明（请改）' }] }, { cells: [{ value: '一' }, { value: '二 <&> _x0041_' }] }], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
  tables: [{
    sheet: '表', header: 0, like: 1,
    rows: [{ row: 1, text: '错误：人数“约五十”看不懂\n→ 本行不导入' }, { row: 3, text: '提示：<甲> & “乙”' }],
    marks: [{ row: 1, column: 1, text: '错误：看不懂', fill: 'F8CBC6' }, { row: 3, column: 0, text: '提示：请核对', fill: 'DCEBFA' }],
  }],
  at: '2026-06-30T08:00:00.000Z',
}

const header = '<row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>人数</t></is></c></row>'
const cells = '<row r="2" ht="12" customHeight="1"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2" t="inlineStr"><is><t>约五十</t></is></c></row><row r="3"/><row r="4"><c r="A4"><v>7</v></c><c r="B4"><f>1+1</f><v>2</v></c></row>'
const fonts = '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>'

function workbook(more: Partial<RawXlsx> = {}, sheet: Partial<RawXlsx['sheets'][number]> = {}): Buffer {
  return rawXlsx({ sheets: [{ name: '表', rows: header + cells, ...sheet }, { name: '另表', rows: '' }], styles: fonts, ...more })
}

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  return new Map((await openZip(Buffer.from(bytes))).map(({ name, read }) => [name, read().toString('utf8')]))
}

describe('a workbook edited in place', () => {
  it('gets a column, comments, colours and a sheet before its own', async () => {
    const { bytes, kept, extension } = await annotateWorkbook('表.xlsx', workbook(), undefined, notes)
    expect([kept, extension]).toEqual([true, 'xlsx'])
    const { sheets } = await readWorkbook('表.xlsx', bytes)
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ['校验说明', [['校验说明（请改）'], ['一', '二 <&> _x0041_']]],
      ['表', [['名称', '人数', '校验结果'], ['甲', '约五十', '错误：人数“约五十”看不懂\n→ 本行不导入'], [], [7, 2, '提示：<甲> & “乙”']]],
      ['另表', []],
    ])
    const parts = await partsOf(bytes)
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<row r="2" ht="[3-9]\d(?:\.\d+)?" customHeight="1">/)
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<c r="B4"><f>1+1</f><v>2</v></c>')
    expect(parts.get('xl/comments1.xml')).toMatch(/ref="B2".*【校验】错误：看不懂.*ref="A4"/)
  })

  it('keeps what stands beside its cells, byte by byte', async () => {
    const extra = [{ name: 'xl/media/image1.png', bytes: Buffer.from([137, 80, 78, 71, 0, 255]) }, part('xl/charts/chart1.xml', '<c:chart xmlns:c="urn:x"/>')]
    const after = '<sheetProtection sheet="1"/><autoFilter ref="A1:B4"/><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" priority="4"><formula>TRUE</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="B2"/></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>'
    const source = workbook({ extra }, { after })
    const { bytes, kept } = await annotateWorkbook('表.xlsx', source, undefined, notes)
    expect(kept).toBe(true)
    const [before, parts] = [await partsOf(source), await partsOf(bytes)]
    for (const name of ['xl/media/image1.png', 'xl/charts/chart1.xml', 'xl/worksheets/sheet2.xml']) expect(parts.get(name)).toBe(before.get(name))
    const tail = parts.get('xl/worksheets/sheet1.xml')?.split('</sheetData>')[1] ?? ''
    expect([...tail.matchAll(/<(sheetProtection|autoFilter|mergeCells|conditionalFormatting|dataValidations|pageMargins|legacyDrawing)\b/g)].map(([, name]) => name)).toEqual([
      'sheetProtection', 'autoFilter', 'mergeCells', 'conditionalFormatting', 'conditionalFormatting', 'conditionalFormatting', 'dataValidations', 'pageMargins', 'legacyDrawing',
    ])
    expect([...tail.matchAll(/priority="(\d+)"/g)].map(([, priority]) => priority)).toEqual(['4', '5', '6'])
  })

  it('has its names, widths and chosen sheet where they belong', async () => {
    const before = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="16384" width="9" hidden="1"/></cols>'
    const { bytes } = await annotateWorkbook('表.xlsx', workbook({}, { before }), undefined, notes)
    const sheet = (await partsOf(bytes)).get('xl/worksheets/sheet1.xml')
    expect(sheet).not.toContain('tabSelected')
    expect([...(sheet?.matchAll(/<col [^>]*>/g) ?? [])].map(([tag]) => tag)).toEqual([
      '<col width="9" hidden="1" min="1" max="2"/>', '<col min="3" max="3" width="48" customWidth="1"/>', '<col width="9" hidden="1" min="4" max="16384"/>',
    ])
  })

  it('keeps a comment of its sender, and is annotated a second time as if it were the first', async () => {
    const once = await annotateWorkbook('表.xlsx', workbook(), undefined, { ...notes, commentMark: '张三：' })
    const twice = await annotateWorkbook('表.xlsx', once.bytes, undefined, notes)
    const thrice = await annotateWorkbook('表.xlsx', twice.bytes, undefined, notes)
    const [a, b] = [await partsOf(twice.bytes), await partsOf(thrice.bytes)]
    expect(a.get('xl/comments1.xml')?.match(/<comment /g)).toHaveLength(2)
    expect(a.get('xl/comments1.xml')).not.toContain('【校验】错误')
    const other = await annotateWorkbook('表.xlsx', workbook(), undefined, notes)
    const again = await annotateWorkbook('表.xlsx', other.bytes, undefined, { ...notes, tables: notes.tables.map((table) => ({ ...table, rows: table.rows.slice(1), marks: table.marks.slice(1) })) })
    const parts = await partsOf(again.bytes)
    expect(parts.get('xl/comments1.xml')?.match(/<comment /g)).toHaveLength(1)
    expect(parts.get('xl/drawings/vmlDrawing1.vml')?.match(/<v:shape /g)).toHaveLength(1)
    expect(parts.get('xl/worksheets/sheet1.xml')?.match(/<conditionalFormatting/g)).toHaveLength(1)
    expect((await readWorkbook('表.xlsx', again.bytes)).sheets[1]?.rows[1]).toEqual(['甲', '约五十'])
    expect(b.get('xl/workbook.xml')).toBe(a.get('xl/workbook.xml'))
  })

  it.skipIf(!hasLibreOffice)(`is opened and saved by LibreOffice with all of its cells${skippedWithout}`, async () => {
    const { bytes } = await annotateWorkbook('表.xlsx', workbook(), undefined, notes)
    const [own, saved] = [await readWorkbook('表.xlsx', bytes), await readWorkbook('表.xlsx', convertWithLibreOffice(bytes, 'xlsx', 'xlsx'))]
    expect(saved.sheets.map(({ name, rows }) => [name, rows])).toEqual(own.sheets.map(({ name, rows }) => [name, rows]))
  })

  it('stays a workbook with macros', async () => {
    const macros = { name: 'xl/vbaProject.bin', bytes: Buffer.from('macro') }
    const { bytes, extension } = await annotateWorkbook('表.xlsm', workbook({ type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml', extra: [macros] }), undefined, notes)
    expect(extension).toBe('xlsm')
    expect((await partsOf(bytes)).get('xl/vbaProject.bin')).toBe('macro')
  })
})

describe('a workbook that is not edited in place', () => {
  it.each([
    ['signed', workbook({ extra: [part('_xmlsignatures/sig1.xml', '<Signature/>')] })],
    ['of the strict kind', workbook({ namespace: 'http://purl.oclc.org/ooxml/spreadsheetml/main' })],
    ['a template', workbook({ type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml' })],
    ['with rows that bear no number', workbook({}, { rows: (header + cells).replaceAll(/ r="\d"/g, '') })],
    ['separated text', Buffer.from('名称,人数\n甲,约五十\n\n7,2\n')],
  ])('%s is written anew with the same cells', async (_why, source) => {
    const own: WorkbookNotes = { ...notes, tables: notes.tables.map((table) => ({ ...table, sheet: source[0] === 0x50 ? '表' : '' })) }
    const plain = await readWorkbook('表', source)
    const { bytes, kept } = await annotateWorkbook('表', source, undefined, { ...own, tables: own.tables.map((table) => ({ ...table, sheet: plain.sheets[0]?.name ?? '' })) })
    expect(kept).toBe(false)
    const { sheets } = await readWorkbook('表.xlsx', bytes)
    expect(sheets[1]?.rows.map((row) => row.slice(0, 2).map(String))).toEqual(plain.sheets[0]?.rows.map((row) => row.map(String)))
    expect(sheets[1]?.rows.map((row) => row[2] ?? null)).toEqual(['校验结果', notes.tables[0]?.rows[0]?.text, null, notes.tables[0]?.rows[1]?.text])
  })

  it('a protected one is opened with its password and sent back without', async () => {
    const source = readFileSync(join(import.meta.dirname, '../fixtures/encrypted-agile.xlsx'))
    const { bytes, kept } = await annotateWorkbook('密.xlsx', source, '台账2026', { ...notes, tables: [] })
    expect(kept).toBe(true)
    expect((await readWorkbook('密.xlsx', bytes)).sheets[1]?.rows).toEqual((await readWorkbook('密.xlsx', source, '台账2026')).sheets[0]?.rows)
  })
})

describe('a hostile file', () => {
  const bomb = (): Buffer => writeZip([{ name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') }, { name: 'xl/workbook.xml', bytes: Buffer.alloc(40 * 1024 * 1024) }], '2026-01-01T00:00:00Z')
  it.each([
    ['that swells', bomb, { code: 'too-large', details: { reason: 'expands' } }],
    ['that is cut', () => workbook().subarray(0, 900), { code: 'unreadable-file', details: { reason: 'damaged' } }],
    ['that is no table', () => Buffer.from('%PDF-1.7'), { code: 'unreadable-file', details: { reason: 'other-document' } }],
    ['that asks for a password', () => readFileSync(join(import.meta.dirname, '../fixtures/encrypted-agile.xlsx')), { code: 'unreadable-file', details: { reason: 'password-needed' } }],
  ] as const)('%s is refused in words', async (_what, source, refusal) => {
    const error: unknown = await annotateWorkbook('坏.xlsx', source(), undefined, notes).catch((reason: unknown) => reason)
    expect(error instanceof OfficeError && error.toFailure()).toMatchObject(refusal)
  })

  it('with a part that would be copied but swells is not copied', async () => {
    const source = workbook({ extra: [{ name: 'xl/media/image1.png', bytes: Buffer.alloc(40 * 1024 * 1024) }] })
    const { kept, bytes } = await annotateWorkbook('图.xlsx', source, undefined, notes)
    expect(kept).toBe(false)
    expect(bytes.length).toBeLessThan(100_000)
  })
})

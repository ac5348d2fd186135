import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from './readWorkbook'
import { convertWithLibreOffice, hasLibreOffice, skippedWithout } from './testing/libreOffice'
import type { SheetSpec, WorkbookSpec } from './workbookSpec'
import { writeWorkbook } from './writeWorkbook'
import { openZip } from './zipParts'

/** What a sheet that people fill in asks of the writer: rules, highlights, protection, comments, hidden sheets. */
const long = Array.from({ length: 60 }, (_, i) => `第${i + 1}个选项,带"引号"`)
const input = { border: true, unlocked: true } as const
const code = { ...input, format: '@' } as const

const sheet: SheetSpec = {
  name: '填报',
  columnWidths: [6, 20, 20, 12, 12, 10],
  rows: [
    { cells: [{ value: '标题', look: { bold: true } }] },
    { cells: ['序号', '名称', '代码', '类型', '日期', '人数'].map((value) => ({ value, look: { bold: true } })) },
    {
      cells: [
        { value: '示例' },
        { value: '甲公司', comment: '第一行\n第二行 <&>' },
        { value: '0138', look: code },
        { value: null, look: { ...input, color: 'C00000' } },
        { value: { date: '2020-01-05' }, look: { ...input, format: 'yyyy-mm-dd' } },
        { value: null, look: input },
      ],
    },
    { cells: [1, '乙公司', '0139', '类', 5, 6].map((value) => ({ value, look: input, comment: '乙_x0041_' })) },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 5 }],
  hiddenColumns: [5],
  columnLooks: [null, input, code],
  autoFilter: { top: 1, left: 0, bottom: 3, right: 5 },
  protection: { allows: ['autoFilter', 'formatColumns', 'sort'] },
  entryRules: [
    {
      ranges: [{ top: 2, left: 3, bottom: 200, right: 3 }],
      accepts: { kind: 'list', name: 'list_type' },
      prompt: { title: '类型', text: '从下拉列表中选' },
      refusal: { title: '不在可选项中', text: '请从下拉列表中选择' },
      strictness: 'stop',
    },
    {
      ranges: [{ top: 2, left: 4, bottom: 200, right: 4 }, { top: 2, left: 1, bottom: 2, right: 1 }],
      accepts: { kind: 'date', from: '1949-10-01', to: '2099-12-31' },
      refusal: { title: '请填日期', text: '例如 2020-01-05' },
      strictness: 'stop',
    },
    { ranges: [{ top: 2, left: 5, bottom: 9, right: 5 }], accepts: { kind: 'whole', from: 0, to: 999_999 }, strictness: 'warning' },
    { ranges: [{ top: 2, left: 2, bottom: 9, right: 2 }], accepts: { kind: 'length', from: 0, to: 18 }, prompt: { title: '一'.repeat(40), text: '长'.repeat(300) }, strictness: 'none' },
    { ranges: [{ top: 2, left: 0, bottom: 9, right: 0 }], accepts: { kind: 'any' }, prompt: { title: '序号', text: '第一行\n第二行' }, strictness: 'none' },
  ],
  highlights: [
    { range: { top: 2, left: 1, bottom: 200, right: 5 }, formula: '$A3="示例"', fill: 'D9D9D9', color: '7F7F7F' },
    { range: { top: 2, left: 3, bottom: 200, right: 3 }, formula: 'AND(LEN(D3)>0,ISNA(MATCH(D3,list_type,0)))', fill: 'FFE699' },
  ],
  print: { paper: 'A4', landscape: true, fit: { scale: 80, breakBefore: [3] }, pageFoot: '填表人:&', repeatRows: [1, 1] },
}
const spec: WorkbookSpec = {
  creator: '双覆盖台账',
  createdAt: '2026-06-30T01:02:04.000Z',
  sheets: [
    sheet,
    { name: '备查', visibility: 'hidden', columnWidths: [], rows: [{ cells: [{ value: '甲' }] }], merges: [] },
    { name: '_meta', visibility: 'veryHidden', columnWidths: [], rows: [{ cells: [{ value: '乙' }] }], merges: [] },
  ],
  lists: [
    { name: 'list_type', words: long },
    { name: 'list_none', words: [] },
  ],
}

async function part(name: string): Promise<string> {
  const parts = await openZip(Buffer.from(await writeWorkbook(spec)))
  return parts.find((candidate) => candidate.name === name)?.read().toString('utf8') ?? ''
}

async function reopened(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(await writeWorkbook(spec)).buffer)
  return workbook
}

test('the parts of a sheet stand in the order the format prescribes', async () => {
  const xml = await part('xl/worksheets/sheet1.xml')
  const order = [
    '<sheetViews', '<sheetFormatPr', '<cols', '<sheetData', '<sheetProtection', '<autoFilter', '<mergeCells',
    '<conditionalFormatting', '<dataValidations', '<printOptions', '<pageMargins', '<pageSetup', '<headerFooter',
    '<colBreaks', '<legacyDrawing',
  ].filter((element) => xml.includes(element))
  const places = order.map((element) => xml.indexOf(element))
  expect(order).toContain('<sheetProtection')
  expect(order).toContain('<legacyDrawing')
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

describe('rules', () => {
  test('a list is named, whatever its length', async () => {
    const found = (await reopened()).getWorksheet('填报')?.getCell('D3').dataValidation
    expect(found).toMatchObject({
      type: 'list', formulae: ['list_type'], errorTitle: '不在可选项中', prompt: '从下拉列表中选', showErrorMessage: true,
    })
    expect(await part('xl/workbook.xml')).toContain('name="list_type">&apos;_lists&apos;!$A$1:$A$60</definedName>')
    expect(await part('xl/workbook.xml')).toContain('name="list_none">&apos;_lists&apos;!$B$1</definedName>')
  })

  test('dates are bounded by their serial numbers, whole numbers by themselves', async () => {
    const xml = await part('xl/worksheets/sheet1.xml')
    expect(xml).toContain('sqref="E3:E201 B3"><formula1>18172</formula1><formula2>73050</formula2>')
    expect(xml).toContain('<dataValidation type="whole" errorStyle="warning"')
    expect(xml).toContain('<dataValidation type="textLength" allowBlank="1" showInputMessage="1" promptTitle=')
  })

  test('messages are cut to what Excel opens, and keep their lines', async () => {
    const xml = await part('xl/worksheets/sheet1.xml')
    const messages = [...xml.matchAll(/ (promptTitle|errorTitle|prompt|error)="([^"]*)"/g)]
    for (const [, kind, text] of messages) {
      expect((text ?? '').length).toBeLessThanOrEqual(kind?.endsWith('Title') ? 32 : 260)
    }
    expect(xml).toContain('prompt="第一行&#10;第二行"')
    expect(xml).toContain(`prompt="${'长'.repeat(254)}…"`)
  })
})

test('highlights: formula, fill and text colour, the first on top', async () => {
  const found = (await reopened()).getWorksheet('填报')
  const formats: { ref: string; rules: { formulae: string[]; priority: number; style: object }[] }[] = JSON.parse(
    JSON.stringify(found, (key, value) => (key === '_workbook' || key === '_rows' || key === '_worksheet' ? undefined : value)),
  ).conditionalFormattings
  expect(formats.map(({ ref, rules }) => [ref, rules[0]?.formulae[0], rules[0]?.priority])).toEqual([
    ['B3:F201', '$A3="示例"', 1],
    ['D3:D201', 'AND(LEN(D3)>0,ISNA(MATCH(D3,list_type,0)))', 2],
  ])
  expect(await part('xl/styles.xml')).toContain('<bgColor rgb="FFD9D9D9"/>')
})

test('protection without a password, and the cells that stay open', async () => {
  expect(await part('xl/worksheets/sheet1.xml')).toContain(
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" sort="0" autoFilter="0"/>',
  )
  const found = (await reopened()).getWorksheet('填报')
  expect(found?.getCell('B3').protection?.locked).not.toBe(false)
  expect(found?.getCell('C3').protection?.locked).toBe(false)
  expect(found?.getCell('D3').font.color).toEqual({ argb: 'FFC00000' })
  // Below the last row the column decides.
  expect(found?.getColumn(3).style).toMatchObject({ numFmt: '@', protection: { locked: false } })
  expect(found?.getColumn(6).hidden).toBe(true)
})

test('hidden sheets, and the lists on one', async () => {
  const { sheets } = await readWorkbook('x.xlsx', await writeWorkbook(spec))
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['填报', false], ['备查', true], ['_meta', true], ['_lists', true],
  ])
  expect(sheets[3]?.rows[59]).toEqual([long[59]])
  const workbook = await part('xl/workbook.xml')
  expect(workbook).toMatch(/name="_meta"[^>]*state="veryHidden"/)
  expect(workbook).toMatch(/name="备查"[^>]*state="hidden"/)
})

test('comments: whole text, author, box as large as the text', async () => {
  const found = (await reopened()).getWorksheet('填报')
  const { note } = found?.getCell('B3') ?? {}
  expect(typeof note === 'object' ? note.texts?.map(({ text }) => text).join('') : note).toBe('第一行\n第二行 <&>')
  expect(await part('xl/comments1.xml')).toContain('<author>双覆盖台账</author>')
  expect(await part('xl/comments1.xml')).toContain('乙_x005F_x0041_')
  expect(await part('xl/drawings/vmlDrawing1.vml')).toContain('<x:Anchor>2, 6, 1, 14, 6, 2, 4, 16</x:Anchor>')
})

test('the foot of a page stands above its number', async () => {
  expect((await reopened()).getWorksheet('填报')?.headerFooter.oddFooter).toBe('&C填表人:&&\n第 &P 页 / 共 &N 页')
})

describe.skipIf(!hasLibreOffice)(`LibreOffice keeps it${skippedWithout}`, () => {
  test('when it saves the workbook again', async () => {
    const saved = convertWithLibreOffice(await writeWorkbook(spec), 'xlsx', 'xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(saved).buffer)
    const found = workbook.getWorksheet('填报')
    expect(found?.getCell('D3').dataValidation).toMatchObject({ type: 'list', error: '请从下拉列表中选择' })
    expect(found?.getCell('D3').dataValidation.formulae[0]).toBe('list_type')
    expect(found?.getCell('E3').dataValidation).toMatchObject({ type: 'date' })
    expect(found?.getCell('B3').note).toBeDefined()
    const parts = await openZip(Buffer.from(saved))
    const textOf = (name: string): string => parts.find((entry) => entry.name === name)?.read().toString('utf8') ?? ''
    const xml = textOf('xl/worksheets/sheet1.xml')
    expect(textOf('xl/styles.xml')).toContain('<protection locked="false"')
    expect(xml).toMatch(/<sheetProtection sheet="true"[^>]*autoFilter="false"/)
    expect(xml).toContain('<conditionalFormatting')
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['填报', 'visible'], ['备查', 'hidden'], ['_meta', 'hidden'], ['_lists', 'hidden'],
    ])
  })
})

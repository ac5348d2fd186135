import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { templateFormIds, type TemplateFormId } from '../../../../shared/domain/formId'
import { readWorkbook } from '../../excel/readWorkbook'
import { convertWithLibreOffice, hasLibreOffice, skippedWithout } from '../../excel/testing/libreOffice'
import { writeWorkbook } from '../../excel/writeWorkbook'
import { findForm } from '../standardForms'
import { blankRow, builtRow } from '../testing/ledgerRows'
import { metaSheetName } from './metaSheet'
import { readMeta } from './readMeta'
import { templateForm } from './templateForm'
import type { TemplateInput } from './templateInput'
import { templateWorkbook } from './templateWorkbook'

const long = '很长的备注，“带引号”，\n两行'.repeat(40)

function input(id: TemplateFormId, changes: Partial<TemplateInput> = {}): TemplateInput {
  return {
    form: findForm(id),
    rules: templateForm(id),
    title: findForm(id).title.replace('{地区}', '示范区'),
    officeName: '甲街道',
    ledgerId: 'ledger-1',
    unit: { id: 3, name: '甲街道' },
    issuedOn: '2026-07-02',
    rows: [
      { id: 17, version: 4, row: { ...builtRow, plannedFoundingOn: '2026-09', note: long } },
      { id: 18, version: 1, row: { ...blankRow } },
    ],
    blankRows: 6,
    example: false,
    lists: {},
    ...changes,
  }
}
const empty: Partial<TemplateInput> = { unit: null, officeName: '', rows: [], example: true, lists: { unitName: ['甲街道', '乙镇'] } }

async function opened(id: TemplateFormId, changes: Partial<TemplateInput> = {}) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(await writeWorkbook(templateWorkbook(input(id, changes)))).buffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  return { workbook, sheet }
}

const sheetOf = (id: TemplateFormId, changes: Partial<TemplateInput> = {}) => templateWorkbook(input(id, changes)).sheets[0]

describe('what a unit gets', () => {
  test('its records with stars before required headers, and a hidden cell that names each', () => {
    const rows = sheetOf('F01')?.rows ?? []
    expect(rows[3]?.cells.at(-1)?.value).toBe('行标识')
    expect(rows[3]?.cells[2]?.value).toBe('*企业名称')
    expect(rows[3]?.cells[3]?.value).toBe('统一社会信用代码')
    expect(rows[4]?.cells.slice(0, 4).map((cell) => cell?.value)).toEqual([1, '甲街道', '甲汽贸有限公司', '91000000MA00000157'])
    expect(rows[4]?.cells.at(-1)?.value).toBe('17')
    expect(rows).toHaveLength(4 + 2 + 6)
    expect(sheetOf('F01')?.hiddenColumns).toEqual([58])
  })

  test('names and codes are locked where they are filled; everything else is open', async () => {
    const { sheet } = await opened('F01')
    const isOpen = (address: string) => sheet.getCell(address).protection?.locked === false
    expect(['A5', 'B5', 'C5', 'D5', 'Z5', 'C6'].map(isOpen)).toEqual([false, false, false, false, false, false])
    // The second enterprise has no code and no organisation yet.
    expect(['D6', 'Z6', 'E5', 'K5', 'BF5', 'C7', 'D7'].map(isOpen)).toEqual([true, true, true, true, true, true, true])
    expect(isOpen('A2')).toBe(false)
    expect(sheet.getCell('C5').fill).toMatchObject({ fgColor: { argb: 'FFEDEDED' } })
    // Below the last prepared row the columns stay open, and codes stay text.
    expect(sheet.getColumn(4).style).toMatchObject({ numFmt: '@', protection: { locked: false } })
    expect(sheet.getColumn(4).style?.border?.top).toBeUndefined()
  })

  test('between locked rows none can be put in', () => {
    expect(sheetOf('F01')?.protection?.allows).toEqual(['formatColumns', 'formatRows', 'autoFilter', 'sort'])
    expect(sheetOf('F01', empty)?.protection?.allows).toContain('insertRows')
  })

  test('closed columns offer their list, others take figures and dates within bounds', async () => {
    const { sheet, workbook } = await opened('F01')
    const rule = (address: string) => sheet.getCell(address).dataValidation
    expect(rule('H5')).toMatchObject({ type: 'list', formulae: ['list_industry'], errorTitle: '不在可选项中' })
    expect(rule('H300')).toMatchObject({ type: 'list' })
    expect(rule('AU6')).toMatchObject({ type: 'list', formulae: ['list_delivery_board'] })
    expect(rule('K5')).toMatchObject({ type: 'whole', prompt: '现有从业人员，填整数，没有填 0' })
    expect(rule('L5')).toMatchObject({ type: 'decimal' })
    expect(rule('AD5')).toMatchObject({ type: 'date', prompt: expect.stringContaining('“是否建立党组织”为“是”的必填') })
    expect(rule('D5')).toMatchObject({ type: 'textLength', errorStyle: 'warning' })
    // A month without a day is text.
    expect(rule('AM5')?.type).toBe('any')
    expect([sheet.getCell('AM5').value, sheet.getCell('AM5').numFmt]).toEqual(['2026.09', '@'])
    const lists = workbook.getWorksheet('_lists')
    expect(lists?.state).toBe('hidden')
    expect(lists?.getColumn(2).values).toContain('农林牧渔业')
  })

  test('what is missing and what is in no list shows, the example does not', () => {
    const highlights = sheetOf('F01')?.highlights ?? []
    const of = (left: number) => highlights.filter(({ range }) => range.left === left && range.right === left).map(({ formula }) => formula)
    expect(highlights[0]).toMatchObject({ formula: '$A5="示例"', range: { top: 4, left: 0, right: 57 } })
    expect(of(2)).toEqual(['AND($A5<>"示例",COUNTA($B5:$BF5)>0,LEN(TRIM(C5))=0)'])
    expect(of(25)).toEqual(['AND($A5<>"示例",TRIM($Y5)="是",LEN(TRIM(Z5))=0)'])
    expect(of(37)).toEqual([
      'AND($A5<>"示例",TRIM($Y5)="否",LEN(TRIM(AL5))=0)',
      'AND($A5<>"示例",LEN(TRIM(AL5))>0,ISNA(MATCH(TRIM(AL5),list_unbuiltReason,0)))',
    ])
    // Whose sheet it is stands in it already.
    expect(of(1)).toEqual([])
    expect((sheetOf('F01', empty)?.highlights ?? []).some(({ range }) => range.left === 1 && range.right === 1)).toBe(true)
  })
})

test('an empty template shows how it is done and takes anybody’s unit', async () => {
  const { sheet } = await opened('F02', empty)
  expect(sheet.getCell('A5').value).toBe('示例')
  expect(sheet.getCell('I5').value).toBeInstanceOf(Date)
  expect(sheet.getCell('A2').protection?.locked).toBe(false)
  expect(sheet.getCell('C6').protection?.locked).toBe(false)
  expect(sheet.getCell('B6').dataValidation).toMatchObject({ type: 'list', formulae: ['list_unitName'], errorStyle: 'warning' })
})

test('the second sheet says how every column is filled in', async () => {
  const { workbook } = await opened('F02', empty)
  const guide = workbook.worksheets[1]
  expect(guide?.name).toBe('填表说明')
  const texts = guide?.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1).join('|') : '')) ?? []
  expect(texts).toContain('M|企业概况 / 经营状态|必填|从下拉列表中选择|正常经营；筹建；停产停业；空壳；吊销未注销；已注销；迁出；合并')
  expect(texts.filter((text) => /^[A-Z]{1,2}\|/.test(text))).toHaveLength(30)
})

describe('every form', () => {
  test.each(templateFormIds)('%s: its rules name columns it has', (id) => {
    const { identity, keys, fixed, only = [] } = templateForm(id)
    const fields = new Set(findForm(id).columns.map(({ field }) => field))
    expect([...identity, ...keys, ...fixed, ...only].filter((field) => !fields.has(field))).toEqual([])
  })

  test.each(templateFormIds)('%s opens, and its defined names are good', async (id) => {
    const { workbook, sheet } = await opened(id, { ...empty, rows: [] })
    expect(sheet.getRow(1).getCell(1).value).toBe(input(id).title)
    for (const { name, words } of templateWorkbook(input(id)).lists ?? []) {
      expect(name).toMatch(/^list_[A-Za-z0-9_]+$/)
      expect(new Set(words).size).toBe(words.length)
    }
    expect(workbook.definedNames.model.filter(({ name }) => name.startsWith('list_')).every(({ ranges }) => ranges.length === 1)).toBe(true)
  })

  test.each(templateFormIds)('%s: the example fills in what is required', (id) => {
    const { only: _only, ...rules } = templateForm(id)
    const example = sheetOf(id, { ...empty, rules })?.rows.find(({ cells }) => cells[0]?.value === '示例')
    const lacking = findForm(id).columns.filter(({ required }, i) => required && (example?.cells[i]?.value ?? null) === null)
    expect(lacking.map(({ header }) => header)).toEqual([])
  })

  test('where the list of records is the ledger’s, only the asked columns are open', async () => {
    const rows = [{ id: 5, version: 1, row: { unitName: '甲街道', enterpriseName: '甲公司', formalMembers: 3, unbuiltReason: '其他' } }]
    const { sheet } = await opened('F06', { rows, blankRows: 0 })
    const isOpen = (address: string) => sheet.getCell(address).protection?.locked === false
    expect(['A5', 'C5', 'G5', 'J5', 'Q5'].map(isOpen)).toEqual([false, false, false, false, false])
    expect(['K5', 'L5', 'N5', 'R5', 'S5'].map(isOpen)).toEqual([true, true, true, true, true])
    expect(sheet.getCell('R5').dataValidation).toMatchObject({ type: 'list' })
    // Words that only help are not insisted on.
    expect(sheet.getCell('R5').dataValidation.showErrorMessage).toBeUndefined()
  })
})

describe('the hidden sheet', () => {
  const spec = templateWorkbook(input('F01'))
  const meta = { form: 'F01', ledgerId: 'ledger-1', unit: { id: 3, name: '甲街道' }, issuedOn: '2026-07-02', sheet: '非公有制企业党建工作台账' }

  test('is read back as it was written', async () => {
    const read = readMeta(await readWorkbook('x.xlsx', await writeWorkbook(spec)))
    expect(read).toMatchObject(meta)
    expect(read?.columns).toHaveLength(58)
    expect(read?.columns[2]).toEqual({ col: 'C', field: 'enterpriseName', path: ['企业基本情况', '*企业名称'] })
    expect(read?.rows.map(({ id, version }) => [id, version])).toEqual([[17, 4], [18, 1]])
    expect(read?.rows[0]?.cells.slice(1, 4)).toEqual(['甲街道', '甲汽贸有限公司', '91000000MA00000157'])
    expect(read?.rows[0]?.cells[29]).toEqual({ date: '1988-06-15' })
    expect(read?.rows[0]?.cells[57]).toBe(long)
  })

  test('holds texts longer than a cell', async () => {
    const huge = '长'.repeat(31_000)
    const rows = [{ id: 1, version: 1, row: { ...blankRow, businessAddress: huge, note: huge } }]
    const read = readMeta(await readWorkbook('x.xlsx', await writeWorkbook(templateWorkbook(input('F01', { rows })))))
    expect(read?.rows[0]?.cells[57]).toBe(huge)
  })

  test.each<[string, (sheet: { rows: { cells: { value: unknown }[] }[] }) => void]>([
    ['of a newer program', ({ rows }) => Object.assign(rows[0]?.cells[1] ?? {}, { value: '2' })],
    ['with columns written over', ({ rows }) => Object.assign(rows[7]?.cells[1] ?? {}, { value: '[["A","rowNo","序号"]]' })],
    ['with broken columns', ({ rows }) => Object.assign(rows[7]?.cells[1] ?? {}, { value: '[["A"' })],
    ['of an unknown form', ({ rows }) => Object.assign(rows[1]?.cells[1] ?? {}, { value: 'F99' })],
    ['of another program', ({ rows }) => Object.assign(rows[0]?.cells[0] ?? {}, { value: '别的程序' })],
  ])('%s counts as none', async (_what, spoil) => {
    const copy = JSON.parse(JSON.stringify(spec))
    spoil(copy.sheets.find(({ name }: { name: string }) => name === metaSheetName))
    expect(readMeta(await readWorkbook('x.xlsx', await writeWorkbook(copy)))).toBeNull()
  })

  test('a damaged record counts as not issued', async () => {
    const copy = JSON.parse(JSON.stringify(spec))
    Object.assign(copy.sheets[2].rows[8].cells[1], { value: '[17,4,{' })
    expect(readMeta(await readWorkbook('x.xlsx', await writeWorkbook(copy)))?.rows.map(({ id }) => id)).toEqual([18])
  })

  test.skipIf(!hasLibreOffice).each(['xlsx', 'xls', 'ods'])(`survives LibreOffice as .%s${skippedWithout}`, async (format) => {
    const saved = convertWithLibreOffice(await writeWorkbook(spec), 'xlsx', format)
    const workbook = await readWorkbook(`x.${format}`, saved)
    const written = readMeta(await readWorkbook('x.xlsx', await writeWorkbook(spec)))
    expect(readMeta(workbook)).toEqual(written)
    expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, false, true, true])
  })
})

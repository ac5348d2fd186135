import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import { columnLetters } from '../excel/columnLetters'
import { readWorkbook } from '../excel/readWorkbook'
import { writeWorkbook } from '../excel/writeWorkbook'
import { formWorkbook } from './formWorkbook'
import { findForm } from './standardForms'
import { blankRow, builtRow } from './testing/ledgerRows'

interface F01Input {
  regionName: string
  unitName: string | null
  filledOn: string
  rows: readonly LedgerRow[]
}

const input: F01Input = { regionName: '示范区', unitName: '甲街道', filledOn: '2026-06-30', rows: [builtRow, blankRow] }
const f01Workbook = ({ regionName, unitName, filledOn, rows }: F01Input) =>
  formWorkbook({ form: findForm('F01'), regionName, year: 2026, filledOn, parts: [{ filledBy: unitName ?? regionName, rows }] })
const sheetOf = (changes: Partial<F01Input> = {}) => {
  const [sheet] = f01Workbook({ ...input, ...changes }).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}
const valuesOf = (rows: readonly LedgerRow[]) =>
  sheetOf({ rows }).rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null))

async function written(): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(await writeWorkbook(f01Workbook(input))).buffer)
  const sheet = workbook.getWorksheet('F01')
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('frame', () => {
  test('title, line of three, header of two rows', () => {
    const [title, line, groups, headers] = valuesOf([])
    expect(title).toEqual(['示范区非公有制企业党建工作台账'])
    expect(line?.filter((value) => value !== null)).toEqual([
      '填报单位(盖章):甲街道',
      '填报时间:2026年6月30日',
      '单位:家、人、万元',
    ])
    expect(groups?.slice(0, 4)).toEqual(['序号', '所属乡镇(街道)', '企业基本情况', '企业基本情况'])
    expect(headers?.slice(0, 4)).toEqual([null, null, '企业名称', '统一社会信用代码'])
    expect(groups?.[57]).toBe('备注')
  })

  test('the whole district signs with the region', () => {
    expect(sheetOf({ unitName: null }).rows[1]?.cells[0]?.value).toBe('填报单位(盖章):示范区')
  })

  test('merges are those of the specification', async () => {
    const { sheets } = await readWorkbook('F01.xlsx', await writeWorkbook(f01Workbook(input)))
    const sample = readFileSync(join(import.meta.dirname, '../../../resources/sample-district/滨河街道.xlsx'))
    const standard = await readWorkbook('滨河街道.xlsx', sample)
    const headers = (merges: readonly { top: number; bottom: number }[] = []) =>
      merges.filter(({ top, bottom }) => top <= 3 && bottom <= 3 && top !== 1)
    expect(headers(sheets[0]?.merges)).toEqual(headers(standard.sheets[0]?.merges))
    expect(sheets[0]?.merges).toContainEqual({ top: 6, left: 0, bottom: 6, right: 2 })
  })

  test('header texts are those of the specification', async () => {
    const { sheets } = await readWorkbook('F01.xlsx', await writeWorkbook(f01Workbook(input)))
    const sample = readFileSync(join(import.meta.dirname, '../../../resources/sample-district/滨河街道.xlsx'))
    const standard = await readWorkbook('滨河街道.xlsx', sample)
    expect(sheets[0]?.rows.slice(2, 4)).toEqual(standard.sheets[0]?.rows.slice(2, 4))
  })

  test('footer: 合计, an empty row, the line to sign', () => {
    const rows = valuesOf([builtRow])
    expect(rows).toHaveLength(8)
    expect(rows[5]?.[0]).toBe('合计')
    expect(rows[6]).toEqual([])
    expect(rows[7]).toEqual(['填表人:          审核人:          负责人:          联系电话:          填报日期:'])
  })

  test('A3 across, three sections, header rows and first three columns repeated and frozen', () => {
    const { frozen, print, columnWidths } = sheetOf()
    expect(frozen).toEqual({ rows: 4, columns: 3 })
    expect(print).toMatchObject({
      paper: 'A3',
      landscape: true,
      fit: { breakBefore: [18, 37] },
      repeatRows: [2, 3],
      repeatColumns: [0, 2],
      pageTitle: '示范区非公有制企业党建工作台账',
      area: { top: 1, left: 0, bottom: 8, right: 57 },
    })
    expect(columnWidths.slice(0, 5)).toEqual([5, 12, 30, 21, 16])
  })
})

describe('values', () => {
  test('a row with everything', () => {
    expect(valuesOf([builtRow])[4]).toEqual([
      1, '甲街道', '甲汽贸有限公司', '91000000MA00000157', '甲社区', '建设路1号', '私营企业', '批发和零售业', '正常经营', '是', 320,
      1643.44, '张三', '013800000000', '李四', '是', '否', '否', 108, 2, 100, 0, 5, 1, '是', '中共甲汽贸委员会', '单独组建', null,
      '党委', { date: '1988-06-15' }, '甲街道党工委', { date: '2022-05-20' }, { date: '2027-05-20' }, '王五', '内选', '总经理',
      '024-12345678', null, null, '赵六', '区委组织部科员', '13900000000', '√', '×', null, '√', '○', '×', '共用', '需更换', '/', '√',
      '×', '√', '√', '√', null, '重点企业',
    ])
  })

  test('what is not stated is blank, and a month without a day is text', () => {
    const row = valuesOf([{ ...blankRow, plannedFoundingOn: '2026-09' }])[4]
    expect(row?.slice(0, 3)).toEqual([1, '乙镇', '乙加工厂'])
    expect(row?.[9]).toBeNull()
    expect(row?.[24]).toBe('否')
    expect(row?.[38]).toBe('2026.09')
  })

  test('codes and telephones are text, dates real, money with two decimals', async () => {
    const sheet = await written()
    expect(sheet.getCell('D5').numFmt).toBe('@')
    for (const address of ['N5', 'AK5', 'AP5']) expect(sheet.getCell(address).numFmt).toBe('@')
    expect(sheet.getCell('N5').value).toBe('013800000000')
    expect(sheet.getCell('AD5').value).toEqual(new Date(Date.UTC(1988, 5, 15)))
    expect(sheet.getCell('AD5').numFmt).toBe('yyyy-mm-dd')
    expect(sheet.getCell('L5').numFmt).toBe('0.00')
  })

  test('a name that looks like a formula stays a name', async () => {
    const rows = [{ ...blankRow, enterpriseName: '=HYPERLINK("x")' }]
    const bytes = await writeWorkbook(f01Workbook({ ...input, rows }))
    const { sheets } = await readWorkbook('F01.xlsx', bytes)
    expect(sheets[0]?.rows[4]?.[2]).toBe('=HYPERLINK("x")')
  })
})

describe('合计', () => {
  test('sums and counts are live, with their results', () => {
    const total = sheetOf().rows[6]?.cells ?? []
    const at = (column: number) => [total[column]?.formula, total[column]?.value]
    expect(at(10)).toEqual(['SUM(K5:K6)', 332])
    expect(at(11)).toEqual(['SUM(L5:L6)', 1643.44])
    expect(at(18)).toEqual(['SUM(S5:S6)', 108])
    expect(at(9)).toEqual(['COUNTIF(J5:J6,"是")', 1])
    expect(at(24)).toEqual(['COUNTIF(Y5:Y6,"是")', 1])
    expect(at(42)).toEqual(['COUNTIF(AQ5:AQ6,"√")', 1])
    expect(at(56)).toEqual(['COUNTIF(BE5:BE6,"√")', 0])
  })

  test('exactly the columns of the specification have a total', () => {
    const total = sheetOf().rows[6]?.cells ?? []
    const letters = total.flatMap((cell, index) => (cell?.formula === undefined ? [] : [columnLetters(index)]))
    const ticks = ['AQ', 'AR', 'AS', 'AT', 'AU', 'AV', 'AW', 'AX', 'AY', 'AZ', 'BA', 'BB', 'BC', 'BD', 'BE']
    expect(letters).toEqual(['J', 'K', 'L', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', ...ticks])
  })

  test('without rows it shows zeros and no formulas', () => {
    const total = sheetOf({ rows: [] }).rows[4]?.cells ?? []
    expect(total.every((cell) => cell?.formula === undefined)).toBe(true)
    expect(total[10]?.value).toBe(0)
  })
})

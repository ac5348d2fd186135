import { describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import golden from '../../../tests/fixtures/goldenDistrict.json'
import { noFacts } from '../../../shared/domain/statistics/tableFacts'
import { goldenScene } from '../../../shared/domain/statistics/testing/goldenScene'
import { readWorkbook } from '../excel/readWorkbook'
import { writeWorkbook } from '../excel/writeWorkbook'
import { tableWorkbook } from './tableWorkbook'
import { goldenTable, tableWithEmptyUnit } from './testing/goldenTable'

const spec = () => tableWorkbook(goldenTable('S1', { previous: null, facts: { ...goldenScene(golden).facts, before: [] } }))
const sheetOf = (workbook = spec()) => {
  const [sheet] = workbook.sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}
const rowAt = (index: number, workbook = spec()) => sheetOf(workbook).rows[index]?.cells ?? []
const values = (index: number, workbook = spec()) => rowAt(index, workbook).map((cell) => cell?.value ?? null)
const formulas = (index: number) => rowAt(index).map((cell) => cell?.formula ?? null)

describe('frame', () => {
  test('title, line of three, header of two rows', () => {
    expect(values(0)).toEqual(['非公有制企业“两个覆盖”情况统计表'])
    const line = values(1)
    expect(line.filter((text) => text !== null)).toEqual([
      '填报单位(盖章):示范区委非公有制企业工委',
      '统计截止:2026年6月30日',
      '单位:家、人',
    ])
    expect(values(2).slice(5, 11)).toEqual(['其中:正式党员3名以上', '组织覆盖', '组织覆盖', '组织覆盖', '组织覆盖率', '单独组建率'])
    expect(values(3).slice(5, 11)).toEqual([null, '合计', '单独组建', '联合组建', null, null])
  })

  test('merges: groups, single headers, 合计, note, signature', () => {
    const { merges } = sheetOf()
    expect(merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 24 })
    expect(merges).toContainEqual({ top: 2, left: 6, bottom: 2, right: 8 })
    expect(merges).toContainEqual({ top: 2, left: 16, bottom: 2, right: 18 })
    expect(merges).toContainEqual({ top: 2, left: 9, bottom: 3, right: 9 })
    expect(merges).toContainEqual({ top: 7, left: 0, bottom: 7, right: 1 })
    expect(merges.filter(({ top }) => top === 2)).toHaveLength(2 + 19)
  })

  test('note and signature stand below 合计', () => {
    expect(values(7)[0]).toBe('合计')
    expect(values(8)).toEqual(['注:分母为实体运营企业(正常经营);正式党员3名以上为应建;群团组织指工会、共青团。'])
    expect(values(9)).toEqual(['填表人:          审核人:          负责人:          填报日期:'])
  })

  test('A4 across on one page width, header rows repeated and frozen', () => {
    expect(sheetOf().print).toMatchObject({ paper: 'A4', landscape: true, fit: 'width', repeatRows: [2, 3] })
    expect(sheetOf().frozen).toEqual({ rows: 4, columns: 2 })
  })
})

describe('figures of the golden district', () => {
  test.each([
    [4, [1, '甲街道', 11, 10, 4, 6, 7, 4, 3, 0.7, 0.4, 5, 1, 0.8333, 3, 0.75, 3, 1, 1, 2, 1, 0.6667, 0.9, null, null]],
    [5, [2, '乙镇', 7, 6, 2, 2, 4, 1, 3, 0.6667, 0.1667, 1, 1, 0.5, 1, 0.5, 2, 1, 0, 1, 1, 0.5, 0.8333, null, null]],
    [6, [3, '丙镇', 5, 4, 0, 1, 2, 1, 1, 0.5, 0.25, 1, 0, 1, 0, '—', 2, 1, 0, 1, 1, 0.5, 0.75, null, null]],
    [
      7,
      ['合计', null, 23, 20, 6, 9, 13, 6, 7, 0.65, 0.3, 7, 2, 0.7778, 4, 0.6667, 7, 3, 1, 4, 3, 0.5714, 0.85, null, null],
    ],
  ])('row %d', (row, expected) => {
    expect(values(row)).toEqual(expected)
  })

  test('formulas of a row', () => {
    const found = formulas(4)
    expect(found[6]).toBe('H5+I5')
    expect(found[9]).toBe('IF(D5=0,"—",ROUND(G5/D5,4))')
    expect(found[22]).toBe('IF(D5=0,"—",ROUND((G5+T5)/D5,4))')
    expect(found[2]).toBeNull()
  })

  test('合计 sums the counts and derives the rest from the sums', () => {
    const found = formulas(7)
    expect(found[2]).toBe('SUM(C5:C7)')
    expect(found[6]).toBe('H8+I8')
    expect(found[9]).toBe('IF(D8=0,"—",ROUND(G8/D8,4))')
    expect(found.slice(23)).toEqual([null, null])
  })
})

test('a unit without enterprises shows — for every rate', () => {
  const workbook = tableWorkbook(tableWithEmptyUnit())
  const row = values(7, workbook)
  expect([9, 10, 13, 15, 21, 22].map((column) => row[column])).toEqual(Array.from({ length: 6 }, () => '—'))
})

test('a table without units has a 合计 of zeros without sums', () => {
  const [sheet] = tableWorkbook(goldenTable('S1', { units: [], facts: noFacts })).sheets
  expect(sheet?.rows[4]?.cells[2]?.formula).toBeUndefined()
})

test('number formats in the file', async () => {
  const workbook = new ExcelJS.Workbook()
  const bytes = await writeWorkbook(spec())
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = workbook.getWorksheet('S1')
  expect(sheet?.getCell('C5').numFmt).toBe('0')
  expect(sheet?.getCell('J5').numFmt).toBe('0.00%')
  expect(sheet?.getCell('X5').numFmt).toBe('+0.00;-0.00;0.00')
  expect(sheet?.getCell('J8').numFmt).toBe('0.00%')
  const { sheets } = await readWorkbook('S1.xlsx', bytes)
  expect(sheets[0]?.rows[6]?.[15]).toBe('—')
})

test('较上期 is written with its sign, where there is a period before', () => {
  expect(values(7, tableWorkbook(goldenTable('S1')))[23]).toBe(13.57)
})

test('a table of several parts is written on as many sheets', () => {
  const { sheets } = tableWorkbook(goldenTable('S12'))
  expect(sheets.map(({ name }) => name)).toEqual(['S12a', 'S12a2', 'S12b', 'S12c'])
  const [bridge, , flows, rates] = sheets
  expect(bridge?.rows[7]?.cells.map((cell) => cell?.value)).toEqual(['合计', null, 21, 1, 0, 0, 1, 0, 1, 0, 0, 20])
  expect(bridge?.rows[7]?.cells[11]?.formula).toBe('C8+D8+E8+F8-G8-H8-I8-J8-K8')
  expect(flows?.rows[8]?.cells.map((cell) => cell?.value)).toEqual([5, '不在基数(含新增)', 0, 0, 1, 0, '—', 1])
  expect(rates?.rows[4]?.cells[8]).toMatchObject({ value: 12.62, formula: 'IF(OR(H5="—",E5="—"),"—",ROUND((H5-E5)*100,2))' })
  expect(rates?.rows.map(({ cells }) => cells[0]?.value)).not.toContain('合计')
})

test('the share of a group refers to 合计', () => {
  const [sheet] = tableWorkbook(goldenTable('S4')).sheets
  expect(sheet?.rows[4]?.cells[14]).toMatchObject({ value: 0.3, formula: 'IF(D$11=0,"—",ROUND(D5/D$11,4))' })
})

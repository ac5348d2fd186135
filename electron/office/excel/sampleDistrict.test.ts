import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from './readWorkbook'
import type { Merge, PlainCell, WorkbookKind } from './sheet'

const folder = join(import.meta.dirname, '../../../resources/sample-district')

/** A1 → cell; row and column as Excel shows them. */
type Spots = Readonly<Record<string, PlainCell>>

interface Expectation {
  file: string
  kind: WorkbookKind
  /** Rows of each sheet. */
  rows: readonly number[]
  merges: number
  spots: Spots
}

const files: readonly Expectation[] = [
  {
    file: '东山街道.xlsx', kind: 'xlsx', rows: [21], merges: 0,
    spots: {
      A1: '序号', D2: '91000000CDKQQ0NE88', I2: 20, O2: { date: '2016-07-11' }, Q2: '024-96863222', R2: null,
      U3: '√', V2: '×',
    },
  },
  {
    file: '南湖街道.xlsx', kind: 'xlsx', rows: [22], merges: 0,
    spots: { A1: '南湖街道非公有制企業黨建工作臺賬', C2: '單位名稱', C3: '南湖汇通万食品有限责任公司', O3: { date: '2020-08-06' }, Q3: '15270566272' },
  },
  {
    file: '西岭街道.xls', kind: 'xls', rows: [27], merges: 15,
    spots: {
      A1: '示范区非公有制企业党建工作台账', A2: '填报单位(盖章):西岭街道', AZ2: '单位:家、人、万元', C3: '企业基本情况', C4: '企业名称',
      D5: '91000000DB0HHKRK3H', L5: 1643.44, AD6: { date: '2023-12-24' }, AK6: '024-43565329', AT6: '√',
    },
  },
  {
    file: '北台镇.ods', kind: 'ods', rows: [21], merges: 0,
    spots: { C1: '单位名称', D2: '9100000038WPG6YK6N', O4: { date: '2017-11-25' }, T3: '15324540154', J4: 5 },
  },
  {
    file: '石桥镇.csv', kind: 'csv', rows: [21], merges: 0,
    spots: { A1: '序号', A2: '1', I2: '48', D2: '91000000UQNKG1C69A', O2: '2024-10-19', R2: null, Q2: '024-87345749' },
  },
  {
    file: '桥头镇.xlsx', kind: 'xlsx', rows: [29], merges: 2,
    spots: {
      A2: '填报单位:桥头镇      填报时间:2026.6.30', H4: '从业\n人数(人)', B5: ' 桥头宏达盛商贸有限公司', H5: '18', N5: '2018-04-11',
      I6: '\uff10',
    },
  },
  {
    file: '柳河镇.xlsx', kind: 'xlsx', rows: [23], merges: 6,
    spots: { A1: '党建工作台账', A2: null, A3: '序号', A4: 1, O5: { date: '2023-08-24' }, Q5: '17483492988' },
  },
  {
    file: '张家堡乡.xlsx', kind: 'xlsx', rows: [23], merges: 22,
    spots: { U2: '组建方式', V2: null, U3: '单独组建', V3: '联合组建', W3: '是', X4: '√', V5: '√', M5: { date: '2021-03-17' } },
  },
  {
    file: '高新园区.xlsx', kind: 'xlsx', rows: [21], merges: 0,
    spots: { C2: '高新同泰兴服装股份有限公司', O2: { date: '2008-07-11' }, I5: 113, U2: '√' },
  },
  {
    file: '商贸中心.xlsx', kind: 'xlsx', rows: [11, 11], merges: 0,
    spots: { C2: '商贸盛源华电子科技有限责任公司', O5: { date: '2014-01-15' }, Q5: '15138126719' },
  },
  {
    file: '青石乡.xls', kind: 'html', rows: [21], merges: 0,
    spots: { A2: '1', C2: '青石百川万装饰工程股份有限公司', D2: '910000008PX2Y4QK7D', O2: '2017-09-22', I2: '118', V2: '√' },
  },
  {
    file: '滨河街道.xlsx', kind: 'xlsx', rows: [27], merges: 15,
    spots: {
      S2: '填报时间:2026年6月30日', D5: '91000000Q6JWC69R5W', L6: 2766.06, AD5: { date: '2011-11-21' }, AT5: '×',
      AU5: '○', A25: '合计',
    },
  },
]

describe.each(files)('$file', ({ file, kind, rows, merges, spots }) => {
  test('is read with its cells, merges and sheets', async () => {
    const workbook = await readWorkbook(file, readFileSync(join(folder, file)))
    expect(workbook.kind).toBe(kind)
    expect(workbook.sheets.map((sheet) => sheet.rows.length)).toEqual(rows)
    const [sheet] = workbook.sheets
    expect(sheet?.merges).toHaveLength(merges)
    const found = Object.fromEntries(Object.keys(spots).map((address) => [address, cellAt(sheet?.rows ?? [], address)]))
    expect(found).toEqual(spots)
  })
})

/** Twenty enterprises a file, each code where it belongs: no row lost, no column shifted. */
test('every credit code of the district is found in its file', async () => {
  const expected: { enterprises: { unitName: string; creditCode: string | null }[] } = JSON.parse(
    readFileSync(join(folder, 'expected.json'), 'utf8'),
  )
  const texts = new Map<string, Set<PlainCell>>()
  for (const { file } of files) {
    const { sheets } = await readWorkbook(file, readFileSync(join(folder, file)))
    texts.set(file.replace(/\.\w+$/, ''), new Set(sheets.flatMap(({ rows }) => rows.flat())))
  }
  const lost = expected.enterprises.filter(
    ({ unitName, creditCode }) => creditCode !== null && !texts.get(unitName)?.has(creditCode),
  )
  expect(lost).toEqual([])
  expect(expected.enterprises.length).toBeGreaterThan(200)
})

function cellAt(rows: readonly (readonly PlainCell[])[], address: string): PlainCell {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const column = [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return rows[Number(row) - 1]?.[column] ?? null
}

test('merges of the standard form are zero-based and inclusive', async () => {
  const { sheets } = await readWorkbook('滨河街道.xlsx', readFileSync(join(folder, '滨河街道.xlsx')))
  const merges: readonly Merge[] = sheets[0]?.merges ?? []
  expect(merges[0]).toEqual({ top: 0, left: 0, bottom: 0, right: 57 })
  expect(merges).toContainEqual({ top: 2, left: 0, bottom: 3, right: 0 })
  expect(merges).toContainEqual({ top: 24, left: 0, bottom: 24, right: 2 })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../../excel/sheet'
import type { IssuedRow, TemplateMeta } from '../../forms/template/templateMeta'
import { rowIdHeader } from '../../forms/template/templateMeta'
import type { TableColumn } from '../findTable'
import { issuedRows } from './issuedRows'
import { metaColumns } from './metaColumns'
import { sameCell } from './sameCell'
import { threeWay } from './threeWay'

describe('three ways', () => {
  it.each([
    [1, 1, 1, 'same'],
    [1, 1, 2, 'theirs'],
    [1, 2, 1, 'ours'],
    [1, 2, 2, 'same'],
    [1, 2, 3, 'conflict'],
    [null, 1, null, 'ours'],
    [null, null, 1, 'theirs'],
    [1, null, 2, 'conflict'],
    [undefined, 1, 2, 'theirs'],
    [1, 2, undefined, 'ours'],
  ] as const)('issued %s, now %s, came back %s: %s', (base, ours, theirs, standing) => {
    expect(threeWay<number | null | undefined>(base, ours, theirs)).toBe(standing)
  })

  it('never takes back what the ledger has learnt since: what was left as issued changes nothing', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (base, ours) => ['ours', 'same'].includes(threeWay(base, ours, base))))
  })

  it('takes what was filled in where the ledger stands still', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (base, theirs) => threeWay(base, base, theirs) === (base === theirs ? 'same' : 'theirs')))
  })
})

it.each<[PlainCell | undefined, PlainCell | undefined, boolean]>([
  [null, undefined, true],
  [null, '  ', true],
  ['甲 ', '甲', true],
  ['12', 12, true],
  [{ date: '2020-01-05' }, '2020-01-05', true],
  [{ date: '2020-01-01' }, { date: '2020-01-01', month: true }, true],
  ['甲', '乙', false],
  ['甲', null, false],
])('cells %j and %j say the same: %s', (a, b, same) => {
  expect(sameCell(a, b)).toBe(same)
})

const columns = ['A:rowNo:序号', 'B:unitName:*所属乡镇(街道)', 'C:enterpriseName:企业基本情况/*企业名称', 'D:creditCode:企业基本情况/统一社会信用代码', 'E:employees:企业基本情况/*从业人员数', 'F:note:备注']
  .map((text) => text.split(':'))
  .map(([col = '', field = '', path = '']) => ({ col, field, path: path.split('/') }))
const rows: IssuedRow[] = [
  { id: 7, version: 2, cells: [1, '甲街道', '甲公司', '91000000MA00000157', 12, '老厂'] },
  { id: 9, version: 1, cells: [2, '甲街道', '乙公司', null, 30, null] },
]
const meta: TemplateMeta = { version: 1, form: 'F01', ledgerId: 'x', unit: { id: 1, name: '甲街道' }, issuedOn: '2026-06-30', sheet: '台账', columns, rows }
const issuedTable: TableColumn[] = [...columns.map(({ path }, index) => ({ index, path })), { index: 6, path: [rowIdHeader] }]

describe('columns of what came back', () => {
  const sheet: PlainCell[][] = rows.map(({ id, cells }) => [...cells, String(id)])
  const fieldsOf = (table: readonly TableColumn[], body = sheet) => Object.fromEntries(metaColumns(meta, table, body)?.fields ?? [])

  it('stand where they were issued', () => {
    expect(fieldsOf(issuedTable)).toEqual({ rowNo: 0, unitName: 1, enterpriseName: 2, creditCode: 3, employees: 4, note: 5 })
    expect(metaColumns(meta, issuedTable, [])?.rowId).toBe(6)
  })

  it('were moved, others put between them, some deleted', () => {
    const table = [
      { index: 0, path: ['备注'] }, { index: 1, path: ['企业基本情况', '企业名称'] }, { index: 2, path: ['联系人手机'] },
      { index: 3, path: ['企业基本情况', '从业人员数'] }, { index: 4, path: ['所属乡镇(街道)'] },
    ]
    expect(fieldsOf(table)).toEqual({ note: 0, enterpriseName: 1, employees: 3, unitName: 4 })
    expect(metaColumns(meta, table, [])?.rowId).toBeNull()
  })

  it('are known by their neighbours where a header was written over', () => {
    const table = issuedTable.map((column) => (column.index === 4 ? { index: 4, path: ['企业基本情况', '人数(请核实)'] } : column))
    expect(fieldsOf(table)).toMatchObject({ employees: 4, note: 5 })
    // Something else stands in its place: the column was deleted and another one put there.
    expect(fieldsOf(table, sheet.map((row) => row.map((cell, i) => (i === 4 ? '138' : cell))))).not.toHaveProperty('employees')
  })

  it('are none when another table stands on the sheet', () => {
    expect(metaColumns(meta, [{ index: 0, path: ['序号'] }, { index: 1, path: ['姓名'] }, { index: 2, path: ['备注'] }], [])).toBeNull()
  })
})

describe('rows of what came back', () => {
  const found = (...sheet: (readonly PlainCell[])[]) => {
    const map = metaColumns(meta, issuedTable, [])
    if (!map) throw new Error('the columns are known')
    return [...issuedRows(meta, map, sheet.entries())].map(([r, { id }]) => [r, id])
  }
  const first = [1, '甲街道', '甲公司', '91000000MA00000157', 12, '老厂', '7']
  const second = [2, '甲街道', '乙公司', null, 30, null, '9']

  it('are told by their id in any order, also when a program made a number of it', () => {
    expect(found(second, [], [...first.slice(0, 6), 7])).toEqual([[0, 9], [2, 7]])
  })

  it('stay the same record when the name was corrected and the rest left', () => {
    expect(found([1, '甲街道', '甲科技公司', '91000000MA00000157', 12, '老厂', '7'])).toEqual([[0, 7]])
    expect(found([2, '甲街道', '乙新公司', null, 30, null, '9'])).toEqual([[0, 9]])
  })

  it('are new when a row was copied and written over', () => {
    expect(found(first, [3, '甲街道', '丙公司', null, 5, null, '7'])).toEqual([[0, 7]])
    expect(found([3, '甲街道', '丙公司', null, 5, null, '7'])).toEqual([])
    expect(found([3, '甲街道', '丙公司', null, 5, null, '7'], first)).toEqual([[1, 7]])
  })

  it('are none for ids nobody issued, and without the hidden column', () => {
    expect(found([...first.slice(0, 6), '8'], [...second.slice(0, 6), null])).toEqual([])
    expect(issuedRows(meta, { fields: new Map([['enterpriseName', 2]]), rowId: null }, [[0, first]]).size).toBe(0)
  })
})

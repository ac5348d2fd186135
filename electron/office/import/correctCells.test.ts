import { describe, expect, it } from 'vitest'
import type { PlainSheet } from '../excel/sheet'
import { correctCells } from './correctCells'
import { shownCell } from './shownCell'

const sheet: PlainSheet = {
  name: '台账', hidden: false, merges: [{ top: 1, left: 1, bottom: 2, right: 1 }],
  rows: [['企业名称', '电话'], ['甲公司', 13800138000], ['乙公司', null], []],
}
const hidden: PlainSheet = { ...sheet, name: '_meta', hidden: true }
const at = (row: number, column: string, text: string) => ({ sheet: '台账', row, column, text })

describe('what a person typed', () => {
  it('stands where the cell of the file stood; everything else is as it was', () => {
    const { sheets, corrected } = correctCells([sheet, hidden], [at(2, 'B', '13900139000'), at(3, 'A', '')])
    expect(sheets[0]?.rows).toEqual([['企业名称', '电话'], ['甲公司', '13900139000'], [null, null], []])
    expect(sheets[1]).toBe(hidden)
    expect(sheet.rows[1]).toEqual(['甲公司', 13800138000])
    expect(corrected).toEqual([{ ...at(2, 'B', '13900139000'), was: '13800138000' }, { ...at(3, 'A', ''), was: '乙公司' }])
  })

  it('may stand beyond the last filled cell of a row, and under a merge', () => {
    const { sheets } = correctCells([sheet], [at(4, 'AA', '备注'), at(3, 'B', '12')])
    expect(sheets[0]?.rows[3]).toHaveLength(27)
    expect(sheets[0]?.rows[3]?.[26]).toBe('备注')
    expect(sheets[0]?.rows[2]).toEqual(['乙公司', '12'])
    expect(shownCell(sheet, { row: 3, column: 'B' })).toBe('13800138000')
  })

  it('is none where it says what stands there, and has no place in rows and sheets that are not there', () => {
    const { sheets, corrected, misplaced } = correctCells([sheet, hidden], [at(2, 'A', '甲公司'), at(5, 'A', '丙'), { ...at(1, 'A', '丙'), sheet: '_meta' }])
    expect(sheets[0]).toBe(sheet)
    expect(corrected).toEqual([])
    expect(misplaced.map(({ sheet: name, row }) => [name, row])).toEqual([['台账', 5], ['_meta', 1]])
  })
})

import { expect, it } from 'vitest'
import { s1Columns } from '../../../shared/domain/statistics/s1Table'
import { tableHead } from './tableHead'

const columns = [{ key: 'A', group: '', header: '序号' }, { key: 'B', group: '', header: '单位' }, ...s1Columns(3)]

it('builds the two header rows of the paper form', () => {
  const [upper, lower] = tableHead(columns)
  expect(upper.filter((cell) => cell.columns > 1).map((cell) => [cell.label, cell.columns, cell.rows])).toEqual([
    ['组织覆盖', 3, 1],
    ['未建企业', 3, 1],
  ])
  expect(lower.map((cell) => cell.label)).toEqual(['合计', '单独组建', '联合组建', '合计', '有指导员(联络员)', '仅有群团组织'])
})

it('breaks labels between words only', () => {
  const [upper, lower] = tableHead(columns)
  const cells = [...upper, ...lower]
  expect(cells.every((cell) => cell.words.join('') === cell.label)).toBe(true)
  expect(cells.find((cell) => cell.label === '组织覆盖率')?.words).toEqual(['组织', '覆盖率'])
  expect(cells.find((cell) => cell.label === '应建已建率')?.words).toEqual(['应建', '已建率'])
})

it('covers every column exactly once', () => {
  const [upper] = tableHead(columns)
  expect(upper.reduce((sum, cell) => sum + cell.columns, 0)).toBe(columns.length)
})

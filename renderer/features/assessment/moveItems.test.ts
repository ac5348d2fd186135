import { expect, it } from 'vitest'
import { moveItems } from './moveItems'

const items = [1, 2, 3, 4].map((id) => ({ id, version: 1, values: { sortNo: id } }))
const moved = (marked: number[], by: 1 | -1) => moveItems(items, marked, by).map(({ id, values }) => [id, values.sortNo])

it('moves marked items together and stops at the ends', () => {
  expect(moved([3], -1)).toEqual([[3, 2], [2, 3]])
  expect(moved([2, 3], 1)).toEqual([[4, 2], [2, 3], [3, 4]])
  expect(moved([1, 2], -1)).toEqual([])
  expect(moved([1, 4], -1)).toEqual([[4, 3], [3, 4]])
})

it('numbers items with gaps anew', () => {
  const gaps = [{ id: 5, version: 1, values: { sortNo: 10 } }, { id: 6, version: 2, values: { sortNo: 20 } }]
  expect(moveItems(gaps, [6], -1)).toEqual([
    { kind: 'schemeItem', id: 6, version: 2, values: { sortNo: 1 } },
    { kind: 'schemeItem', id: 5, version: 1, values: { sortNo: 2 } },
  ])
})

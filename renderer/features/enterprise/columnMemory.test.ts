import { expect, it } from 'vitest'
import { parseColumns } from './columnMemory'
import { moveColumn } from './columnOrder'

it('reads remembered columns and gives up on anything else', () => {
  const columns = [{ colId: 'status', hide: false, width: 118, pinned: 'left', sort: null }]
  expect(parseColumns(JSON.stringify(columns))).toEqual(columns)
  expect(parseColumns('{"colId":"status"}')).toBeNull()
  expect(parseColumns('not json')).toBeNull()
  expect(parseColumns('[1, null, {"colId":"note"}]')).toEqual([{ colId: 'note' }])
})

it('moves a column one place and not beyond the ends', () => {
  const columns = [{ colId: 'a' }, { colId: 'b' }, { colId: 'c' }]
  const order = (moved: { colId: string }[]): string => moved.map((column) => column.colId).join('')
  expect(order(moveColumn(columns, 'b', -1))).toBe('bac')
  expect(order(moveColumn(columns, 'b', 1))).toBe('acb')
  expect(order(moveColumn(columns, 'a', -1))).toBe('abc')
  expect(order(moveColumn(columns, 'c', 1))).toBe('abc')
})

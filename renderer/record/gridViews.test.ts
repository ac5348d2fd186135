import { expect, it } from 'vitest'
import { columnsOfState, readColumns, readViews, stateOfColumns, writeColumns, writeViews } from './gridViews'

const frame = ['rowNumber']
const state = [
  { colId: 'rowNumber', width: 50, pinned: 'left' as const },
  { colId: 'amount', width: 120.4, pinned: 'left' as const, sort: 'desc' as const },
  { colId: 'note', width: 200, hide: true },
  { colId: 'summary', width: 180 },
]

it('keeps the shown columns, their order, widths, place and sort', () => {
  const columns = columnsOfState(state, frame)
  expect(writeColumns(columns)).toEqual(['amount:120:pinned:desc', 'summary:180'])
  expect(readColumns(writeColumns(columns))).toEqual(columns)
  expect(stateOfColumns(columns, frame).map(({ colId }) => colId)).toEqual(['rowNumber', 'amount', 'summary'])
})

it('leaves a column that grows with the window its share until somebody gives it a width', () => {
  const columns = columnsOfState([{ colId: 'name', width: 333, flex: 1 }, { colId: 'note', width: 90, flex: null }], [])
  expect(writeColumns(columns)).toEqual(['name:0', 'note:90'])
  expect(stateOfColumns(readColumns(['name', 'note:90']), [])).toMatchObject([{ colId: 'name' }, { colId: 'note', width: 90, flex: null }])
  expect(stateOfColumns(columns, [])[0]).not.toHaveProperty('width')
})

it('keeps views by name with their filter', () => {
  const views = [{ name: '今年支出', columns: columnsOfState(state, frame), filter: { is: { direction: ['支出'] } } }]
  expect(readViews(writeViews(views))).toEqual(views)
})

it('takes what it cannot read for nothing', () => {
  for (const text of [null, '', '{', '7', '[{"columns":[]}]']) expect(readViews(text)).toEqual([])
  expect(readColumns([1, '', ':3'])).toEqual([])
})

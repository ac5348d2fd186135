import { expect, it } from 'vitest'
import { planPaste } from './planPaste'

const size = { rows: 5, columns: 3 }
const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column })

it('lays a block down from the active cell', () => {
  const plan = planPaste([['a', 'b'], ['c', 'd']], cell(1, 1), size)
  expect(plan.cells).toEqual([
    { row: 1, column: 1, typed: 'a' },
    { row: 1, column: 2, typed: 'b' },
    { row: 2, column: 1, typed: 'c' },
    { row: 2, column: 2, typed: 'd' },
  ])
  expect(plan.block).toEqual({ top: 1, left: 1, bottom: 2, right: 2 })
  expect([plan.rowsLeft, plan.columnsLeft]).toEqual([0, 0])
})

it('fills a selection with one cell, and with a block that fits it several times', () => {
  const column = { top: 0, left: 2, bottom: 3, right: 2 }
  expect(planPaste([['x']], column, size).cells.map(({ row }) => row)).toEqual([0, 1, 2, 3])
  expect(planPaste([['x'], ['y']], column, size).cells.map(({ typed }) => typed)).toEqual(['x', 'y', 'x', 'y'])
  expect(planPaste([['x'], ['y'], ['z']], column, size).cells).toHaveLength(3)
})

it('says what found no place', () => {
  const plan = planPaste([['a', 'b'], ['c', 'd'], ['e', 'f']], cell(4, 2), size)
  expect(plan.cells).toEqual([{ row: 4, column: 2, typed: 'a' }])
  expect([plan.rowsLeft, plan.columnsLeft]).toEqual([2, 1])
  expect(plan.beyond).toEqual([['c'], ['e']])
})

it('has a place for nothing beyond the last row', () => {
  const plan = planPaste([['a', 'b'], ['c']], cell(5, 0), size)
  expect(plan.cells).toEqual([])
  expect(plan.beyond).toEqual([['a', 'b'], ['c']])
})

it('leaves alone what a short row does not say', () => {
  expect(planPaste([['a', 'b'], ['c']], cell(0, 0), size).cells).toHaveLength(3)
})

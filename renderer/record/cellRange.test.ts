import { describe, expect, it } from 'vitest'
import { blockOf, clampRange, isInside, oneCell, stepRange, tabRange, type Step } from './cellRange'

const size = { rows: 10, columns: 4 }
const step = (rows: number, columns: number, more: Partial<Step> = {}): Step => ({
  rows, columns, extend: false, far: false, ...more,
})

describe('range of cells', () => {
  it('moves the active cell and stops at the edges', () => {
    expect(stepRange(oneCell(0, 0), step(1, 0), size)).toEqual(oneCell(1, 0))
    expect(stepRange(oneCell(0, 0), step(-1, 0), size)).toEqual(oneCell(0, 0))
    expect(stepRange(oneCell(9, 3), step(20, 1), size)).toEqual(oneCell(9, 3))
    expect(stepRange(oneCell(4, 1), step(1, 0, { far: true }), size)).toEqual(oneCell(9, 1))
    expect(stepRange(oneCell(4, 1), step(0, -1, { far: true }), size)).toEqual(oneCell(4, 0))
  })

  it('grows with Shift around the cell it began at, in every direction', () => {
    let range = oneCell(4, 2)
    range = stepRange(range, step(1, 0, { extend: true }), size)
    range = stepRange(range, step(0, 1, { extend: true }), size)
    expect(blockOf(range)).toEqual({ top: 4, bottom: 5, left: 2, right: 3 })
    range = stepRange(range, step(-1, 0, { extend: true, far: true }), size)
    expect(blockOf(range)).toEqual({ top: 0, bottom: 4, left: 2, right: 3 })
    expect(range.anchor).toEqual({ row: 4, column: 2 })
    expect(isInside(blockOf(range), 0, 3)).toBe(true)
    expect(isInside(blockOf(range), 5, 3)).toBe(false)
  })

  it('collapses to the active cell on a step without Shift', () => {
    const range = { anchor: { row: 4, column: 2 }, head: { row: 8, column: 0 } }
    expect(stepRange(range, step(0, -1), size)).toEqual(oneCell(4, 1))
  })

  it('goes on with Tab in the next row and stays at the corners', () => {
    expect(tabRange(oneCell(0, 3), false, size)).toEqual(oneCell(1, 0))
    expect(tabRange(oneCell(1, 0), true, size)).toEqual(oneCell(0, 3))
    expect(tabRange(oneCell(0, 0), true, size)).toEqual(oneCell(0, 0))
    expect(tabRange(oneCell(9, 3), false, size)).toEqual(oneCell(9, 3))
  })

  it('shrinks with the sheet, also to nothing', () => {
    expect(clampRange(oneCell(9, 3), { rows: 2, columns: 2 })).toEqual(oneCell(1, 1))
    expect(clampRange(oneCell(9, 3), { rows: 0, columns: 0 })).toEqual(oneCell(0, 0))
  })
})

import { expect, it } from 'vitest'
import { quarterLabel, quarterStep } from './quarter'

it('names the quarter of a date', () => {
  expect([quarterLabel('2026-01-01'), quarterLabel('2026-06-30'), quarterLabel('2026-10-01')]).toEqual([
    '2026年第1季度', '2026年第2季度', '2026年第4季度',
  ])
})

it('goes to the quarters before and after, over the turn of a year', () => {
  expect(quarterStep('2026年第1季度', -1)).toBe('2025年第4季度')
  expect(quarterStep('2026年第4季度', 1)).toBe('2027年第1季度')
  expect(quarterStep('2026年第2季度', -6)).toBe('2024年第4季度')
})

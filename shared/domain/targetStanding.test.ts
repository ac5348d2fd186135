import { expect, it } from 'vitest'
import { targetState, yearGone } from './targetStanding'

it('knows how much of a year has gone', () => {
  expect(yearGone(2026, '2025-12-31')).toBe(0)
  expect(yearGone(2026, '2026-12-31')).toBe(1)
  expect(yearGone(2026, '2027-03-01')).toBe(1)
  expect(yearGone(2026, '2026-07-02')).toBeCloseTo(183 / 365)
})

it('judges a sum by the calendar, a level at the end of the year and what is due at once', () => {
  expect(targetState('sum', 0.5, 2026, '2026-06-30')).toBe('正常')
  expect(targetState('sum', 0.5, 2026, '2026-07-15')).toBe('落后')
  expect(targetState('sum', 1, 2026, '2026-07-15')).toBe('已完成')
  expect(targetState('level', 0.9, 2026, '2026-07-15')).toBe('正常')
  expect(targetState('level', 0.9, 2026, '2026-12-31')).toBe('落后')
  expect(targetState('due', 0.99, 2026, '2026-03-31')).toBe('落后')
  expect(targetState('sum', null, 2026, '2026-07-15')).toBeNull()
})

import { expect, it } from 'vitest'
import { periodOf, type PeriodName } from './periods'

it.each([
  ['thisMonth', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['lastMonth', '2026-01-05', '2025-12-01', '2025-12-31'],
  ['thisQuarter', '2026-07-01', '2026-07-01', '2026-09-30'],
  ['lastQuarter', '2026-02-01', '2025-10-01', '2025-12-31'],
  ['thisYear', '2026-12-31', '2026-01-01', '2026-12-31'],
  ['lastYear', '2026-01-01', '2025-01-01', '2025-12-31'],
] satisfies [PeriodName, string, string, string][])('%s on %s', (name, today, from, to) => {
  expect(periodOf(name, today)).toEqual({ from, to })
})

import { expect, it } from 'vitest'
import { planState } from './planStanding'

it.each([
  [null, '未列计划'],
  ['2026-05-31', '逾期'],
  ['2026-06-01', '本月到期'],
  ['2026-06-30', '本月到期'],
  ['2026-07-01', '已列计划'],
  ['2025-12-01', '逾期'],
] as const)('planned for %s, in June 2026 it is %s', (planned, state) => {
  expect(planState(planned, '2026-06-15')).toBe(state)
})

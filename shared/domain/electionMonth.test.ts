import { describe, expect, it } from 'vitest'
import { electionMonth } from './electionMonth'

describe('electionMonth', () => {
  const today = '2026-07-30'
  it.each([
    ['往年届满未换', '2024-11-05', '2021-11-05', { month: 0, state: '届满未换' }],
    ['本年届满', '2026-02-10', '2023-02-10', { month: 2, state: '届满未换' }],
    ['本年届满', '2026-07-30', '2023-07-30', { month: 7, state: '未到期' }],
    ['本年届满', '2026-12-20', '2023-12-20', { month: 12, state: '未到期' }],
    ['本年已换届', '2029-04-18', '2026-04-18', { month: 4, state: '已换届' }],
    [null, '2028-01-08', '2025-01-08', null],
  ] as const)('%s due %s elected %s', (yearState, dueOn, lastElectionOn, expected) => {
    expect(electionMonth({ yearState, dueOn, lastElectionOn }, today)).toEqual(expected)
  })
})

import { expect, it } from 'vitest'
import { followUpStanding, shownStep } from './followUpStanding'

it.each([
  ['2026-06-01', '2026-06-23', '未到期', 8],
  ['2026-06-01', '2026-06-24', '到期', 7],
  ['2026-06-01', '2026-07-01', '到期', 0],
  ['2026-06-01', '2026-07-02', '逾期', -1],
] as const)('founded %s, on %s the look after 30 days is %s', (establishedOn, today, state, days) => {
  const standing = followUpStanding({ establishedOn, afterDays: 30, done: false }, today)
  expect(standing).toEqual({ state, dueOn: '2026-07-01', days })
})

it('is done once it is on record, late or not', () => {
  const late = followUpStanding({ establishedOn: '2026-01-01', afterDays: 30, done: true }, '2026-06-30')
  expect(late.state).toBe('已跟踪')
})

it('shows a look with the days of the settings', () => {
  const days = { followUpFirstDays: 15, followUpSecondDays: 60 }
  expect([shownStep('首次', days), shownStep('再次', days)]).toEqual(['首次(15 天)', '再次(60 天)'])
})

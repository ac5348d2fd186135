import { expect, it, test } from 'vitest'
import { nextPeriod, periodName, periodOf, periodStart } from './period'

test.each([
  ['月', '2028-02-10', { label: '2028年2月', from: '2028-02-01', to: '2028-02-29' }],
  ['月', '2026-11-21', { label: '2026年11月', from: '2026-11-01', to: '2026-11-30' }],
  ['季', '2026-06-30', { label: '2026年第2季度', from: '2026-04-01', to: '2026-06-30' }],
  ['半年', '2026-06-30', { label: '2026年上半年', from: '2026-01-01', to: '2026-06-30' }],
  ['半年', '2026-07-01', { label: '2026年下半年', from: '2026-07-01', to: '2026-12-31' }],
  ['年', '2026-07-01', { label: '2026年', from: '2026-01-01', to: '2026-12-31' }],
] as const)('the %s of %s', (kind, date, expected) => {
  expect(periodOf(kind, date)).toEqual(expected)
})

it('begins with the year where nobody knows the kind', () => {
  expect(periodStart('旬', '2026-07-11')).toBe('2026-01-01')
})

test.each([
  ['nothing is locked: the last that is over', '季', [], '2026-11-21', { label: '2026年第3季度', cutOff: '2026-09-30' }],
  ['nothing is locked on a last day: that day', '季', [], '2026-12-31', { label: '2026年第4季度', cutOff: '2026-12-31' }],
  ['after the last locked', '季', [['季', '2026-03-31']], '2026-11-21', { label: '2026年第2季度', cutOff: '2026-06-30' }],
  ['locked some days early', '季', [['季', '2026-06-25']], '2026-11-21', { label: '2026年第3季度', cutOff: '2026-09-30' }],
  ['the running one never ahead of today', '季', [['季', '2026-09-30']], '2026-11-21', { label: '2026年第4季度', cutOff: '2026-11-21' }],
  ['not before it has begun', '季', [['季', '2026-11-20']], '2026-11-21', { label: '2026年第4季度', cutOff: '2026-11-21' }],
  ['by its own kind', '月', [['季', '2026-09-30']], '2026-11-21', { label: '2026年10月', cutOff: '2026-10-31' }],
  ['over the turn of a year', '半年', [['半年', '2025-06-30']], '2026-11-21', { label: '2025年下半年', cutOff: '2025-12-31' }],
] as const)('the next period, %s', (_, kind, locked, today, expected) => {
  expect(nextPeriod(kind, locked.map(([of, cutOffOn]) => ({ kind: of, cutOffOn })), today)).toMatchObject(expected)
})

it('names an edition only where there are several', () => {
  expect(periodName({ label: '2026年', edition: 1, correctedFor: null })).toBe('2026年')
  expect(periodName({ label: '2026年', edition: 1, correctedFor: '漏报' })).toBe('2026年(第1版)')
  expect(periodName({ label: '2026年', edition: 2, correctedFor: null })).toBe('2026年(第2版)')
})

import { expect, it } from 'vitest'
import { shortTime } from './shortTime'

it('tells of an instant only what today does not say', () => {
  const now = '2026-11-21T09:12:00.000Z'
  expect(shortTime('2026-11-21T01:05:00.000Z', now)).toBe('09:05')
  expect(shortTime('2026-11-20T15:59:00.000Z', now)).toBe('11-20 23:59')
  expect(shortTime('2025-12-31T15:59:00.000Z', now)).toBe('2025-12-31 23:59')
})

import { expect, it } from 'vitest'
import type { Period } from '../../../shared/contract/period'
import { comparedQuestion, readCompared } from './comparedPeriods'

const period = (id: number, cutOffOn: string, more: Partial<Period> = {}): Period => ({
  id, kind: '季', label: cutOffOn, cutOffOn, lockedAt: '2026-10-01', lockedBy: '', edition: 1, reason: null, correctedFor: null, enterprises: 1, ...more,
})
const periods = [
  period(4, '2026-09-30'),
  period(3, '2026-06-30', { edition: 2, reason: '漏报' }),
  period(2, '2026-06-30', { correctedFor: '漏报' }),
  period(1, '2026-03-31'),
]
const asked = (query: Record<string, string>) => comparedQuestion(readCompared(query, periods, '2026-11-21'))

it('compares today with the last locked period where the address says nothing', () => {
  expect(asked({})).toEqual({ table: 'comparison', previousId: 4 })
})

it('compares a period with the one before, in its latest edition', () => {
  expect(asked({ now: '4' })).toEqual({ table: 'comparison', periodId: 4, previousId: 3 })
  expect(asked({ now: '3' })).toEqual({ table: 'comparison', periodId: 3, previousId: 1 })
})

it('compares any two, editions of one period too', () => {
  expect(asked({ now: '3', then: '2', unit: '7' })).toEqual({ table: 'comparison', periodId: 3, previousId: 2, unitId: 7 })
})

it('never with a later one', () => {
  expect(asked({ now: '1', then: '4' })).toBeUndefined()
  expect(readCompared({ now: '3' }, periods, '2026-11-21').earlier.map(({ id }) => id)).toEqual([2, 1])
})

it('has nothing to compare before anything is locked', () => {
  expect(comparedQuestion(readCompared({}, [], '2026-11-21'))).toBeUndefined()
})

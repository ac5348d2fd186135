import { expect, it } from 'vitest'
import { planTransfer } from './planTransfer'

const values = { liaisonId: 1, enterpriseId: 7, from: '2025-01-01', to: null, frequencyTimes: 2, frequencyUnit: '月', endReason: null }
const base = { liaison: { id: 1, version: 4 }, toLiaisonId: 2, on: '2026-07-01', reason: '调整', leaves: false }

it('ends the old assignment the day before and begins the same one with the successor', () => {
  const { changes, assignmentIds } = planTransfer({ ...base, assignments: [{ id: 11, version: 3, values }] })
  expect(changes).toEqual([
    { kind: 'assignment', id: 11, version: 3, values: { to: '2026-06-30', endReason: '调整' } },
    { kind: 'assignment', id: -1, values: { liaisonId: 2, enterpriseId: 7, from: '2026-07-01', to: null, frequencyTimes: 2, frequencyUnit: '月' } },
  ])
  expect(assignmentIds).toEqual([11, 11])
})

it('hands over as it is what has not begun by then, keeps a planned end, and takes the old one out of office', () => {
  const { changes, assignmentIds } = planTransfer({
    ...base,
    leaves: true,
    assignments: [
      { id: 11, version: 1, values: { ...values, from: '2026-07-01' } },
      { id: 12, version: 1, values: { ...values, from: null, to: '2026-12-31' } },
    ],
  })
  expect(changes[0]).toEqual({ kind: 'assignment', id: 11, version: 1, values: { liaisonId: 2 } })
  expect(changes[2]).toMatchObject({ id: -2, values: { to: '2026-12-31' } })
  expect(changes.at(-1)).toEqual({ kind: 'liaison', id: 1, version: 4, values: { active: false } })
  expect(assignmentIds).toEqual([11, 12, 12, undefined])
})

import { expect, it } from 'vitest'
import { assignmentState } from './assignmentState'

it.each([
  ['在岗', { to: null, endReason: null, active: true }],
  ['在岗', { to: '2026-06-30', endReason: null, active: true }],
  ['期满', { to: '2026-06-29', endReason: null, active: true }],
  ['调整', { to: '2026-06-29', endReason: '工作调动', active: true }],
  ['停用', { to: null, endReason: null, active: false }],
] as const)('is %s for %o', (state, assignment) => {
  expect(assignmentState(assignment, '2026-06-30')).toBe(state)
})

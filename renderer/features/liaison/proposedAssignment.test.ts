import { expect, test } from 'vitest'
import { addedLoads, assignmentKey, assignmentReason, type ProposedAssignment } from './proposedAssignment'

const enterprise = {
  id: 1, version: 3, name: '甲公司', unitId: 1, unitName: '甲街道',
  community: null, placeKind: null, placeName: null, businessAddress: null, industry: null, formalMembers: null,
}
const assignment: ProposedAssignment = { enterprise, liaisonId: 7, reason: '同一场所', shared: '创业大厦' }

test('the reason names what is shared, where something is', () => {
  expect(assignmentReason(assignment)).toContain('“创业大厦”')
  expect(assignmentReason({ reason: '同一单位', shared: null })).toBe('本单位里联系得最少')
})

test('an assignment is told by enterprise, its version and the officer', () => {
  expect(assignmentKey(assignment)).toBe('1:3:7')
})

test('loads are counted by officer', () => {
  expect([...addedLoads([assignment, { ...assignment, liaisonId: 8 }, assignment])]).toEqual([[7, 2], [8, 1]])
})

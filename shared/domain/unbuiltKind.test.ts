import { expect, it } from 'vitest'
import { nationalRules } from './coverage'
import { unbuiltKind } from './unbuiltKind'

it.each([
  [3, '应建未建'],
  [2, '党员不足3名'],
  [0, '无党员'],
  [null, null],
])('with %o formal members: %s', (members, kind) => {
  expect(unbuiltKind(members, nationalRules)).toBe(kind)
})

it('names the number the district asks for', () => {
  expect(unbuiltKind(4, { ...nationalRules, minMembers: 5 })).toBe('党员不足5名')
})

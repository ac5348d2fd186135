import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jointStrategies, proposeJointOrgs, type JointCandidate } from './jointProposal'

const limits = { minMembers: 3, jointLimit: 5 }

function candidate(id: number, facts: Partial<JointCandidate> = {}): JointCandidate {
  return { id, unitId: 1, community: null, placeKind: null, placeName: null, businessAddress: null, industry: null, formalMembers: 1, ...facts }
}

const candidates = fc
  .array(
    fc.record({
      unitId: fc.integer({ min: 1, max: 2 }),
      community: fc.constantFrom(null, '东关社区', '西关村'),
      placeKind: fc.constantFrom(null, '楼宇', '其他'),
      placeName: fc.constantFrom(null, '创业大厦', '东关社区', '青云工业园', '义乌市场'),
      businessAddress: fc.constantFrom(null, '城关街道人民路1号', '城关街道人民路9号', '桥头镇中街3号'),
      industry: fc.constantFrom(null, '制造业', '批发和零售业'),
      formalMembers: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((facts, i) => ({ id: i + 1, ...facts })))

describe('whatever the enterprises, a proposal', () => {
  const anyLimits = fc.record({ minMembers: fc.integer({ min: 2, max: 4 }), jointLimit: fc.integer({ min: 2, max: 10 }) })

  test.each(jointStrategies)('%s keeps its promises', (strategy) => {
    fc.assert(
      fc.property(candidates, anyLimits, (list, some) => {
        const proposal = proposeJointOrgs(list, some, strategy)
        const placed = [...proposal.groups.flatMap(({ enterpriseIds }) => enterpriseIds), ...proposal.left.map(({ id }) => id)]
        expect(placed.sort((a, b) => a - b)).toEqual(list.map(({ id }) => id))
        for (const group of proposal.groups) {
          const members = list.filter(({ id }) => group.enterpriseIds.includes(id))
          expect(group.enterpriseIds.length).toBeLessThanOrEqual(some.jointLimit)
          expect(group.enterpriseIds.length).toBeGreaterThan(1)
          expect(members.reduce((sum, { formalMembers }) => sum + formalMembers, 0)).toBe(group.formalMembers)
          expect(group.formalMembers).toBeGreaterThanOrEqual(some.minMembers)
          expect(new Set(members.map(({ unitId }) => unitId))).toEqual(new Set([group.unitId]))
        }
        expect(proposeJointOrgs(list, some, strategy)).toEqual(proposal)
      }),
    )
  })

  test('leaves nobody out who shares a place with enough others', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 60 }), (members) => {
        const list = members.map((formalMembers, i) => candidate(i + 1, { placeName: '创业大厦', formalMembers }))
        expect(proposeJointOrgs(list, limits, '就近少设').left).toEqual([])
      }),
    )
  })
})

test('few organisations, or many', () => {
  const list = Array.from({ length: 10 }, (_, i) => candidate(i + 1, { placeName: '创业大厦', formalMembers: i < 4 ? 2 : 1 }))
  expect(proposeJointOrgs(list, limits, '就近少设').groups.map(({ enterpriseIds }) => enterpriseIds.length)).toEqual([5, 5])
  const many = proposeJointOrgs(list, limits, '就近多设').groups
  expect(many).toHaveLength(4)
  expect(many.flatMap(({ enterpriseIds }) => enterpriseIds)).toHaveLength(10)
})

test('the nearest bond comes first, with its 联合组建类型; industry only before it where asked', () => {
  const list = [
    candidate(1, { placeName: '创业大厦A座', industry: '制造业', formalMembers: 2 }),
    candidate(2, { placeName: '创业大厦A座', industry: '建筑业', formalMembers: 1 }),
    candidate(3, { businessAddress: '城关街道人民路 7 号', industry: '制造业', formalMembers: 2 }),
    candidate(4, { businessAddress: '城关街道人民路19号', industry: '建筑业', formalMembers: 2 }),
    candidate(5, { placeName: '西关村', formalMembers: 2 }),
    candidate(6),
    candidate(7, { community: '北关村', formalMembers: 2 }),
    candidate(8, { placeName: '北关村', formalMembers: 1 }),
  ]
  const near = proposeJointOrgs(list, limits, '就近少设')
  expect(near.groups.map(({ bond, enterpriseIds }) => [bond.basis, bond.name, enterpriseIds])).toEqual([
    ['商务楼宇', '创业大厦A座', [1, 2]],
    ['村(社区)', '北关村', [7, 8]],
    ['乡镇街道', '人民路', [3, 4]],
  ])
  expect(near.left).toEqual([{ id: 5, why: 'alone' }, { id: 6, why: 'nothing-stated' }])
  expect(proposeJointOrgs(list, limits, '同行业优先').groups.map(({ bond, enterpriseIds }) => [bond.basis, enterpriseIds])).toEqual([
    ['同行业', [1, 3]],
    ['同行业', [2, 4]],
    ['村(社区)', [7, 8]],
  ])
})

test('neighbours along a road found together', () => {
  const numbers = [120, 8, 116, 2, 118, 4]
  const list = numbers.map((number, i) => candidate(i + 1, { businessAddress: `城关街道人民路${number}号` }))
  const { groups } = proposeJointOrgs(list, { minMembers: 3, jointLimit: 3 }, '就近少设')
  expect(groups.map(({ enterpriseIds }) => enterpriseIds)).toEqual([[2, 4, 6], [1, 3, 5]])
})

test('those who share a place but have too few members are left, and said to be', () => {
  const list = [candidate(1, { placeName: '创业大厦' }), candidate(2, { placeName: '创业大厦' })]
  expect(proposeJointOrgs(list, limits, '就近少设').left).toEqual([{ id: 1, why: 'too-few-near' }, { id: 2, why: 'too-few-near' }])
})

test('another unit in a building of the same name is another building', () => {
  const list = [candidate(1, { placeName: '创业大厦', formalMembers: 2 }), candidate(2, { unitId: 2, placeName: '创业大厦', formalMembers: 2 })]
  expect(proposeJointOrgs(list, limits, '就近多设').groups).toEqual([])
})

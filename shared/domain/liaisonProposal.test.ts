import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposeLiaisons, type Officer, type Site, type UncoveredEnterprise } from './liaisonProposal'

const unstated: Omit<Site, 'unitId'> = { community: null, placeKind: null, placeName: null, businessAddress: null, industry: null }
const site = (facts: Partial<Site>): Site => ({ unitId: 1, ...unstated, ...facts })

function enterprise(id: number, facts: Partial<UncoveredEnterprise> = {}): UncoveredEnterprise {
  return { id, ...site(facts) }
}

function officer(id: number, unitIds: number[] = [1], serves: Officer['serves'] = []): Officer {
  return { id, unitIds, roves: unitIds.length === 0, serves }
}

const place = fc.constantFrom(null, '创业大厦', '东关社区', '西关村')
const address = fc.constantFrom(null, '人民路1号', '人民路9号', '中街3号')
const anywhere = fc.record({ unitId: fc.integer({ min: 1, max: 3 }), community: place, placeName: place, businessAddress: address }).map(site)
const enterprises = fc.array(anywhere, { maxLength: 60 }).map((list) => list.map((facts, i) => ({ id: i + 1, ...facts })))
const officers = fc
  .array(fc.record({ unitIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 })), roves: fc.boolean(), serves: fc.array(anywhere, { maxLength: 6 }) }), { maxLength: 8 })
  .map((list) => list.map((facts, i) => ({ id: i + 1, ...facts })))

test('whatever the district: everybody once, nobody over the limit, only in his units, the same each time', () => {
  fc.assert(
    fc.property(enterprises, officers, fc.integer({ min: 1, max: 10 }), (list, people, limit) => {
      const proposal = proposeLiaisons(list, people, limit)
      const placed = [...proposal.assignments.map(({ enterpriseId }) => enterpriseId), ...proposal.left.map(({ id }) => id)]
      expect(placed.sort((a, b) => a - b)).toEqual(list.map(({ id }) => id))
      for (const person of people) {
        const own = proposal.assignments.filter(({ liaisonId }) => liaisonId === person.id)
        if (own.length > 0) expect(person.serves.length + own.length).toBeLessThanOrEqual(limit)
        for (const { enterpriseId } of own) {
          const unitId = list.find(({ id }) => id === enterpriseId)?.unitId
          expect(person.roves || person.unitIds.includes(unitId ?? 0)).toBe(true)
        }
      }
      for (const { id } of proposal.left) {
        const unitId = list.find((one) => one.id === id)?.unitId ?? 0
        const able = people.filter(({ roves, unitIds }) => roves || unitIds.includes(unitId))
        for (const person of able) {
          const taken = proposal.assignments.filter(({ liaisonId }) => liaisonId === person.id).length
          expect(person.serves.length + taken).toBeGreaterThanOrEqual(limit)
        }
      }
      expect(proposeLiaisons(list, people, limit)).toEqual(proposal)
    }),
  )
})

test('officers of a unit who start alike end alike', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ placeName: place, businessAddress: address }), { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (facts, count) => {
      const people = Array.from({ length: count }, (_, i) => officer(i + 1))
      const { assignments } = proposeLiaisons(facts.map((one, i) => enterprise(i + 1, one)), people, 1000)
      const loads = people.map(({ id }) => assignments.filter(({ liaisonId }) => liaisonId === id).length)
      expect(Math.max(...loads)).toBeLessThanOrEqual(Math.ceil(facts.length / count))
    }),
  )
})

test('whoever gets something ends with an even share at most, however uneven the loads were before', () => {
  const begun = fc.array(fc.array(anywhere.map((one) => ({ ...one, unitId: 1 })), { maxLength: 12 }), { minLength: 1, maxLength: 6 })
  const waiting = fc.array(anywhere.map((one) => ({ ...one, unitId: 1 })), { maxLength: 40 })
  fc.assert(
    fc.property(begun, waiting, (loads, facts) => {
      const people = loads.map((serves, i) => officer(i + 1, [1], serves))
      const { assignments } = proposeLiaisons(facts.map((one, i) => enterprise(i + 1, one)), people, 1000)
      const share = Math.ceil((loads.flat().length + facts.length) / people.length)
      for (const { load } of assignments) expect(load).toBeLessThanOrEqual(share)
    }),
  )
})

test('who serves the building or the road gets its enterprises, within a fair share', () => {
  const people = [
    officer(1, [1], [site({ placeName: '创业大厦' })]),
    officer(2, [1], [site({ businessAddress: '人民路1号' })]),
    officer(3, []),
  ]
  const list = [
    enterprise(1, { placeName: '创业大厦' }),
    enterprise(2, { businessAddress: '城关街道人民路20号' }),
    enterprise(3),
    enterprise(4, { unitId: 2 }),
  ]
  const { assignments, left } = proposeLiaisons(list, people, 3)
  expect(assignments.map(({ enterpriseId, liaisonId, reason, shared, load }) => [enterpriseId, liaisonId, reason, shared, load])).toEqual([
    [1, 1, '同一场所', '创业大厦', 2],
    [2, 2, '同一道路', '人民路', 2],
    [3, 1, '同一单位', null, 3],
    [4, 3, '全区调配', null, 1],
  ])
  expect(left).toEqual([])
})

test('a village is nearer than a road, and an industry is no place', () => {
  const people = [
    officer(1, [1], [site({ businessAddress: '人民路1号' })]),
    officer(2, [1], [site({ community: '东关社区' })]),
    officer(3, [1], [site({ industry: '制造业' })]),
  ]
  const facts = { community: '东关社区', businessAddress: '人民路5号', industry: '制造业' }
  const { assignments } = proposeLiaisons([enterprise(1, facts), enterprise(2, { industry: '制造业' })], people, 5)
  expect(assignments.map(({ liaisonId, reason, shared }) => [liaisonId, reason, shared])).toEqual([
    [2, '同一村(社区)', '东关社区'],
    [1, '同一单位', null],
  ])
})

test('who works in a unit and may rove helps elsewhere only where nobody has room', () => {
  const people = [officer(1, [1]), { ...officer(2, [2]), roves: true }]
  const { assignments } = proposeLiaisons([enterprise(1), enterprise(2), enterprise(3, { unitId: 3 })], people, 1)
  expect(assignments.map(({ enterpriseId, liaisonId, reason }) => [enterpriseId, liaisonId, reason])).toEqual([[1, 1, '同一单位'], [2, 2, '全区调配']])
})

test('says who is left and why', () => {
  const list = [enterprise(1), enterprise(2), enterprise(3, { unitId: 2 })]
  expect(proposeLiaisons(list, [officer(1)], 1).left).toEqual([{ id: 2, why: 'all-full' }, { id: 3, why: 'no-officer' }])
})

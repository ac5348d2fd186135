import { describe, expect, it } from 'vitest'
import { electionChanges, memberChanges, newOrgChanges, successorChanges } from './orgChanges'

const org = { id: 7, version: 3, values: { name: '中共甲支部' } }
const current = { id: 5, version: 2, values: { name: '张三' } }

describe('an election', () => {
  const elected = { 'partyOrg.lastElectionOn': '2026-06-01', 'partyOrg.termYears': 3, 'secretaryTerm.name': null }

  it('begins a term and clears what was said of the old one', () => {
    expect(electionChanges(org, current, elected)).toEqual([
      {
        kind: 'partyOrg', id: 7, version: 3,
        values: {
          lastElectionOn: '2026-06-01', termYears: 3, termEndsOn: null, extendedTo: null, extensionNo: null,
          plannedElectionOn: null, remindedOn: null, remindedBy: null, reportedOn: null,
        },
      },
    ])
    expect(electionChanges(org, current, { ...elected, 'secretaryTerm.name': '张三' })).toHaveLength(1)
  })

  it('ends the former secretary on its day when another one is named', () => {
    const changes = electionChanges(org, current, { ...elected, 'secretaryTerm.name': '李四', 'secretaryTerm.source': '内选' })
    expect(changes.slice(1)).toEqual([
      { kind: 'secretaryTerm', id: 5, version: 2, values: { until: '2026-06-01' } },
      { kind: 'secretaryTerm', id: -1, values: { partyOrgId: 7, name: '李四', source: '内选', since: '2026-06-01' } },
    ])
  })
})

it('a first secretary ends nobody', () => {
  expect(successorChanges(7, undefined, { 'secretaryTerm.name': '李四', 'secretaryTerm.since': '2026-01-01' })).toEqual([
    { kind: 'secretaryTerm', id: -1, values: { partyOrgId: 7, name: '李四', since: '2026-01-01' } },
  ])
})

it('enterprises come under an organisation as one change each', () => {
  expect(memberChanges(7, [1, 2], null).map(({ id, values }) => [id, values.enterpriseId, values.since])).toEqual([[-1, 1, null], [-2, 2, null]])
})

describe('a new organisation', () => {
  const values = { 'partyOrg.name': '中共甲支部', 'partyOrg.foundedOn': '2026-05-01', 'coverage.since': null, 'secretaryTerm.name': null, 'secretaryTerm.since': null }

  it('covers its enterprises from its founding unless another day is given', () => {
    expect(newOrgChanges([4], values)).toEqual([
      { kind: 'partyOrg', id: -1, values: { name: '中共甲支部', foundedOn: '2026-05-01' } },
      { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: 4, since: '2026-05-01' } },
    ])
    expect(newOrgChanges([4], { ...values, 'coverage.since': '2026-06-01' })[1]?.values.since).toBe('2026-06-01')
  })

  it('has a secretary when one is named, from the same day', () => {
    expect(newOrgChanges([], { ...values, 'secretaryTerm.name': '李四' })[1]).toEqual({
      kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '李四', since: '2026-05-01' },
    })
  })
})

import { expect, it } from 'vitest'
import type { Home } from '../../../shared/contract/statistics'
import { s1Figures } from '../../../shared/domain/statistics/s1Figures'
import { openChecks, todoItems } from './todoItems'

const quiet: Home = {
  cutOff: '2026-06-30',
  total: s1Figures({ C: 20, D: 16, E: 5, F: 5, H: 8, I: 8, L: 5, O: 4, R: 0, S: 0 }),
  units: [], emptyUnits: [], elections: [], unverifiedOrgs: 0, lastImport: null, checks: [],
}

it('has nothing to do when every figure is in order', () => {
  expect(quiet.total.U).toBe(0)
  expect(todoItems(quiet)).toEqual([])
})

it('puts what is due first and links each figure to its list', () => {
  const total = s1Figures({ C: 20, D: 16, E: 5, F: 6, H: 5, I: 5, L: 5, O: 4, R: 3, S: 2 })
  const election = { partyOrgId: 1, name: '中共甲支部委员会', unitName: '桥头镇', termEndsOn: '2025-03-01', days: -488 }
  const elections = [{ ...election, state: '届满未换' }, { ...election, partyOrgId: 2, state: '即将届满' }]
  const items = todoItems({ ...quiet, total, elections, emptyUnits: ['马家镇'], unverifiedOrgs: 3 })
  expect(items.map(({ key, count }) => [key, count])).toEqual([
    ['due', 1], ['uncovered', 1], ['overdue', 1], ['soon', 1], ['unverified', 3], ['emptyUnits', 1],
  ])
  expect(items[0]?.opens).toEqual({ to: { name: 'ledger', query: { figure: 'M' } } })
  expect(items[1]?.proposal?.to).toEqual({ name: 'liaisonProposal' })
  expect(items[2]?.opens).toEqual({ elections: '届满未换' })
})

it('does not tell twice, with another count, what the to-dos tell', () => {
  const check = { title: '', level: 'notice', count: 1 }
  const checks = ['V-06', 'V-23', 'V-35'].map((code) => ({ ...check, code }))
  expect(openChecks({ ...quiet, checks }).map(({ code }) => code)).toEqual(['V-06'])
})

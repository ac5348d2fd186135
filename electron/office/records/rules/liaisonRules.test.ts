import { describe, expect, it } from 'vitest'
import { checkAssignment, checkVisit, type VisitFacts } from './liaisonRules'
import type { Values } from './say'

const told = (findings: readonly { level: string; field: string | null }[]): string[] =>
  findings.map(({ level, field }) => `${level} ${field}`)

describe('assignments (V-45)', () => {
  const liaison = { name: '李四', kind: '联络员', active: true }
  const others = [{ liaisonName: '王五', from: '2026-01-01', to: '2026-05-31' }]
  const check = (values: Values, more: Partial<Parameters<typeof checkAssignment>[1]> = {}) =>
    checkAssignment({ enterpriseId: 1, ...values }, { liaison, others, ...more })

  it('follow another of the same kind from the day after it ended', () => {
    expect(check({ from: '2026-06-01' })).toEqual([])
    expect(told(check({ from: '2026-05-31' }))).toEqual(['error enterpriseId'])
    expect(check({ from: '2026-05-31' })[0]?.message).toContain('已有联络员“王五”')
    expect(told(check({ from: null }))).toEqual(['error enterpriseId'])
  })

  it('do not end before they begin, and say why they end', () => {
    expect(told(check({ from: '2026-06-02', to: '2026-06-01', endReason: '调整' }))).toEqual(['error to'])
    expect(told(check({ from: '2026-06-01', to: '2026-06-30' }))).toEqual(['warning endReason'])
  })

  it('of somebody out of office warn while they are open', () => {
    const gone = { liaison: { ...liaison, active: false }, others: [] }
    expect(told(check({ from: '2026-06-01' }, gone))).toEqual(['warning liaisonId'])
    expect(check({ from: '2026-06-01', to: '2026-06-30', endReason: '退休' }, gone)).toEqual([])
  })
})

describe('visits', () => {
  const facts: VisitFacts = { assigned: [{ from: '2026-01-01', to: null }], follows: null }
  const check = (values: Values, more: Partial<VisitFacts> = {}) =>
    told(checkVisit({ visitedOn: '2026-06-01', enterpriseId: 1, ...values }, { ...facts, ...more }))

  it('lie within an assignment (V-36)', () => {
    expect(check({})).toEqual([])
    expect(check({ visitedOn: '2025-12-31' })).toEqual(['warning liaisonId'])
    expect(check({}, { assigned: [] })).toEqual(['warning liaisonId'])
    expect(check({}, { assigned: [{ from: null, to: '2026-06-01' }] })).toEqual([])
  })

  it('carry a problem with its five columns to the end', () => {
    expect(check({ problem: '缺场地' })).toEqual(['error resolution', 'warning deadline', 'warning responsible'])
    const open = { problem: '缺场地', resolution: '未解决', deadline: '2026-07-01', responsible: '王五' }
    expect(check(open)).toEqual([])
    expect(check({ ...open, deadline: '2026-05-31' })).toEqual(['warning deadline'])
    expect(check({ ...open, resolution: '已解决' })).toEqual(['error resolvedOn'])
    expect(check({ ...open, resolvedOn: '2026-06-10' })).toEqual(['error resolution'])
    expect(check({ ...open, resolution: '已解决', resolvedOn: '2026-05-31' })).toEqual(['error resolvedOn'])
    expect(check({ ...open, resolution: '已解决', resolvedOn: '2026-06-10' })).toEqual([])
    expect(check({ resolution: '未解决' })).toEqual(['warning problem'])
  })

  it('look again only at a visit of the same enterprise that came before', () => {
    expect(check({}, { follows: { visitedOn: '2026-05-01', enterpriseId: 1 } })).toEqual([])
    expect(check({}, { follows: { visitedOn: '2026-05-01', enterpriseId: 2 } })).toEqual(['error followsVisitId'])
    expect(check({}, { follows: { visitedOn: '2026-06-02', enterpriseId: 1 } })).toEqual(['error followsVisitId'])
  })
})

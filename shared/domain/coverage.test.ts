import { describe, expect, it } from 'vitest'
import golden from '../../tests/fixtures/goldenDistrict.json'
import {
  coverageReason,
  coverageStatus,
  hasMassOrg,
  isEligible,
  isInBase,
  isRegistered,
  nationalRules,
  type CoverageFacts,
  type CoverageRules,
} from './coverage'
import { nationalWords } from './ownWords'
import { electionStanding } from './election'
import { percent } from './percentage'
import { addS1, type S1Counts } from './s1'
import { s1Figures } from './statistics/s1Figures'
import type { OperatingStatus, OrgMode, OrgType } from './valueDomain'

const modes = { single: '单独组建', joint: '联合组建' } as const satisfies Record<string, OrgMode>
const orgs = new Map(golden.partyOrgs.map((org) => [org.id, org]))

function factsOf(enterprise: (typeof golden.enterprises)[number]): CoverageFacts {
  const org = enterprise.partyOrg ? orgs.get(enterprise.partyOrg) : undefined
  return {
    operatingStatus: enterprise.operatingStatus as OperatingStatus,
    sector: '非公企业',
    isLegalPerson: true,
    isThreeHave: null,
    employees: enterprise.employees,
    formalMembers: enterprise.formalMembers,
    orgMode: org ? modes[org.mode as keyof typeof modes] : null,
    liaised: enterprise.liaison !== null,
    hasUnion: enterprise.hasUnion,
    hasLeague: enterprise.hasLeague,
    hasWomenOrg: null,
  }
}

function counts(units: readonly string[]): S1Counts {
  const sum: S1Counts = { C: 0, D: 0, E: 0, F: 0, H: 0, I: 0, L: 0, O: 0, R: 0, S: 0 }
  for (const enterprise of golden.enterprises.filter((e) => units.includes(e.unit))) {
    const facts = factsOf(enterprise)
    if (isRegistered(facts)) sum.C++
    if (!isInBase(facts, nationalRules)) continue
    const built = facts.orgMode !== null
    const status = coverageStatus(facts, nationalRules)
    sum.D++
    if (enterprise.isAboveScale) sum.E++
    if (isEligible(facts, nationalRules)) sum.F++
    if (status === '单独') sum.H++
    if (status === '联合') sum.I++
    if (built && isEligible(facts, nationalRules)) sum.L++
    if (built && enterprise.isAboveScale) sum.O++
    if (status === '工作覆盖(联络)') sum.R++
    if (status === '工作覆盖(群团)') sum.S++
  }
  return sum
}

describe('golden district', () => {
  it.each(golden.enterprises.map((e) => [e.id, e] as const))('%s has its status', (_id, enterprise) => {
    const facts = factsOf(enterprise)
    expect(coverageStatus(facts, nationalRules)).toBe(enterprise.status)
    expect(isInBase(facts, nationalRules)).toBe(enterprise.inBase)
    expect(coverageReason(facts, nationalRules)).toMatch(/党员/)
  })

  it.each(Object.entries(golden.expectedS1))('S1 of %s', (unit, expected) => {
    const units = unit === '合计' ? ['甲街道', '乙镇', '丙镇'] : [unit]
    const figures = s1Figures(counts(units))
    for (const [column, value] of Object.entries(expected)) {
      const figure = figures[column as keyof typeof figures]
      expect([column, typeof value === 'string' ? percent(figure) : figure]).toEqual([column, value])
    }
  })

  it('the total is the sum of the units', () => {
    const units = ['甲街道', '乙镇', '丙镇']
    expect(addS1(units.map((unit) => counts([unit])))).toEqual(counts(units))
  })

  it.each(golden.partyOrgs.map((org) => [org.id, org] as const))('%s stands in its term', (_id, org) => {
    const standing = electionStanding(
      { type: org.type as OrgType, foundedOn: null, lastElectionOn: org.lastElectionOn, termYears: org.termYears, termEndsOn: null, extendedTo: null },
      golden.cutOff,
    )
    const state = standing?.overdueMoreThanYear ? '届满未换(超期一年以上)' : standing?.state
    expect([standing?.endsOn, standing?.days, state]).toEqual([org.termEndsOn, org.days, org.state])
  })
})

describe('rules', () => {
  const facts: CoverageFacts = {
    operatingStatus: '正常经营', sector: '非公企业', isLegalPerson: true, isThreeHave: null, employees: 20,
    formalMembers: 4, orgMode: '联合组建',
    liaised: true, hasUnion: true, hasLeague: null, hasWomenOrg: null,
  }
  it('says why in words', () => {
    expect(coverageReason(facts, nationalRules)).toBe('正式党员 4 名，可单独组建；现由联合组织覆盖')
    expect(coverageReason({ ...facts, orgMode: null, operatingStatus: '筹建' }, nationalRules)).toBe(
      '正式党员 4 名，应建未建；未建党组织，由指导员(联络员)联系；经营状态为“筹建”，不计入实体运营基数',
    )
    const words = { ...nationalWords, operatingStatus: { 筹建: '在建', 迁出: '外迁' } }
    expect(coverageReason({ ...facts, operatingStatus: '筹建' }, nationalRules, words)).toContain('经营状态为“在建”，不计入')
    expect(coverageReason({ ...facts, operatingStatus: '迁出' }, nationalRules, words)).toContain('经营状态为“外迁”，不在册')
    expect(coverageReason({ ...facts, orgMode: null, liaised: false, formalMembers: null }, nationalRules)).toBe(
      '正式党员数未填；未建党组织、无指导员(联络员)，已建工会',
    )
  })
  it('an organisation wins over a liaison, a liaison over mass organisations', () => {
    expect(coverageStatus(facts, nationalRules)).toBe('联合')
    expect(coverageStatus({ ...facts, orgMode: null }, nationalRules)).toBe('工作覆盖(联络)')
    expect(coverageStatus({ ...facts, orgMode: null, liaised: false }, nationalRules)).toBe('工作覆盖(群团)')
  })
  it('妇联 counts only when the office says so', () => {
    const women = { hasUnion: false, hasLeague: null, hasWomenOrg: true }
    expect(hasMassOrg(women, nationalRules)).toBe(false)
    expect(hasMassOrg(women, { ...nationalRules, womenCount: true })).toBe(true)
  })
  it('the base follows its settings', () => {
    const inBase = (change: Partial<CoverageFacts>, rules: Partial<CoverageRules> = {}): boolean =>
      isInBase({ ...facts, ...change }, { ...nationalRules, ...rules })
    expect(inBase({ sector: '社会组织' })).toBe(false)
    expect(inBase({ sector: '社会组织' }, { enterprisesOnly: false })).toBe(true)
    expect(inBase({ operatingStatus: '筹建' }, { base: ['正常经营', '筹建'] })).toBe(true)
    expect(inBase({ operatingStatus: '迁出' }, { base: ['迁出'] })).toBe(false)
    expect(inBase({ isLegalPerson: false })).toBe(true)
    expect(inBase({ isLegalPerson: false }, { legalPersonsOnly: true })).toBe(false)
    expect(inBase({ isThreeHave: null }, { threeHaveOnly: true })).toBe(false)
    expect(inBase({ isThreeHave: true }, { threeHaveOnly: true })).toBe(true)
    expect(inBase({ employees: 10 }, { baseEmployees: 10 })).toBe(true)
    expect(inBase({ employees: 9 }, { baseEmployees: 10 })).toBe(false)
  })
  it.each([
    [{ isLegalPerson: false }, { legalPersonsOnly: true }, '不是法人单位'],
    [{}, { threeHaveOnly: true }, '不是三有企业'],
    [{ employees: 9 }, { baseEmployees: 10 }, '从业人员 9 人，不足 10 人'],
    [{ employees: null }, { baseEmployees: 10 }, '从业人员数未填'],
    [{ sector: '小个专' }, {}, '类别为“小个专”'],
  ])('says what keeps it out of the base: %o under %o', (change, rules, words) => {
    const reason = coverageReason({ ...facts, ...change }, { ...nationalRules, ...rules })
    expect(reason).toContain(`${words}，不计入实体运营基数`)
  })
})

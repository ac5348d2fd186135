import { nationalRules } from '../../coverage'
import { electionStanding } from '../../election'
import { nationalSettings } from '../../officeSettings'
import { sizeBands } from '../../sizeBand'
import { departedStatuses, type CoverageStatus, type OperatingStatus, type OrgType } from '../../valueDomain'
import type { TableScene } from '../statTable'
import { noFacts, type EnterpriseFact, type OrgFact, type PostFact } from '../tableFacts'

export const goldenUnits = ['甲街道', '乙镇', '丙镇'].map((name, i) => ({ id: i + 1, name }))
const unitIdOf = (name: string): number => goldenUnits.find((unit) => unit.name === name)?.id ?? 0
export const numberOf = (id: string): number => Number(id.slice(1))

interface GoldenEnterprise {
  id: string
  unit: string
  operatingStatus: string
  isAboveScale: boolean
  employees: number
  formalMembers: number
  probationaryMembers: number
  partyOrg: string | null
  status: string
  inBase: boolean
}

/** tests/fixtures/goldenDistrict.json, as far as the tables read it. */
export interface GoldenDistrict {
  cutOff: string
  enterprises: GoldenEnterprise[]
  partyOrgs: { id: string; type: string; mode: string; unit: string; lastElectionOn: string; termYears: number }[]
}

/** The enterprises of the golden district (docs/domain.md, section 14), with its codes as numbers: E07 is 7. */
export function goldenEnterprise(enterprise: GoldenEnterprise): EnterpriseFact {
  const operatingStatus = enterprise.operatingStatus as OperatingStatus
  return {
    id: numberOf(enterprise.id),
    unitId: unitIdOf(enterprise.unit),
    placeName: null,
    registered: !departedStatuses.includes(operatingStatus),
    inBase: enterprise.inBase,
    eligible: enterprise.formalMembers >= nationalRules.minMembers,
    aboveScale: enterprise.isAboveScale,
    status: enterprise.status as CoverageStatus,
    operatingStatus,
    enterpriseType: null,
    industry: null,
    unbuiltReason: null,
    partyOrgId: null,
    establishedOn: null,
    employees: enterprise.employees,
    formalMembers: enterprise.formalMembers,
    probationaryMembers: enterprise.probationaryMembers,
    membersRegisteredHere: null,
    membersRegisteredElsewhere: null,
    floatingMembers: null,
    activists: null,
    admittedThisYear: null,
    deliveries: {},
    deliveryAmount: 0,
    goals: null,
  }
}

function goldenOrg(golden: GoldenDistrict, org: GoldenDistrict['partyOrgs'][number]): OrgFact {
  const orgType = org.type as OrgType
  const term = { type: orgType, foundedOn: null, lastElectionOn: org.lastElectionOn, termYears: org.termYears, termEndsOn: null, extendedTo: null }
  return {
    id: golden.partyOrgs.indexOf(org) + 1,
    unitId: unitIdOf(org.unit),
    lives: true,
    orgType,
    mode: org.mode === 'joint' ? '联合组建' : '单独组建',
    covers: golden.enterprises.filter((e) => e.partyOrg === org.id && e.inBase).map(({ id }) => numberOf(id)),
    foundedInPeriod: org.id === 'J03',
    dissolvedInPeriod: false,
    hasSecretary: true,
    election: electionStanding(term, golden.cutOff)?.state ?? null,
    dueThisYear: false,
    electedOnTime: false,
  }
}

const secretary = { source: null, identity: null, fullTime: null, education: null, trainingsThisYear: 0 }

function goldenPost({ id, unitId }: OrgFact): PostFact {
  return { partyOrgId: id, unitId, person: `书记${id}`, ...secretary }
}

/** As it stood on 2026-03-31 (docs/domain.md, section 14). */
function before({ enterprises }: GoldenDistrict): EnterpriseFact[] {
  return enterprises
    .filter(({ id }) => id !== 'E20')
    .map((enterprise): EnterpriseFact => {
      const now = goldenEnterprise(enterprise)
      if (['E18', 'E22'].includes(enterprise.id)) return { ...now, registered: true, operatingStatus: '正常经营', inBase: true, status: '未覆盖' }
      if (['E23', 'E24'].includes(enterprise.id)) return { ...now, status: '未覆盖' }
      return enterprise.id === 'E21' ? { ...now, status: '工作覆盖(联络)' } : now
    })
}

export function goldenScene(golden: GoldenDistrict): TableScene {
  const orgs = golden.partyOrgs.map((org) => goldenOrg(golden, org))
  return {
    facts: { ...noFacts, enterprises: golden.enterprises.map(goldenEnterprise), before: before(golden), orgs, posts: orgs.map(goldenPost) },
    units: goldenUnits,
    cutOff: golden.cutOff,
    from: '2026-04-01',
    rules: nationalRules,
    bands: sizeBands(nationalSettings.limits.sizeBands),
    largeFrom: nationalSettings.limits.employees,
    grades: nationalSettings.assessment.grades.map(({ name }) => name),
    goalLabels: nationalSettings.goalLabels,
    deliveryLabels: nationalSettings.deliveryLabels,
    previous: { label: '2026年第1季度', cutOff: '2026-03-31' },
    grouping: 'unit',
  }
}

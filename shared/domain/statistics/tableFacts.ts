import type { ElectionState } from '../election'
import type { CoverageStatus, DeliveryItem, DeliveryState, Goal, OperatingStatus, OrgMode, OrgType, SecretarySource } from '../valueDomain'

/** What the tables count, as it stood on their cut-off; every list belongs to units, so that a row takes its part. */
export interface TableFacts {
  enterprises: readonly EnterpriseFact[]
  /** The enterprises of the period compared with; empty without one. */
  before: readonly EnterpriseFact[]
  orgs: readonly OrgFact[]
  posts: readonly PostFact[]
  duties: readonly DutyFact[]
  visits: readonly VisitFact[]
  funds: readonly FundFact[]
  scores: readonly ScoreFact[]
}

/** A living enterprise. Null counts are "not stated" and count as 0. */
export interface EnterpriseFact {
  id: number
  unitId: number
  /** 村(社区)、园区、楼宇, as the ledger states it. */
  placeName: string | null
  registered: boolean
  inBase: boolean
  eligible: boolean
  aboveScale: boolean
  status: CoverageStatus
  operatingStatus: OperatingStatus
  enterpriseType: string | null
  industry: string | null
  unbuiltReason: string | null
  /** The organisation that covers it. */
  partyOrgId: number | null
  establishedOn: string | null
  employees: number | null
  formalMembers: number | null
  probationaryMembers: number | null
  membersRegisteredHere: number | null
  membersRegisteredElsewhere: number | null
  floatingMembers: number | null
  activists: number | null
  admittedThisYear: number | null
  /** 三建三送: the state of each item that has one. */
  deliveries: Partial<Record<DeliveryItem, DeliveryState>>
  /** 分 spent on them. */
  deliveryAmount: number
  /** 六有 of the quarter of the cut-off; null where nobody judged. */
  goals: Record<Goal, boolean | null> | null
}

/** An organisation that lives on the cut-off, or was dissolved within the period. */
export interface OrgFact {
  id: number
  unitId: number
  lives: boolean
  orgType: OrgType | null
  mode: OrgMode
  /** Enterprises of the base it covers. */
  covers: readonly number[]
  foundedInPeriod: boolean
  dissolvedInPeriod: boolean
  hasSecretary: boolean
  election: ElectionState | null
  /** Its term was to be renewed within the year; whether it was, in time. */
  dueThisYear: boolean
  electedOnTime: boolean
}

/** The secretary of a living organisation. */
export interface PostFact {
  partyOrgId: number
  unitId: number
  /** Name and telephone: the same are the same person. */
  person: string
  source: SecretarySource | null
  identity: string | null
  fullTime: boolean | null
  education: string | null
  trainingsThisYear: number
}

/** An assignment of a liaison in office to a registered enterprise, by the unit of the enterprise. */
export interface DutyFact {
  id: number
  unitId: number
  enterpriseId: number
  liaisonId: number
  kind: string
  fullTime: boolean
  lives: boolean
  /** It ended before the cut-off for no stated reason, and no other of its kind took its place. */
  expired: boolean
  /** Visits asked and made in the period, and min(made, asked). */
  required: number
  done: number
  fulfilled: number
  overdue: boolean
}

/** A visit within the period that found a problem. */
export interface VisitFact {
  id: number
  unitId: number
  solved: boolean
}

/** One income or expense up to the cut-off. */
export interface FundFact {
  id: number
  unitId: number
  direction: string
  /** Where it came from or what it went for. */
  name: string
  /** 分 */
  amount: number
  inPeriod: boolean
  /** The organisation it belongs to, itself or through the enterprise it covers. */
  partyOrgId: number | null
}

/** The year's points of an organisation that takes part in the assessment. */
export interface ScoreFact {
  partyOrgId: number
  name: string
  unitId: number
  points: number
  /** From 0, the best, by the grades of the setting; null below the lowest. */
  grade: number | null
}

export const noFacts: TableFacts = { enterprises: [], before: [], orgs: [], posts: [], duties: [], visits: [], funds: [], scores: [] }

/** The facts that belong to each unit. */
export function factsByUnit(facts: TableFacts): Map<number, TableFacts> {
  const parted = new Map<number, { -readonly [K in keyof TableFacts]: TableFacts[K][number][] }>()
  const part = (unitId: number): { -readonly [K in keyof TableFacts]: TableFacts[K][number][] } => {
    const known = parted.get(unitId)
    if (known) return known
    const made = { enterprises: [], before: [], orgs: [], posts: [], duties: [], visits: [], funds: [], scores: [] }
    parted.set(unitId, made)
    return made
  }
  for (const one of facts.enterprises) part(one.unitId).enterprises.push(one)
  for (const one of facts.before) part(one.unitId).before.push(one)
  for (const one of facts.orgs) part(one.unitId).orgs.push(one)
  for (const one of facts.posts) part(one.unitId).posts.push(one)
  for (const one of facts.duties) part(one.unitId).duties.push(one)
  for (const one of facts.visits) part(one.unitId).visits.push(one)
  for (const one of facts.funds) part(one.unitId).funds.push(one)
  for (const one of facts.scores) part(one.unitId).scores.push(one)
  return parted
}

import { roadOf } from './jointBond'

/** An enterprise that neither an organisation nor a liaison covers. */
export interface UncoveredEnterprise {
  id: number
  unitId: number
  placeName: string | null
  businessAddress: string | null
}

/** Somebody in post who may take enterprises on. */
export interface Officer {
  id: number
  /** The units the officer works in; none: anywhere in the district. */
  unitIds: readonly number[]
  /** The enterprises the officer already looks after. */
  serves: readonly Omit<UncoveredEnterprise, 'id'>[]
}

/** How near an assigned enterprise lies to what the officer has already, the nearest first. */
export const liaisonReasons = ['同一场所', '同一道路', '同一单位', '全区调配'] as const
export type LiaisonReason = (typeof liaisonReasons)[number]

export interface ProposedAssignment {
  enterpriseId: number
  liaisonId: number
  reason: LiaisonReason
  /** The place, road or nothing that both share. */
  shared: string | null
  /** Enterprises of the officer once this one is taken on. */
  load: number
}

export interface LiaisonProposal {
  assignments: ProposedAssignment[]
  /** Whom nobody could take: no officer works in the unit, or all who do have as many as the limit allows. */
  left: { id: number; why: 'no-officer' | 'all-full' }[]
}

interface Candidate {
  officer: Officer
  load: number
  places: Set<string>
  roads: Set<string>
}

/**
 * 联络员分派建议: gives every uncovered enterprise to one officer of its unit, else to one who works in the whole
 * district. Who serves the same building, village or road goes first as long as nobody in the unit has markedly fewer
 * (a balanced share of the unit's enterprises); then whoever has the fewest. Pure and deterministic. No enterprise is
 * given twice, no officer gets more than `limit` enterprises, those he has already counted in.
 */
export function proposeLiaisons(
  enterprises: readonly UncoveredEnterprise[],
  officers: readonly Officer[],
  limit: number,
): LiaisonProposal {
  const candidates = officers.map((officer) => candidateOf(officer))
  const roving = candidates.filter(({ officer }) => officer.unitIds.length === 0)
  const byUnit = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    for (const unitId of new Set(candidate.officer.unitIds)) {
      const list = byUnit.get(unitId)
      if (list) list.push(candidate)
      else byUnit.set(unitId, [candidate])
    }
  }
  const proposal: LiaisonProposal = { assignments: [], left: [] }
  for (const [unitId, waiting] of groupByUnit(enterprises)) {
    const local = byUnit.get(unitId) ?? []
    const share = fairShare(local, waiting.length, limit)
    for (const enterprise of sideBySide(waiting)) {
      const chosen = choose(enterprise, local, roving, share, limit)
      if (!chosen) {
        proposal.left.push({ id: enterprise.id, why: local.length + roving.length === 0 ? 'no-officer' : 'all-full' })
        continue
      }
      const { candidate, reason, shared } = chosen
      candidate.load += 1
      remember(candidate, enterprise)
      proposal.assignments.push({ enterpriseId: enterprise.id, liaisonId: candidate.officer.id, reason, shared, load: candidate.load })
    }
  }
  return proposal
}

interface Choice {
  candidate: Candidate
  reason: LiaisonReason
  shared: string | null
}

function choose(enterprise: UncoveredEnterprise, local: readonly Candidate[], roving: readonly Candidate[], share: number, limit: number): Choice | null {
  const place = placeOf(enterprise)
  const road = roadKey(enterprise)
  const samePlace = place && leastLoaded(local, share, ({ places }) => places.has(place))
  if (samePlace) return { candidate: samePlace, reason: '同一场所', shared: enterprise.placeName }
  const sameRoad = road && leastLoaded(local, share, ({ roads }) => roads.has(road))
  if (sameRoad) return { candidate: sameRoad, reason: '同一道路', shared: roadOf(enterprise.businessAddress) }
  const sameUnit = leastLoaded(local, limit, () => true)
  if (sameUnit) return { candidate: sameUnit, reason: '同一单位', shared: null }
  const anybody = leastLoaded(roving, limit, () => true)
  return anybody && { candidate: anybody, reason: '全区调配', shared: null }
}

/** Of those with fewer than `below` enterprises, the one with the fewest; the first of several. */
function leastLoaded(candidates: readonly Candidate[], below: number, fits: (candidate: Candidate) => boolean): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of candidates) {
    if (candidate.load < below && (!best || candidate.load < best.load) && fits(candidate)) best = candidate
  }
  return best
}

/** Up to this load nearness decides; beyond it, who has the fewest. */
function fairShare(local: readonly Candidate[], added: number, limit: number): number {
  const total = local.reduce((sum, { load }) => sum + load, added)
  return Math.min(limit, Math.ceil(total / Math.max(local.length, 1)))
}

/** Enterprises of one building or road one after another, the largest place first, so that one officer gets them. */
function sideBySide(enterprises: readonly UncoveredEnterprise[]): UncoveredEnterprise[] {
  const places = new Map<string, UncoveredEnterprise[]>()
  for (const enterprise of enterprises) {
    const key = placeOf(enterprise) ?? roadKey(enterprise) ?? ''
    const list = places.get(key)
    if (list) list.push(enterprise)
    else places.set(key, [enterprise])
  }
  return [...places].sort(([a, first], [b, second]) => Number(a === '') - Number(b === '') || second.length - first.length).flatMap(([, list]) => list)
}

function groupByUnit(enterprises: readonly UncoveredEnterprise[]): Map<number, UncoveredEnterprise[]> {
  const groups = new Map<number, UncoveredEnterprise[]>()
  for (const enterprise of enterprises) {
    const list = groups.get(enterprise.unitId)
    if (list) list.push(enterprise)
    else groups.set(enterprise.unitId, [enterprise])
  }
  return groups
}

function candidateOf(officer: Officer): Candidate {
  const candidate: Candidate = { officer, load: officer.serves.length, places: new Set(), roads: new Set() }
  for (const served of officer.serves) remember(candidate, served)
  return candidate
}

function remember({ places, roads }: Candidate, enterprise: Omit<UncoveredEnterprise, 'id'>): void {
  const place = placeOf(enterprise)
  const road = roadKey(enterprise)
  if (place !== null) places.add(place)
  if (road !== null) roads.add(road)
}

function placeOf({ unitId, placeName }: Omit<UncoveredEnterprise, 'id'>): string | null {
  const name = placeName?.replace(/\s/g, '') ?? ''
  return name === '' ? null : `${unitId}|${name}`
}

function roadKey({ unitId, businessAddress }: Omit<UncoveredEnterprise, 'id'>): string | null {
  const road = roadOf(businessAddress)
  return road === null ? null : `${unitId}|${road}`
}

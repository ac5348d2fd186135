import { jointBond, type Bond, type Placed } from './jointBond'

/** Where an enterprise stands. */
export interface Site extends Placed {
  unitId: number
}

/** An enterprise that neither an organisation nor a liaison covers. */
export interface UncoveredEnterprise extends Site {
  id: number
}

/** Somebody in post who may take enterprises on. */
export interface Officer {
  id: number
  /** The units the officer works in. */
  unitIds: readonly number[]
  /** May be sent to other units too, where nobody of theirs has room. */
  roves: boolean
  /** The enterprises the officer already looks after. */
  serves: readonly Site[]
}

/** How near an assigned enterprise lies to what the officer has already, the nearest first. */
export const liaisonReasons = ['同一场所', '同一村(社区)', '同一道路', '同一单位', '全区调配'] as const
export type LiaisonReason = (typeof liaisonReasons)[number]

export interface ProposedAssignment {
  enterpriseId: number
  liaisonId: number
  reason: LiaisonReason
  /** The place, village or road that both share; null for the last two reasons. */
  shared: string | null
  /** Enterprises of the officer once this one is taken on. */
  load: number
}

export interface LiaisonProposal {
  assignments: ProposedAssignment[]
  /** Whom nobody could take: no officer works in the unit, or all who do have as many as the limit allows. */
  left: { id: number; why: 'no-officer' | 'all-full' }[]
}

/** The bonds that bring an officer to an enterprise: one who serves an industry is no nearer for that. */
const near = [
  { level: 'place', reason: '同一场所' },
  { level: 'community', reason: '同一村(社区)' },
  { level: 'road', reason: '同一道路' },
] as const satisfies { level: Bond['level']; reason: LiaisonReason }[]

interface Candidate {
  officer: Officer
  load: number
  /** Keys of what the enterprises of the officer have by way of place, village and road. */
  sites: Set<string>
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
  const candidates = officers.map(candidateOf)
  const proposal: LiaisonProposal = { assignments: [], left: [] }
  for (const [unitId, waiting] of groupByUnit(enterprises)) {
    const local = candidates.filter(({ officer }) => officer.unitIds.includes(unitId))
    const roving = candidates.filter(({ officer }) => officer.roves && !officer.unitIds.includes(unitId))
    const share = fairShare(local, waiting.length, limit)
    for (const enterprise of sideBySide(waiting)) {
      const chosen = choose(enterprise, { local, roving, share, limit })
      if (!chosen) {
        proposal.left.push({ id: enterprise.id, why: local.length + roving.length === 0 ? 'no-officer' : 'all-full' })
        continue
      }
      const { candidate, reason, shared } = chosen
      candidate.load += 1
      remember(candidate, enterprise)
      const liaisonId = candidate.officer.id
      proposal.assignments.push({ enterpriseId: enterprise.id, liaisonId, reason, shared, load: candidate.load })
    }
  }
  return proposal
}

interface Choice {
  candidate: Candidate
  reason: LiaisonReason
  shared: string | null
}

/** Who may take an enterprise: those of its unit, and others; up to `share` nearness decides, up to `limit` any may. */
interface Choosable {
  local: readonly Candidate[]
  roving: readonly Candidate[]
  share: number
  limit: number
}

function choose(enterprise: UncoveredEnterprise, { local, roving, share, limit }: Choosable): Choice | null {
  for (const { level, reason } of near) {
    const key = siteKey(enterprise, level)
    const nearest = key !== null && leastLoaded(local, share, ({ sites }) => sites.has(key))
    if (nearest) return { candidate: nearest, reason, shared: jointBond(enterprise, level)?.name ?? null }
  }
  const sameUnit = leastLoaded(local, limit)
  if (sameUnit) return { candidate: sameUnit, reason: '同一单位', shared: null }
  const anybody = leastLoaded(roving, limit)
  return anybody && { candidate: anybody, reason: '全区调配', shared: null }
}

/** Of those with fewer than `below` enterprises, the one with the fewest; the first of several. */
function leastLoaded(
  candidates: readonly Candidate[],
  below: number,
  fits: (candidate: Candidate) => boolean = () => true,
): Candidate | null {
  let best: Candidate | null = null
  for (const candidate of candidates) {
    if (candidate.load < below && (!best || candidate.load < best.load) && fits(candidate)) best = candidate
  }
  return best
}

/** An even share of the unit's enterprises for each of its officers. */
function fairShare(local: readonly Candidate[], added: number, limit: number): number {
  const total = local.reduce((sum, { load }) => sum + load, added)
  return Math.min(limit, Math.ceil(total / Math.max(local.length, 1)))
}

/** Enterprises of one building, village or road one after another, the largest first, so that one officer gets them. */
function sideBySide(enterprises: readonly UncoveredEnterprise[]): UncoveredEnterprise[] {
  const sites = new Map<string, UncoveredEnterprise[]>()
  for (const enterprise of enterprises) {
    const [key = ''] = siteKeys(enterprise)
    const list = sites.get(key)
    if (list) list.push(enterprise)
    else sites.set(key, [enterprise])
  }
  return [...sites]
    .sort(([a, first], [b, second]) => Number(a === '') - Number(b === '') || second.length - first.length)
    .flatMap(([, list]) => list)
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
  const candidate: Candidate = { officer, load: officer.serves.length, sites: new Set() }
  for (const served of officer.serves) remember(candidate, served)
  return candidate
}

function remember({ sites }: Candidate, site: Site): void {
  for (const key of siteKeys(site)) sites.add(key)
}

function siteKeys(site: Site): string[] {
  return near.flatMap(({ level }) => siteKey(site, level) ?? [])
}

function siteKey(site: Site, level: Bond['level']): string | null {
  const bond = jointBond(site, level)
  return bond && `${site.unitId}|${level}|${bond.name}`
}

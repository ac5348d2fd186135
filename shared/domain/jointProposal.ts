import { houseNumberOf, jointBond, nearnesses, roadOf, type Bond, type Nearness, type Placed } from './jointBond'

/** An enterprise without an organisation and with some 正式党员, but too few for an organisation of its own. */
export interface JointCandidate extends Placed {
  id: number
  unitId: number
  /** At least 1; one with as many as `minMembers` founds its own and is no candidate. */
  formalMembers: number
}

export interface JointLimits {
  /** 正式党员 an organisation needs (setting, 3). */
  minMembers: number
  /** Enterprises one joint organisation should cover at most (setting, 5). */
  jointLimit: number
}

/** 就近少设: few organisations, filled up. 就近多设: many, each just large enough. 同行业优先: industry before nearness. */
export const jointStrategies = ['就近少设', '就近多设', '同行业优先'] as const
export type JointStrategy = (typeof jointStrategies)[number]

export interface JointGroup {
  unitId: number
  /** What its enterprises have in common. */
  bond: Bond
  /** In the order of the candidates. */
  enterpriseIds: number[]
  /** 正式党员 of all of them together: never fewer than `minMembers`. */
  formalMembers: number
}

export interface JointProposal {
  strategy: JointStrategy
  groups: JointGroup[]
  /** Whom no group could take. */
  left: { id: number; why: JointObstacle }[]
}

/**
 * Why no group could take an enterprise: its record says nothing of where it is and what it does; no other candidate of
 * its unit shares any of it; those who do have too few 正式党员 together, or found theirs with others.
 */
export const jointObstacles = ['nothing-stated', 'alone', 'too-few-near'] as const
export type JointObstacle = (typeof jointObstacles)[number]

/**
 * 联合组建建议: proposes joint organisations among enterprises of one unit that share a building, park, market or
 * shopping street, a village or community, a road, or an industry. Pure and deterministic. No enterprise stands in two
 * groups, each group has `minMembers` 正式党员 and at most `jointLimit` enterprises.
 */
export function proposeJointOrgs(
  candidates: readonly JointCandidate[],
  limits: JointLimits,
  strategy: JointStrategy,
): JointProposal {
  const order = new Map(candidates.map(({ id }, at) => [id, at]))
  const waiting = new Set(candidates.filter(({ formalMembers }) => formalMembers > 0))
  const groups: JointGroup[] = []
  for (const level of levelsOf(strategy)) {
    for (const { bond, members } of bondsOf([...waiting], level)) {
      for (const chosen of partition(members, limits, strategy)) {
        for (const candidate of chosen) waiting.delete(candidate)
        groups.push({
          unitId: chosen[0]?.unitId ?? 0,
          bond,
          enterpriseIds: chosen.map(({ id }) => id).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
          formalMembers: sumOf(chosen),
        })
      }
    }
  }
  return { strategy, groups, left: obstaclesOf([...waiting], candidates) }
}

function levelsOf(strategy: JointStrategy): readonly Nearness[] {
  return strategy === '同行业优先' ? ['industry', ...nearnesses.filter((level) => level !== 'industry')] : nearnesses
}

function obstaclesOf(waiting: readonly JointCandidate[], candidates: readonly JointCandidate[]): JointProposal['left'] {
  const shared = new Set(nearnesses.flatMap((level) => bondsOf(candidates, level).flatMap(({ members }) => members)))
  return waiting.map((candidate) => {
    if (shared.has(candidate)) return { id: candidate.id, why: 'too-few-near' }
    const isStated = nearnesses.some((level) => jointBond(candidate, level) !== null)
    return { id: candidate.id, why: isStated ? 'alone' : 'nothing-stated' }
  })
}

interface Bonded {
  bond: Bond
  members: JointCandidate[]
}

/** Candidates of one unit by what they have in common, in the order in which they were given; single ones left out. */
function bondsOf(candidates: readonly JointCandidate[], level: Nearness): Bonded[] {
  const found = new Map<string, Bonded>()
  for (const candidate of candidates) {
    const bond = jointBond(candidate, level)
    if (!bond) continue
    const key = `${candidate.unitId}|${bond.basis}|${bond.name}`
    const bonded = found.get(key)
    if (bonded) bonded.members.push(candidate)
    else found.set(key, { bond, members: [candidate] })
  }
  return [...found.values()].filter(({ members }) => members.length > 1)
}

/** Cuts candidates into groups that keep the limits; whom no group takes stands in none. */
function partition(members: readonly JointCandidate[], limits: JointLimits, strategy: JointStrategy): JointCandidate[][] {
  if (strategy !== '就近多设') {
    const even = evenGroups(members, limits)
    if (even) return even
  }
  const groups = smallGroups(members, limits)
  const taken = new Set(groups.flat())
  for (const candidate of members) {
    if (taken.has(candidate)) continue
    const smallest = groups.filter((group) => group.length < limits.jointLimit).sort((a, b) => a.length - b.length)[0]
    smallest?.push(candidate)
  }
  return groups
}

/** The fewest groups of like size that take everybody; null where no number of groups can. */
function evenGroups(members: readonly JointCandidate[], { minMembers, jointLimit }: JointLimits): JointCandidate[][] | null {
  const strongest = byMembers(members)
  // Neighbours along the road stay together where the members allow it; else the strong are dealt out one to each group.
  const along = alongTheRoad(members)
  for (let count = Math.ceil(members.length / jointLimit); count * 2 <= members.length; count++) {
    for (const groups of [cut(along, count), deal(strongest, count)]) {
      if (groups.every((group) => group.length > 1 && sumOf(group) >= minMembers)) return groups
    }
  }
  return null
}

function alongTheRoad(members: readonly JointCandidate[]): JointCandidate[] {
  return members
    .map((member) => ({ member, road: roadOf(member.businessAddress) ?? '', house: houseNumberOf(member.businessAddress) ?? 0 }))
    .sort((a, b) => compare(a.road, b.road) || a.house - b.house)
    .map(({ member }) => member)
}

function cut<T>(list: readonly T[], count: number): T[][] {
  const at = (part: number): number => Math.floor((part * list.length) / count)
  return Array.from({ length: count }, (_, i) => list.slice(at(i), at(i + 1)))
}

/** There and back again, so that no group gets all the strong ones. */
function deal<T>(list: readonly T[], count: number): T[][] {
  const groups = Array.from({ length: count }, (): T[] => [])
  for (const [i, one] of list.entries()) {
    const place = i % (2 * count)
    groups[place < count ? place : 2 * count - 1 - place]?.push(one)
  }
  return groups
}

/** As many groups as can reach the threshold: the strongest first, completed by the weakest that suffice. */
function smallGroups(members: readonly JointCandidate[], { minMembers, jointLimit }: JointLimits): JointCandidate[][] {
  const rest = byMembers(members)
  const groups: JointCandidate[][] = []
  for (let strongest = rest.shift(); strongest; strongest = rest.shift()) {
    const group = [strongest]
    let missing = minMembers - strongest.formalMembers
    while (group.length === 1 || missing > 0) {
      if (group.length === jointLimit) break
      const enough = rest.findLastIndex(({ formalMembers }) => formalMembers >= missing)
      const [next] = rest.splice(enough >= 0 ? enough : 0, 1)
      if (!next) break
      group.push(next)
      missing -= next.formalMembers
    }
    if (missing > 0 || group.length === 1) break
    groups.push(group)
  }
  return groups
}

function byMembers(members: readonly JointCandidate[]): JointCandidate[] {
  return [...members].sort((a, b) => b.formalMembers - a.formalMembers)
}

function sumOf(members: readonly JointCandidate[]): number {
  return members.reduce((sum, { formalMembers }) => sum + formalMembers, 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { suspectReasons, type SuspectReason } from '../../../shared/domain/suspectReason'
import { coreKey, nameKey } from '../text/nameKey'

/** By what an enterprise can be recognised. */
export interface EnterpriseIdentity {
  id: number
  unitId: number
  name: string
  nameKey: string
  formerNames: readonly string[]
  creditCode: string | null
  oldCode: string | null
}

export interface Suspects {
  reason: SuspectReason
  one: number
  other: number
}

/** A key that more enterprises share than this says nothing about any two of them. */
const mostAlike = 20

/**
 * Pairs of enterprises that may be one (docs/domain.md, V-03 and V-05), the surest reasons first, each pair once.
 * Two different credit codes are two legal persons: such a pair is named only for the very same name.
 */
export function findSuspects(enterprises: readonly EnterpriseIdentity[], regionName: string | null): Suspects[] {
  const found = new Map<string, Suspects>()
  const keysOf: Record<SuspectReason, (enterprise: EnterpriseIdentity) => string[]> = {
    同名: ({ nameKey: key }) => [key],
    曾用名: ({ nameKey: key, formerNames }) => [key, ...formerNames.map(nameKey)],
    原注册号相同: ({ oldCode }) => (oldCode === null ? [] : [oldCode]),
    名称相近: ({ nameKey: key }) => [coreKey(key, regionName)],
  }
  for (const reason of suspectReasons) {
    for (const [one, other] of pairsBy(enterprises, keysOf[reason])) {
      const key = `${one.id} ${other.id}`
      if (found.has(key) || (reason !== '同名' && areApart(one, other))) continue
      found.set(key, { reason, one: one.id, other: other.id })
    }
  }
  return [...found.values()]
}

function areApart(one: EnterpriseIdentity, other: EnterpriseIdentity): boolean {
  return one.creditCode !== null && other.creditCode !== null && one.creditCode !== other.creditCode
}

function pairsBy(
  enterprises: readonly EnterpriseIdentity[],
  keysOf: (enterprise: EnterpriseIdentity) => string[],
): [EnterpriseIdentity, EnterpriseIdentity][] {
  const groups = new Map<string, EnterpriseIdentity[]>()
  for (const enterprise of enterprises) {
    for (const key of new Set(keysOf(enterprise))) {
      const group = groups.get(key)
      if (group) group.push(enterprise)
      else groups.set(key, [enterprise])
    }
  }
  return [...groups.values()].flatMap((group) =>
    group.length < 2 || group.length > mostAlike
      ? []
      : group.flatMap((one, i) => group.slice(i + 1).map((other): [EnterpriseIdentity, EnterpriseIdentity] => [one, other])),
  )
}

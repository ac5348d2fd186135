import type { EnterpriseIdentity } from './findSuspects'

/** What somebody said: these two are not one. With the identities they had then. */
export interface ToldApart {
  oneId: number
  otherId: number
  oneAs: string
  otherAs: string
}

/** Name, codes and former names of an enterprise as one text: what it is taken for another by, to be kept and read. */
export function identityText({ name, creditCode, oldCode, formerNames }: Omit<EnterpriseIdentity, 'id' | 'unitId' | 'nameKey'>): string {
  return [name, creditCode, oldCode, ...formerNames].filter((part) => part !== null).join('，').slice(0, 1000)
}

/** Whether a pair was told apart and neither of the two has changed its name or codes since. */
export function toldApart(
  distinctions: readonly ToldApart[],
  enterprises: readonly EnterpriseIdentity[],
): (one: number, other: number) => boolean {
  const wanted = new Set(distinctions.flatMap(({ oneId, otherId }) => [oneId, otherId]))
  const now = new Map(enterprises.filter(({ id }) => wanted.has(id)).map((enterprise) => [enterprise.id, identityText(enterprise)]))
  const holding = distinctions.filter(({ oneId, otherId, oneAs, otherAs }) => now.get(oneId) === oneAs && now.get(otherId) === otherAs)
  const pairs = new Set(holding.map(({ oneId, otherId }) => `${oneId} ${otherId}`))
  return (one, other) => pairs.has(one < other ? `${one} ${other}` : `${other} ${one}`)
}

import { coreKey, nameKey } from '../text/nameKey'
import type { KnownEnterprise } from './knownLedger'

export type Match =
  /** `id`: the row was sent out as this enterprise. */
  | { by: 'id' | 'code' | 'name' | 'former'; enterprise: KnownEnterprise }
  | { by: 'nothing'; lookalike: KnownEnterprise | null }

/** Finds the enterprise a row speaks of: credit code, then name, then a former name. Lookalikes are only suggested. */
export function enterpriseMatcher(enterprises: readonly KnownEnterprise[], regionName: string | null) {
  const byCode = new Map<string, KnownEnterprise>()
  const byName = new Map<string, KnownEnterprise>()
  const byFormer = new Map<string, KnownEnterprise>()
  const byCore = new Map<string, KnownEnterprise>()
  for (const enterprise of enterprises) {
    if (enterprise.creditCode) byCode.set(enterprise.creditCode, enterprise)
    byName.set(enterprise.nameKey, enterprise)
    byCore.set(coreKey(enterprise.nameKey, regionName), enterprise)
    for (const former of enterprise.formerNames) byFormer.set(nameKey(former), enterprise)
  }
  /** `key` is the nameKey of the stated name. */
  return function match(creditCode: string | null | undefined, key: string): Match {
    const ofCode = creditCode ? byCode.get(creditCode) : undefined
    if (ofCode) return { by: 'code', enterprise: ofCode }
    const ofName = byName.get(key)
    if (ofName) return { by: 'name', enterprise: ofName }
    const ofFormer = byFormer.get(key)
    if (ofFormer) return { by: 'former', enterprise: ofFormer }
    return { by: 'nothing', lookalike: byCore.size === 0 ? null : (byCore.get(coreKey(key, regionName)) ?? null) }
  }
}

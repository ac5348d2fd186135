import type { LiaisonKind } from '../../../shared/domain/valueDomain'
import { nameKey } from '../text/nameKey'
import type { ImportFields } from './importField'
import type { KnownEnterprise, KnownLiaison } from './knownLedger'

/** A person as the files state him: found in the ledger or new. */
export interface PlannedLiaison {
  key: string
  existing: KnownLiaison | null
  name: string
  kind: LiaisonKind
  phone: string | null
  employerPost: string | null
}

/** Recognises people by name and telephone; the person already assigned to the enterprise wins over a namesake. */
export function liaisonPlanner(known: readonly KnownLiaison[]) {
  const byId = new Map(known.map((liaison) => [liaison.id, liaison]))
  const byName = new Map<string, KnownLiaison[]>()
  for (const liaison of known) {
    const key = nameKey(liaison.name)
    byName.set(key, [...(byName.get(key) ?? []), liaison])
  }
  const planned = new Map<string, PlannedLiaison>()

  function find(name: string, phone: string | null, current: KnownLiaison | undefined): KnownLiaison | null {
    if (current && nameKey(current.name) === nameKey(name)) return current
    const namesakes = byName.get(nameKey(name)) ?? []
    const samePhone = namesakes.filter((liaison) => phone === null || liaison.phone === null || liaison.phone === phone)
    return samePhone.find((liaison) => liaison.phone === phone) ?? (samePhone.length === 1 ? (samePhone[0] ?? null) : null)
  }

  return {
    planned,
    add(facts: Readonly<Partial<ImportFields>>, enterprise: KnownEnterprise | null): PlannedLiaison | null {
      const name = facts.liaisonName
      if (!name) return null
      const phone = facts.liaisonPhone ?? null
      const existing = find(name, phone, enterprise?.liaisonId ? byId.get(enterprise.liaisonId) : undefined)
      const key = existing ? `#${existing.id}` : `${nameKey(name)}|${phone ?? ''}`
      let liaison = planned.get(key)
      if (!liaison) {
        liaison = { key, existing, name, kind: facts.liaisonKind ?? '联络员', phone, employerPost: facts.liaisonEmployerPost ?? null }
        planned.set(key, liaison)
      }
      liaison.phone ??= phone
      liaison.employerPost ??= facts.liaisonEmployerPost ?? null
      return liaison
    },
  }
}

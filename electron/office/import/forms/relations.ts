import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { numberOf, textOf, type DraftLedger, type DraftRecord } from './draftLedger'

/** Whether a relation with these ends lives on a day; a blank end is open. */
export function livesOn(record: DraftRecord, from: string, to: string, day: CalendarDate): boolean {
  const [begin, end] = [textOf(record, from), textOf(record, to)]
  return (begin === null || begin <= day) && (end === null || end >= day)
}

/** Which organisation covers which enterprise today, and what else an enterprise was ever covered by. */
export interface CoverageIndex {
  of(enterpriseId: number): DraftRecord | undefined
  enterprisesOf(partyOrgId: number): readonly number[]
  wasCovered(enterpriseId: number): boolean
  put(coverage: DraftRecord): void
  end(coverage: DraftRecord): void
}

export function coverageIndex(ledger: DraftLedger, today: CalendarDate): CoverageIndex {
  const living = new Map<number, DraftRecord>()
  const ever = new Set<number>()
  const byOrg = new Map<number, Set<number>>()
  const enterpriseOf = (coverage: DraftRecord): number => numberOf(coverage, 'enterpriseId') ?? 0
  const orgOf = (coverage: DraftRecord): number => numberOf(coverage, 'partyOrgId') ?? 0
  const index: CoverageIndex = {
    of: (enterpriseId) => living.get(enterpriseId),
    enterprisesOf: (partyOrgId) => [...(byOrg.get(partyOrgId) ?? [])],
    wasCovered: (enterpriseId) => ever.has(enterpriseId),
    put(coverage) {
      const id = enterpriseOf(coverage)
      ever.add(id)
      living.set(id, coverage)
      byOrg.set(orgOf(coverage), (byOrg.get(orgOf(coverage)) ?? new Set()).add(id))
    },
    end(coverage) {
      living.delete(enterpriseOf(coverage))
      byOrg.get(orgOf(coverage))?.delete(enterpriseOf(coverage))
    },
  }
  for (const coverage of ledger.list('coverage')) {
    ever.add(enterpriseOf(coverage))
    if (!livesOn(coverage, 'since', 'until', today)) continue
    const other = living.get(enterpriseOf(coverage))
    // Of two, the one that began last counts, as everywhere (docs/domain.md 3.2).
    if (other && (textOf(other, 'since') ?? '') > (textOf(coverage, 'since') ?? '')) continue
    if (other) index.end(other)
    index.put(coverage)
  }
  return index
}

/** The secretary in office of each organisation. */
export function secretaryIndex(ledger: DraftLedger, today: CalendarDate): Map<number, DraftRecord> {
  const current = new Map<number, DraftRecord>()
  for (const term of ledger.list('secretaryTerm')) {
    if (!livesOn(term, 'since', 'until', today)) continue
    const orgId = numberOf(term, 'partyOrgId') ?? 0
    const other = current.get(orgId)
    if (!other || (textOf(term, 'since') ?? '') >= (textOf(other, 'since') ?? '')) current.set(orgId, term)
  }
  return current
}

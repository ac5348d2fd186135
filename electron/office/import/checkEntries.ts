import type { CoverageRules } from '../../../shared/domain/coverage'
import type { CheckLimits, OfficeSettings } from '../../../shared/domain/officeSettings'
import { checkFacts } from './checkFacts'
import type { ImportField, ImportFields } from './importField'
import type { KnownEnterprise, KnownLedger } from './knownLedger'
import { reporter, type PlanEntry } from './planEntry'
import type { PlannedOrg } from './planOrgs'

/** Runs the checks over every row as it would stand after the commit; tells after each how many it has checked. */
export function* checkEntries(
  entries: readonly PlanEntry[],
  ledger: KnownLedger,
  settings: { rules: CoverageRules; limits: CheckLimits; wording: Pick<OfficeSettings, 'words' | 'deliveryLabels'>; today: string },
): Generator<number> {
  let checked = 0
  const merged = new Map<PlanEntry, Partial<ImportFields>>()
  const members = new Map<PlannedOrg, number>()
  const covered = new Map<number, KnownEnterprise[]>()
  for (const known of ledger.enterprises) {
    if (known.partyOrgId === null) continue
    const list = covered.get(known.partyOrgId)
    if (list) list.push(known)
    else covered.set(known.partyOrgId, [known])
  }
  const met = new Set(entries.map((entry) => entry.known?.id))
  for (const entry of entries) {
    if (entry.action === 'skip') continue
    const facts = mergedFacts(entry)
    merged.set(entry, facts)
    if (entry.org) members.set(entry.org, (members.get(entry.org) ?? 0) + (facts.formalMembers ?? 0))
  }
  for (const [org, sum] of members) {
    const rest = org.existing ? (covered.get(org.existing.id) ?? []).filter((known) => !met.has(known.id)) : []
    members.set(org, rest.reduce((all, known) => all + (known.formalMembers ?? 0), sum))
  }
  for (const [entry, facts] of merged) {
    const { columns } = entry.row
    const report = reporter(entry)
    const found = checkFacts(facts, {
      rules: settings.rules,
      limits: settings.limits,
      wording: settings.wording,
      today: settings.today,
      orgMembers: entry.org ? (members.get(entry.org) ?? null) : null,
      asked: (field) => columns.has(field),
    })
    for (const finding of found) {
      if (entry.problems.some((p) => p.code === finding.code && (p.code === 'V-12' || p.code === 'V-06'))) continue
      report(finding.code, finding.level, finding.field, finding.message)
    }
    yield ++checked
  }
}

function mergedFacts(entry: PlanEntry): Partial<ImportFields> {
  if (!entry.known) return entry.added
  const facts: Partial<Record<ImportField, unknown>> = { ...entry.known }
  for (const change of entry.changes) facts[change.field] = change.after
  return facts as Partial<ImportFields>
}

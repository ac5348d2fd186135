import type { ImportPolicy } from '../../../../shared/contract/import'
import type { ImportFields } from '../importField'
import type { PlanEntry, Report } from '../planEntry'
import { settleFacts } from '../settleFacts'
import { sinceIssued } from './sinceIssued'

type Facts = Partial<ImportFields>

/** Settles a row's facts; what its cells already disagreed on when they were sent out is not reported again. */
export function settleSince(stated: Readonly<Facts>, issued: Readonly<Facts> | undefined, report: Report): Facts {
  const old = new Set<string>()
  if (issued) settleFacts(issued, (...finding) => old.add(finding.join('|')))
  return settleFacts(stated, (...finding) => {
    if (!old.has(finding.join('|'))) report(...finding)
  })
}

/** Leaves of a row's facts what is new since its enterprise was sent out, and notes what both sides changed. */
export function takeSinceIssued(entry: PlanEntry, policy: ImportPolicy): void {
  const { file, row, known } = entry
  const issued = known && file.issued?.get(row.issuedId ?? known.id)
  if (!known || !issued) return
  const { values, ...sent } = issued
  const base = { ...sent, facts: settleFacts(values, () => undefined) }
  const { facts, conflicts } = sinceIssued({ facts: entry.facts, months: row.months }, base, known, entry.keep)
  entry.facts = facts
  // Filling blanks only, what the ledger has stays anyway; adding only, it is not touched.
  entry.conflicts = policy === 'replace' ? conflicts : conflicts.filter(({ ours }) => policy === 'fill' && isBlank(ours))
}

function isBlank(value: ImportFields[keyof ImportFields] | null): boolean {
  return value === null || value === ''
}

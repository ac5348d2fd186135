import { defaultTermYears, termEnd } from '../../../../shared/domain/election'
import type { OrgType } from '../../../../shared/domain/valueDomain'
import { textOf, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'
import type { StatedValues } from './statedValues'

/** What is cleared with an election: it all spoke of the term that ended. */
const endedTerm = ['termEndsOn', 'extendedTo', 'extensionNo', 'plannedElectionOn', 'remindedOn', 'remindedBy'] as const

/**
 * What a row says of a term without what only follows from it: the years of the type and the end they lead to stay
 * computed. `before` is the organisation as the ledger has it; null for a new one.
 */
export function withoutComputedTerm(stated: StatedValues, before: DraftRecord | null): StatedValues {
  const after = (field: string): string | number | null => {
    const value = stated[field]?.value ?? before?.values[field] ?? null
    return typeof value === 'string' || typeof value === 'number' ? value : null
  }
  const rest = { ...stated }
  const type = after('orgType') as OrgType | null
  if (type !== null && (before?.values['termYears'] ?? null) === null && stated['termYears']?.value === defaultTermYears(type)) delete rest['termYears']
  const [years, elected, founded] = [after('termYears'), after('lastElectionOn'), after('foundedOn')]
  const end = type && termEnd({
    type,
    termYears: typeof years === 'number' ? years : null,
    lastElectionOn: typeof elected === 'string' ? elected : null,
    foundedOn: typeof founded === 'string' ? founded : null,
    termEndsOn: null,
    extendedTo: null,
  })
  if (end !== null && stated['termEndsOn']?.value === end && (before?.values['termEndsOn'] ?? null) === null) delete rest['termEndsOn']
  return rest
}

/** A later election begins a new term: what the ledger knows of the old one goes, unless the row says it anew. */
export function endFormerTerm(draft: EntryDraft, org: DraftRecord, stated: StatedValues): void {
  const elected = stated['lastElectionOn']
  const before = textOf(org, 'lastElectionOn')
  if (!elected || typeof elected.value !== 'string' || !draft.mayReplace(before)) return
  if (before === null || elected.value.slice(0, 7) <= before.slice(0, 7)) return
  const gone = endedTerm.filter((field) => stated[field] === undefined && (org.values[field] ?? null) !== null)
  draft.follow(org, Object.fromEntries(gone.map((field) => [field, null])), elected.column)
}

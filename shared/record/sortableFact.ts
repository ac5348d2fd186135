import type { RecordKind } from './recordKind'

/**
 * Computed facts (docs/domain.md, by kind) that a ledger may be sorted by, beside the fields of the kind and `unitName`.
 * A fact that is a sentence made of several others (`reason`) has no order.
 */
export const sortableFacts: Partial<Record<RecordKind, readonly string[]>> = {
  enterprise: [
    'status', 'inBase', 'partyOrgName', 'liaisonName', 'planState', 'firstLook', 'firstLookDueOn', 'firstLookDoneOn',
    'secondLook', 'secondLookDueOn', 'secondLookDoneOn',
  ],
  partyOrg: [
    'state', 'covers', 'formalMembers', 'probationaryMembers', 'secretaryName', 'secretaryPhone', 'endsOn', 'electionState',
    'daysToTermEnd', 'overdueMoreThanYear',
  ],
  coverage: ['formalMembers'],
  liaison: ['enterprises', 'visitsThisYear', 'lastVisitOn', 'required', 'done', 'fulfilled', 'rate', 'overdue'],
  assignment: [
    'liaisonKind', 'liaisonPhone', 'lastVisitOn', 'visitState', 'asked', 'doneNow', 'missing', 'visitDueOn', 'visitDays',
    'required', 'done', 'rate',
  ],
  visit: ['problemState', 'problemDays', 'followedOn'],
  proposal: ['answerState'],
}

/** The computed facts a ledger of the kind may be sorted by. */
export function sortableFactsOf(kind: RecordKind): readonly string[] {
  return sortableFacts[kind] ?? []
}

export function isSortableFact(kind: RecordKind, name: string): boolean {
  return sortableFactsOf(kind).includes(name)
}

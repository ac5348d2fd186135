import type { RouteLocationRaw } from 'vue-router'
import type { QualityFinding } from '../../../shared/contract/quality'
import type { RecordKind } from '../../../shared/record/recordKind'

/** Ledgers that open one record of theirs by the address. */
const ledgers: Partial<Record<RecordKind, string>> = {
  liaison: 'liaisonPeople', assignment: 'assignments', visit: 'visits', activity: 'carriers', fundEntry: 'funds',
  followUp: 'followUpRecords', meeting: 'meetings', decision: 'decisions', proposal: 'proposals',
}

/** Pages where a kind is looked after as a whole. */
const pages: Partial<Record<RecordKind, string>> = {
  scheme: 'assessment', schemeItem: 'assessment', score: 'assessment', quarterScore: 'assessment', yearScore: 'assessment', target: 'targets',
}

/** Where the record of a finding is put right. */
export function recordRoute({ kind, recordId, enterpriseId, partyOrgId, unitId }: QualityFinding): RouteLocationRaw {
  const ledger = ledgers[kind]
  if (ledger) return { name: ledger, query: { id: String(recordId) } }
  const page = pages[kind]
  if (page) return { name: page }
  if (kind === 'unit') return { name: 'ledger', query: { unit: String(unitId ?? '') } }
  // What an organisation covers and who leads it stands on its own page, the rest on that of the enterprise.
  if (partyOrgId !== null && kind !== 'delivery') return { name: 'partyOrg', params: { id: String(partyOrgId) } }
  return enterpriseId === null ? { name: 'ledger' } : { name: 'enterprise', params: { id: String(enterpriseId) } }
}

import type { PhonePage } from '../../shared/contract/privacy'
import { definitionOf, type RecordKind } from '../../shared/record/recordKind'

/** Ledgers that show telephones of other records beside their own. */
const lending: ReadonlySet<RecordKind> = new Set(['assignment', 'followUp', 'visit', 'coverage'])

/** The page whose telephones a ledger shows; null where it shows none. */
export function phonePageOf(kind: RecordKind): PhonePage | null {
  const hasOwn = Object.values(definitionOf(kind).fields).some(({ type }) => type === 'phone')
  return hasOwn || lending.has(kind) ? kind : null
}

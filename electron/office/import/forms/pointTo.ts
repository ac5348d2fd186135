import type { FieldValue } from '../../../../shared/record/field'
import { textOf, type DraftLedger, type DraftRecord } from './draftLedger'
import type { EntryDraft } from './entryDraft'

interface Pointer {
  /** Field of the form that names whom the record speaks of. */
  column: string
  before: DraftRecord | undefined
  after: DraftRecord
  values: Record<string, FieldValue>
}

/**
 * Lets a record speak of another enterprise, organisation or person. Only of a record that was sent out may a row say
 * so: other rows are told by the names they bear.
 */
export function pointTo(draft: EntryDraft, record: DraftRecord, { column, before, after, values }: Pointer): void {
  if (before === after || !draft.mayReplace(true)) return
  draft.follow(record, values, column)
  draft.say(column, before ? (textOf(before, 'name') ?? '') : '', textOf(after, 'name') ?? '')
}

export function payeeOf(ledger: DraftLedger, { values }: DraftRecord): DraftRecord | undefined {
  return ledger.get('partyOrg', Number(values['partyOrgId'])) ?? ledger.get('enterprise', Number(values['enterpriseId']))
}

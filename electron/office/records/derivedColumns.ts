import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { nameKey } from '../text/nameKey'
import { orgKey } from '../text/orgKey'
import { nameColumns } from '../text/searchText'

/** Columns kept beside the fields so that a record is found, ordered and recognised on import. */
export function derivedColumns(kind: RecordKind, values: Readonly<Record<string, FieldValue>>): Record<string, string> {
  if (kind === 'partyOrg') return { nameKey: orgKey(String(values['name'])) }
  if (kind !== 'enterprise') return {}
  const name = String(values['name'])
  const text = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null)
  const former = (values['formerNames'] ?? []) as readonly string[]
  const places = [text('creditCode'), text('oldCode'), text('businessAddress'), text('placeName'), text('contactName')]
  return { nameKey: nameKey(name), ...nameColumns(name, [...former, ...places]) }
}

/** Fields that `derivedColumns` reads. */
export const derivingFields: ReadonlySet<string> = new Set([
  'name',
  'formerNames',
  'creditCode',
  'oldCode',
  'businessAddress',
  'placeName',
  'contactName',
])

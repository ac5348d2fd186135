import type { AuditChange } from '../db/entities/auditEntry'
import type { FieldValue } from '../../../shared/record/field'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import { showField } from '../../../shared/record/showField'
import { removedField } from './touchedRecord'

export interface ShownChange {
  field: string
  label: string
  before: string
  after: string
}

/** Changes as people read them; that a record came or went is told by the entry's action, not as a change. */
export function showChanges(
  kind: RecordKind,
  changes: readonly AuditChange[],
  nameOf: (kind: RecordKind, id: number) => string | undefined,
): ShownChange[] {
  const { fields } = definitionOf(kind)
  return changes
    .filter(({ field }) => field !== removedField)
    .map(({ field: name, before, after }) => {
      const field = fields[name]
      const shown = (value: unknown): string => {
        if (!field) return value === null ? '' : String(value)
        const named = field.type === 'ref' && typeof value === 'number' ? nameOf(field.to as RecordKind, value) : undefined
        return showField(field, value as FieldValue, named)
      }
      return { field: name, label: field?.label ?? name, before: shown(before), after: shown(after) }
    })
}

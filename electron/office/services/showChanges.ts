import type { AuditChange } from '../db/entities/auditEntry'
import type { FieldValue } from '../../../shared/record/field'
import { ownDefinition, type OwnWording } from '../../../shared/record/ownDefinition'
import type { RecordKind } from '../../../shared/record/recordKind'
import { showField } from '../../../shared/record/showField'

export interface ShownChange {
  field: string
  label: string
  before: string
  after: string
}

/** Changes in the words of the district, of fields only: that a record came or went is told by the entry's action. */
export function showChanges(
  kind: RecordKind,
  changes: readonly AuditChange[],
  nameOf: (kind: RecordKind, id: number) => string | undefined,
  wording: OwnWording,
): ShownChange[] {
  const { fields } = ownDefinition(kind, wording)
  return changes.flatMap(({ field: name, before, after }) => {
    const field = fields[name]
    if (!field) return []
    const shown = (value: unknown): string => {
      const named = field.type === 'ref' && typeof value === 'number' ? nameOf(field.to as RecordKind, value) : undefined
      return showField(field, value as FieldValue, named)
    }
    return [{ field: name, label: field.label, before: shown(before), after: shown(after) }]
  })
}

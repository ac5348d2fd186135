import { isSameValue, type FieldValue } from '../../../shared/record/field'
import { fieldsOf, precisionsOf, type RecordKind } from '../../../shared/record/recordKind'
import type { AuditChange } from '../db/entities/auditEntry'
import type { StoredRecord } from '../db/storedRecord'

/** A record as the edit found it (null: there was none) and as it left it. */
export interface TouchedRecord {
  kind: RecordKind
  id: number
  before: StoredRecord | null
  after: { values: Record<string, FieldValue>; removed: boolean }
  /** Fields the edit gave a value, perhaps the one they had: no other can differ from `before`. */
  written: Set<string>
  version: number
}

/** The pseudo field under which an edit remembers that a record came to be, was removed or came back. */
export const removedField = 'removed'

/** Field by field; a record that came to be or was removed says so under `removedField`. */
export function changesOf(record: TouchedRecord): AuditChange[] {
  const { before, after } = record
  const changes: AuditChange[] = []
  const wasRemoved = before ? before.deletedAt !== null : true
  if (wasRemoved !== after.removed) changes.push({ field: removedField, before: wasRemoved, after: after.removed })
  for (const field of writtenFields(record)) {
    const value = after.values[field] ?? null
    const old = before ? (before.values[field] ?? null) : null
    if (!isSameValue(old, value) && (before || !isSameValue([], value))) changes.push({ field, before: old, after: value })
  }
  return changes
}

/** The fields an edit gave a value, in the order of the form, then what stands beside its dates. */
export function writtenFields({ kind, written }: TouchedRecord): readonly string[] {
  if (written.size < 2) return [...written]
  const names = [...fieldsOf(kind).map(([name]) => name), ...precisionsOf(kind).values()]
  return names.filter((name) => written.has(name))
}

import type { RecordRow } from '../../shared/contract/record'
import type { FieldValue } from '../../shared/record/field'
import type { RecordKind } from '../../shared/record/recordKind'
import { showField } from '../../shared/record/showField'
import { ownDefinitionOf } from './ownDefinitionOf'

/** A field of a record as people read it; '' for one the kind does not have. */
export function shownField(kind: RecordKind, row: Pick<RecordRow, 'values' | 'names'>, name: string): string {
  const field = ownDefinitionOf(kind).fields[name]
  return field ? showField(field, row.values[name], row.names[name]) : ''
}

/** What a record is called in lists and messages: its title fields in their order. */
export function recordTitle(kind: RecordKind, row: Pick<RecordRow, 'values' | 'names'>): string {
  return ownDefinitionOf(kind)
    .title.map((name) => shownField(kind, row, name))
    .filter((part) => part !== '')
    .join(' ')
}

/** Whether two kept values say the same; null and an absent value do. */
export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

import type { RecordRow } from '../../../shared/contract/record'
import type { FieldValue } from '../../../shared/record/field'
import { definitionOf } from '../../../shared/record/recordKind'
import { ownDefinitionOf } from '../../record/ownDefinitionOf'
import { sameValue, shownField } from '../../record/recordTitle'

type Side = Pick<RecordRow, 'values' | 'names'>

/** A field in which two enterprises differ, with what each says of it. */
export interface MergeField {
  name: string
  label: string
  keep: string
  drop: string
}

/** Fields that both state, and differently: a person decides. The office puts the names together. */
export function mergeFields(keep: Side, drop: Side): MergeField[] {
  return Object.entries(ownDefinitionOf('enterprise').fields).flatMap(([name, field]) => {
    if (name === 'formerNames') return []
    const [own, other] = [keep.values[name], drop.values[name]]
    if (isBlank(own) || isBlank(other) || sameValue(own, other)) return []
    return [{ name, label: field.label, keep: shownField('enterprise', keep, name), drop: shownField('enterprise', drop, name) }]
  })
}

/** What the kept enterprise is to be given: the other's value where it was chosen, or where only the other has one. */
export function mergedValues(keep: Side, drop: Side, fromDrop: ReadonlySet<string>): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {}
  for (const name of Object.keys(definitionOf('enterprise').fields)) {
    const other = drop.values[name]
    if (name === 'formerNames' || isBlank(other)) continue
    if (fromDrop.has(name) || isBlank(keep.values[name])) values[name] = other as FieldValue
  }
  return values
}

function isBlank(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

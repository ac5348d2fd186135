import type { RecordRow } from '../../shared/contract/record'
import type { FieldValue, RecordDefinition } from '../../shared/record/field'
import type { Draft } from './drafts'
import { entryOf, type FieldEntry } from './fieldEntry'
import { sameValue } from './recordTitle'

/** A field of a new record that somebody began to type into elsewhere. `value` is there when an option was chosen. */
export interface BegunField {
  name: string
  typed: string
  value: FieldValue | undefined
}

export type Entries = Record<string, FieldEntry>

/** A record as a form shows it, and what of it stood there before anybody typed. */
export interface FormBase {
  version: number | undefined
  values: Readonly<Record<string, FieldValue>>
  names: Readonly<Record<string, string>>
}

/** A new record: what the caller gives it to begin with. */
export function baseOfNew(preset: Readonly<Record<string, FieldValue>>, names: Readonly<Record<string, string>>): FormBase {
  return { version: undefined, values: preset, names }
}

export function baseOfRow({ version, values, names }: RecordRow): FormBase {
  return { version, values, names }
}

export function entriesOf({ fields }: RecordDefinition, { values, names }: FormBase): Entries {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, entryOf(field, values[name], names[name])]),
  )
}

/** The values that differ from the record as it was read; of a new one all that are stated. */
export function changedValues(base: FormBase, entries: Entries): Record<string, FieldValue> {
  const before = base.version === undefined ? {} : base.values
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([name, { value }]) => !sameValue(before[name], value) && !(isNothing(before[name]) && isNothing(value)))
      .map(([name, { value }]) => [name, value]),
  )
}

/** Fields that somebody changed, readable or not: what a draft has to keep. */
export function typedFields({ fields }: RecordDefinition, base: FormBase, entries: Entries): Draft['fields'] {
  const typed: Draft['fields'] = {}
  for (const [name, field] of Object.entries(fields)) {
    const entry = entries[name]
    const before = entryOf(field, base.values[name], base.names[name])
    if (!entry || (entry.typed === before.typed && sameValue(before.value, entry.value))) continue
    typed[name] = { typed: entry.typed, value: entry.value }
  }
  return typed
}

/** A field that both sides changed, each to something else. */
export interface Clash {
  field: string
  label: string
  mine: FieldEntry
  present: FieldEntry
}

/**
 * What becomes of a form whose record was changed elsewhere: what only the other side changed is taken over, what only
 * this one changed stays, what both changed has to be decided.
 */
export function mergePresent(
  { fields }: RecordDefinition,
  base: FormBase,
  entries: Entries,
  present: RecordRow,
): { entries: Entries; clashes: Clash[]; base: FormBase } {
  const merged: Entries = {}
  const clashes: Clash[] = []
  for (const [name, field] of Object.entries(fields)) {
    const mine = entries[name] ?? entryOf(field, null)
    const now = entryOf(field, present.values[name], present.names[name])
    const before = entryOf(field, base.values[name], base.names[name])
    const iChanged = !sameValue(before.value, mine.value) || mine.refused !== null
    const theyChanged = !sameValue(before.value, now.value)
    merged[name] = iChanged ? mine : now
    if (iChanged && theyChanged && (mine.refused !== null || !sameValue(mine.value, now.value))) {
      clashes.push({ field: name, label: field.label, mine, present: now })
    }
  }
  return { entries: merged, clashes, base: baseOfRow(present) }
}

function isNothing(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

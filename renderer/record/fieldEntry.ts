import { checkField, type FieldFinding } from '../../shared/record/checkField'
import type { Field, FieldValue } from '../../shared/record/field'
import { readField } from '../../shared/record/readField'
import { showField } from '../../shared/record/showField'
import { recordText } from '../text/record'
import { maskRefusal } from './maskRefusal'

/** A field of a form: what stands in the input, and the value it means. */
export interface FieldEntry {
  typed: string
  /** The last value that could be read. */
  value: FieldValue
  /** Why what is typed cannot be read; null when `value` is what it means. */
  refused: string | null
}

/** The entry of a kept value. `name` is that of the record a `ref` points at. */
export function entryOf(field: Field, value: FieldValue | undefined, name?: string): FieldEntry {
  return { typed: showField(field, value, name), value: value ?? null, refused: null }
}

/** The entry of typed text. A reference cannot be read from text: it has to be chosen. */
export function readEntry(field: Field, typed: string, before: FieldEntry): FieldEntry {
  if (typed === before.typed) return before
  if (field.type === 'ref') {
    const refused = typed.trim() === '' ? null : recordText.refs.choose(field.label)
    return { typed, value: null, refused }
  }
  const reading = readField(field, typed)
  return reading.ok ? { typed, value: reading.value, refused: null } : { typed, value: before.value, refused: reading.message }
}

/** Why the text of an entry that was kept outside the form cannot be read; null when it says its value. */
export function rereadRefusal(field: Field, { typed, value }: Pick<FieldEntry, 'typed' | 'value'>): string | null {
  if (field.type === 'ref' && value !== null) return null
  return readEntry(field, typed, { typed: '', value: null, refused: null }).refused
}

/** What the field by itself says of an entry; `kept`: what the record holds, where there is one. */
export function entryFinding(field: Field, entry: FieldEntry, today: string, kept?: FieldValue): FieldFinding | null {
  const refused = entry.refused ?? maskRefusal(field, entry.value, kept)
  if (refused !== null) return { level: 'error', message: refused }
  return checkField(field, entry.value, today)
}

import { isSameValue, type Field, type FieldValue } from '../../../../shared/record/field'
import { definitionOf, type RecordKind } from '../../../../shared/record/recordKind'
import type { FormValue } from '../../forms/formRow'
import { isSameText } from '../../text/plainText'

/** What a row states for one field of a record. */
export interface StatedValue {
  value: FieldValue
  /** Field of the form it comes from. */
  column: string
  /** Only the month of a date was written: its first day stands for it. */
  month?: true
}

/** By field of the record. Absent fields are not stated. */
export type StatedValues = Record<string, StatedValue>

/** Field of the record ← field of the form. */
export type FieldLinks = Readonly<Record<string, string>>

/** The values a row states for a kind of record, as records keep them; links to fields the kind does not have are left out. */
export function statedValues(kind: RecordKind, values: Readonly<Partial<Record<string, FormValue>>>, links: FieldLinks): StatedValues {
  const stated: StatedValues = {}
  for (const [name, column] of Object.entries(links)) {
    const field = definitionOf(kind).fields[name]
    const value = values[column]
    if (!field || value === undefined || value === null) continue
    stated[name] = keptAs(field, value, column)
  }
  return stated
}

function keptAs(field: Field, value: Exclude<FormValue, null>, column: string): StatedValue {
  switch (field.type) {
    case 'money':
      return { value: Math.round(Number(value) * (field.per === '元' ? 100 : 1_000_000)), column }
    case 'flag':
      return { value: value === true || value === '专职', column }
    case 'count':
    case 'number':
      return { value: Number(value), column }
    case 'date':
      return /^\d{4}-\d{2}$/.test(String(value)) ? { value: `${String(value)}-01`, column, month: true } : { value, column }
    default:
      return { value: String(value), column }
  }
}

/** Whether the ledger says already what a row states: blanks between words and the day of a month make no difference. */
export function saysAlready(before: FieldValue, { value, month }: StatedValue): boolean {
  if (month) return typeof before === 'string' && before.slice(0, 7) === String(value).slice(0, 7)
  if (typeof before === 'string' && typeof value === 'string') return isSameText(before, value)
  return isSameValue(before, value)
}

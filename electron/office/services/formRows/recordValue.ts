import type { FieldValue } from '../../../../shared/record/field'
import type { FormValue } from '../../forms/formRow'

type Values = Readonly<Record<string, FieldValue>>

/** A field of a record as a form takes it; null where the kind does not keep it. */
export function plainValue(values: Values | undefined, field: string): FormValue {
  const value = values?.[field] ?? null
  return typeof value === 'object' ? null : value
}

/** An amount kept in 分, in 元. */
export function yuanOf(values: Values | undefined, field: string): number | null {
  const value = values?.[field]
  return typeof value === 'number' ? value / 100 : null
}

/** A day, or its month alone where nobody knew more: 2026-05. */
export function asKnown(day: string | null, precision: 'day' | 'month' | null): string | null {
  // A day that was typed since is one, whatever was known before.
  return day !== null && precision === 'month' && day.endsWith('-01') ? day.slice(0, 7) : day
}

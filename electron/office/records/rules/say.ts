import type { Finding } from '../../../../shared/contract/record'
import type { FieldValue } from '../../../../shared/record/field'

export type Values = Readonly<Record<string, FieldValue>>

export const error = (field: string | null, code: string, message: string): Finding => ({ field, level: 'error', code, message })
export const warning = (field: string | null, code: string, message: string): Finding => ({ field, level: 'warning', code, message })
export const notice = (field: string | null, code: string, message: string): Finding => ({ field, level: 'notice', code, message })

export function text(values: Values, field: string): string | null {
  const value = values[field]
  return typeof value === 'string' ? value : null
}

export function count(values: Values, field: string): number | null {
  const value = values[field]
  return typeof value === 'number' ? value : null
}

/** The second day lies before the first; blanks say nothing. */
export function isBackwards(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && to < from
}

/** Spans of days, ends included; null is open. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to)
}

export interface Span {
  from: string | null
  to: string | null
}

import type { FigureKind } from '../../../shared/domain/statistics/statTable'
import { percent } from '../../../shared/domain/percentage'

/** A figure as the paper shows it: — for a rate without a denominator, nothing for what nobody can give. */
export function figureText(kind: FigureKind, value: number | null | undefined): string {
  if (kind === 'text' || value === undefined) return ''
  if (kind === 'rate') return percent(value)
  if (kind === 'points') return value === null ? '' : signed(value, 2)
  if (kind === 'change') return signed(value ?? 0, 0)
  if (value === null) return '—'
  return kind === 'money' ? value.toFixed(2) : String(value)
}

function signed(value: number, digits: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(digits)}`
}

import { columnLetters } from './columnLetters'
import type { Merge } from './sheet'

/** A1:C5; one cell is A1. */
export function rangeAddress({ top, left, bottom, right }: Merge): string {
  const first = `${columnLetters(left)}${top + 1}`
  const last = `${columnLetters(right)}${bottom + 1}`
  return first === last ? first : `${first}:${last}`
}

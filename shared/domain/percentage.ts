/**
 * numerator ÷ denominator as a decimal with four places, rounded half up in whole numbers so that no binary
 * fraction can tip a figure; null for a denominator of 0. Both are counts ≥ 0.
 */
export function rate(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  return Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 10_000
}

/** 0.6667 → 66.67% · null → — */
export function percent(value: number | null): string {
  return value === null ? '—' : `${(value * 100).toFixed(2)}%`
}

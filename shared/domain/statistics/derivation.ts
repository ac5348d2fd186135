import { rate } from '../percentage'

/** The figure a column of the same row shows; null is "not to be said" and shows as —. */
export type FigureOf = (column: string) => number | null

/** A column that follows from others, once as a figure and once as the formula a superior may check. */
export interface Derivation {
  /** As a person writes it: G+T+U. */
  text: string
  value(figure: FigureOf, total: FigureOf): number | null
  /** Excel formula of row `r` without the equals sign; `total` is the row of 合计. */
  excel(r: number, total: number): string
}

/** G+H+I */
export function plus(...columns: readonly string[]): Derivation {
  return {
    text: columns.join('+'),
    value: (figure) => rounded(columns.reduce((sum, column) => sum + (figure(column) ?? 0), 0)),
    excel: (r) => columns.map((column) => `${column}${r}`).join('+'),
  }
}

/** SUM(C5:F5): columns side by side. */
export function sumOf(columns: readonly string[]): Derivation {
  return { ...plus(...columns), excel: (r) => `SUM(${columns[0]}${r}:${columns.at(-1)}${r})` }
}

/** D-E-L */
export function less(from: string, ...columns: readonly string[]): Derivation {
  return {
    text: [from, ...columns].join('-'),
    value: (figure) => rounded(columns.reduce((left, column) => left - (figure(column) ?? 0), figure(from) ?? 0)),
    excel: (r) => [from, ...columns].map((column) => `${column}${r}`).join('-'),
  }
}

/** C+D+E-G-H: what was there, what came, what went. */
export function balance(came: readonly string[], went: readonly string[]): Derivation {
  const sum = (figure: FigureOf, columns: readonly string[]): number => columns.reduce((all, column) => all + (figure(column) ?? 0), 0)
  const cells = (columns: readonly string[], r: number | ''): string[] => columns.map((column) => `${column}${r}`)
  return {
    text: [cells(came, '').join('+'), ...cells(went, '')].join('-'),
    value: (figure) => rounded(sum(figure, came) - sum(figure, went)),
    excel: (r) => [cells(came, r).join('+'), ...cells(went, r)].join('-'),
  }
}

/** (G+T) ÷ D with four places, null for a denominator of 0. Counts only. */
export function ratio(numerators: string | readonly string[], denominator: string): Derivation {
  const parts = typeof numerators === 'string' ? [numerators] : numerators
  const over = (r: number | ''): string => (parts.length === 1 ? `${parts[0]}${r}` : `(${parts.map((part) => `${part}${r}`).join('+')})`)
  return {
    text: `${over('')}÷${denominator}`,
    value: (figure) => rate(parts.reduce((sum, part) => sum + (figure(part) ?? 0), 0), figure(denominator) ?? 0),
    excel: (r) => `IF(${denominator}${r}=0,"—",ROUND(${over(r)}/${denominator}${r},4))`,
  }
}

/** J ÷ I with two places, null for a denominator of 0. */
export function mean(numerator: string, denominator: string): Derivation {
  return {
    text: `${numerator}÷${denominator}`,
    value: (figure) => quotient(figure(numerator) ?? 0, figure(denominator) ?? 0),
    excel: (r) => `IF(${denominator}${r}=0,"—",ROUND(${numerator}${r}/${denominator}${r},2))`,
  }
}

/** D ÷ ΣD with four places. */
export function share(column: string): Derivation {
  return {
    text: `${column}÷Σ${column}`,
    value: (figure, total) => rate(figure(column) ?? 0, total(column) ?? 0),
    excel: (r, total) => `IF(${column}$${total}=0,"—",ROUND(${column}${r}/${column}$${total},4))`,
  }
}

/** H − E of two rates in 百分点 with two places; null where one of them is. */
export function points(now: string, before: string): Derivation {
  return {
    text: `${now}-${before}`,
    value: (figure) => pointsBetween(figure(now), figure(before)),
    excel: (r) => `IF(OR(${now}${r}="—",${before}${r}="—"),"—",ROUND((${now}${r}-${before}${r})*100,2))`,
  }
}

/** 0.65 and 0.5238 → 12.62: rates have four places, so their difference has two as 百分点. */
export function pointsBetween(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : (Math.round(now * 10_000) - Math.round(before * 10_000)) / 100
}

/** Half up in two places; counts stay whole and money stays a sum of 分. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function quotient(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  // Money is a number of 分, counts are whole: a hundredfold is a whole number before it is divided.
  return Math.floor((Math.round(numerator * 100) * 2 + denominator) / (2 * denominator)) / 100
}

import { rounded, type Derivation, type FigureOf } from './derivation'
import { factsOfRow } from './rowFacts'
import type { Identity, StatColumn, StatPart } from './statTable'
import type { TableFacts } from './tableFacts'

export type Figures = Record<string, number | null>

export interface ComposedRow {
  key: string
  label: string
  figures: Figures
}

/** What does not add up, in the words of the table. */
export interface BrokenIdentity {
  /** The row, 合计 for the last. */
  row: string
  /** G+T+U=D */
  text: string
  left: number | null
  right: number | null
}

export interface ComposedPart {
  rows: ComposedRow[]
  total: Figures | null
  broken: BrokenIdentity[]
}

export const totalLabel = '合计'

/**
 * The figures of a part: counted, derived from these, and 合计 from the summed counts, never from rates. Every identity
 * that does not hold is told: one stated by the table, a derived column that disagrees with what it counts, and rows
 * that do not add up to the whole.
 */
export function composePart(part: StatPart): ComposedPart {
  const counted = part.rows.map((row) => ({ row, figures: countedFigures(part.columns, row.facts, row) }))
  const total = part.whole === null ? null : totalFigures(part.columns, counted.map(({ figures }) => figures), part.whole)
  if (total) deriveInto(total, part.columns, total)
  for (const { figures } of counted) deriveInto(figures, part.columns, total ?? figures)
  const rows = counted.map(({ row, figures }): ComposedRow => ({ key: row.key, label: row.label, figures }))
  return { rows, total, broken: brokenIdentities(part, rows, total) }
}

/** What the columns count among some facts, without the derived ones. */
function countedFigures(columns: readonly StatColumn[], facts: TableFacts, row: { key: string; label: string }): Figures {
  const figures: Figures = {}
  for (const { key, count, derive } of columns) if (count && !derive) figures[key] = count(facts, row).value
  return figures
}

function totalFigures(columns: readonly StatColumn[], rows: readonly Figures[], whole: TableFacts): Figures {
  const total: Figures = {}
  for (const { key, count, derive, total: way = 'sum' } of columns) {
    if (!count || derive || way === 'none') continue
    total[key] = way === 'whole' ? count(whole, factsOfRow.whole).value : rounded(rows.reduce((sum, row) => sum + (row[key] ?? 0), 0))
  }
  return total
}

/** Adds the derived columns; they may stand in any order, so each is asked for what it needs. */
function deriveInto(figures: Figures, columns: readonly StatColumn[], total: Figures): void {
  const figure: FigureOf = (key) => {
    const derive = Object.hasOwn(figures, key) ? undefined : columns.find((column) => column.key === key)?.derive
    if (derive) figures[key] = derive.value(figure, (column) => total[column] ?? null)
    return figures[key] ?? null
  }
  for (const { key, derive } of columns) if (derive) figure(key)
}

/** The columns that follow from given counts. */
export function derivedFigures(columns: readonly StatColumn[], counts: Readonly<Figures>): Figures {
  const figures = { ...counts }
  deriveInto(figures, columns, figures)
  return figures
}

function brokenIdentities(part: StatPart, rows: readonly ComposedRow[], total: Figures | null): BrokenIdentity[] {
  const broken: BrokenIdentity[] = []
  const compare = (row: string, text: string, left: number | null, right: number | null): void => {
    if (left !== right) broken.push({ row, text, left, right })
  }
  const stated = (row: string, figures: Figures): void => {
    for (const identity of part.identities) {
      const value = (derivation: Derivation): number | null => derivation.value((key) => figures[key] ?? null, (key) => total?.[key] ?? null)
      compare(row, identityText(identity), value(identity.left), value(identity.right))
    }
  }
  const sources = new Map(part.rows.map((row) => [row.key, row]))
  for (const { key, label, figures } of rows) {
    stated(label, figures)
    const source = sources.get(key)
    if (!source) continue
    for (const { key: column, derive, count } of part.columns) {
      if (derive && count) compare(label, `${column}=${derive.text}`, count(source.facts, source).value, figures[column] ?? null)
    }
  }
  if (total === null || part.whole === null) return broken
  stated(totalLabel, total)
  for (const { key, count, repeats, total: way = 'sum' } of part.columns) {
    if (!count || repeats || way !== 'sum') continue
    compare(totalLabel, `Σ${key}`, count(part.whole, factsOfRow.whole).value, total[key] ?? null)
  }
  return broken
}

export function identityText({ left, right }: Identity): string {
  return `${left.text}=${right.text}`
}

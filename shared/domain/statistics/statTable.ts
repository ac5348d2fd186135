import type { SizeBand } from '../sizeBand'
import type { DeliveryItem, Goal } from '../valueDomain'
import type { CoverageRules } from '../coverage'
import type { Derivation } from './derivation'
import type { Moves } from './moves'
import type { TableFacts } from './tableFacts'

export const tableIds = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12', 'S13', 'S14'] as const
/** The tables of the office, and the comparison of two periods, which is made from them. */
export const askedTableIds = [...tableIds, 'comparison'] as const
export type TableId = (typeof askedTableIds)[number]

/** What the rows of a table of enterprises may stand for. */
export const groupings = ['unit', 'place', 'size', 'industry', 'type'] as const
export type Grouping = (typeof groupings)[number]

/** Ledgers a figure can open. */
export const listedKinds = ['enterprise', 'partyOrg', 'liaison', 'assignment', 'visit', 'fundEntry'] as const
export type ListedKind = (typeof listedKinds)[number]

export const figureKinds = ['count', 'change', 'rate', 'points', 'money', 'decimal', 'text'] as const
export type FigureKind = (typeof figureKinds)[number]

/** What a figure counts: its value, and the records behind it. */
export interface Counted {
  value: number | null
  ids: readonly number[]
}

export interface StatColumn {
  /** The letter of the column in Excel; A is 序号 and B names the row. */
  key: string
  /** Columns side by side with the same group share a merged header; '' spans both header rows. */
  group: string
  header: string
  /** In characters. */
  width: number
  kind: FigureKind
  /** What the figure counts among the facts of a row. With `derive` too, the two must agree. */
  count?: (facts: TableFacts, row: RowKey) => Counted
  derive?: Derivation
  /** Excel formula of a counted figure that needs a number no column shows. */
  formula?: (r: number, facts: TableFacts) => string
  /** For the change of a count or a rate: who is behind it. */
  moves?: (facts: TableFacts, row: RowKey) => Moves
  /** The ledger its ids are of. */
  opens?: ListedKind
  /** How 合计 comes about: the sum of the rows, the whole counted anew (averages, extremes), nothing. */
  total?: 'sum' | 'whole' | 'none'
  /** Persons counted once in each row may be counted again in the next, so that the rows need not add up to the whole. */
  repeats?: true
}

export interface RowKey {
  key: string
  label: string
}

export interface StatRow extends RowKey {
  facts: TableFacts
}

/** Two figures of a row that must be the same. */
export interface Identity {
  left: Derivation
  right: Derivation
}

/** One table on one sheet; most tables have one part. */
export interface StatPart {
  key: string
  title: string
  /** 单位:家、人 */
  measure: string
  /** What column B is headed with. */
  rowHeader: string
  columns: readonly StatColumn[]
  rows: readonly StatRow[]
  /** The facts 合计 counts; null: no 合计. */
  whole: TableFacts | null
  identities: readonly Identity[]
  /** Further sentences of the note. */
  notes: readonly string[]
}

/** What tables are made from beside the facts. */
export interface TableScene {
  facts: TableFacts
  /** Units in official order. */
  units: readonly { id: number; name: string }[]
  cutOff: string
  /** First day of the period: what happened "in the period" happened from it to the cut-off. */
  from: string
  rules: CoverageRules
  bands: readonly SizeBand[]
  /** 从业人员 of the further rate of S12. */
  largeFrom: number
  grades: readonly string[]
  goalLabels: Readonly<Record<Goal, string>>
  deliveryLabels: Readonly<Record<DeliveryItem, string>>
  /** The period compared with; null without one. */
  previous: { label: string; cutOff: string } | null
  grouping: Grouping
}

/** A list of the facts, or what is read of the enterprises beside their own fields. */
export type FactNeed = keyof TableFacts | 'deliveries' | 'goals'

export interface TableDefinition {
  id: TableId
  title: string
  /** What its rows may stand for beside its own; none where they cannot. */
  groupings: readonly Grouping[]
  /** It counts what happened within a period, beside what is on the cut-off. */
  spans?: true
  /** The facts it counts, so that no others are read. */
  needs: readonly FactNeed[]
  parts(scene: TableScene): StatPart[]
}

/** The letter of a column counted from 0. */
export function columnKey(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnKey(Math.floor(index / 26) - 1) + columnKey(index % 26)
}

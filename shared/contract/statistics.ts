import { z } from 'zod'
import { askedTableIds, figureKinds, groupings, listedKinds } from '../domain/statistics/statTable'
import { bytes, day, handsOut, read } from './define'
import { asOf } from './enterprise'

const count = z.number().int()
const rate = z.number().nullable()

/** One row of table S1. Letters are the columns of docs/domain.md; rates are decimals with four places, null for 0÷0. */
export const s1Figures = z.object({
  C: count, D: count, E: count, F: count, G: count, H: count, I: count,
  J: rate, K: rate,
  L: count, M: count,
  N: rate,
  O: count,
  P: rate,
  Q: count, R: count, S: count, T: count, U: count,
  V: rate, W: rate,
})
export type S1Figures = z.infer<typeof s1Figures>

const question = {
  asOf,
  /** First day of the period; that of the locked period, which has no other, or of the year of the cut-off, without it. */
  from: day.optional(),
  /** A locked period: everything as it was frozen, on its cut-off. */
  periodId: count.positive().optional(),
  /** The locked period compared with; the last before the cut-off without it. */
  previousId: count.positive().optional(),
  grouping: z.enum(groupings).optional(),
  /** Only this unit; what is counted by unit is counted by its villages, parks and buildings. */
  unitId: count.positive().optional(),
}
export const tableQuestion = z.object({ table: z.enum(askedTableIds), ...question })

const figures = z.record(z.string(), z.number().nullable())

/** One sheet of a table (shared/domain/statistics). Figures by column: rates with four places, money in 元, null is —. */
export const statPart = z.object({
  key: z.string(),
  title: z.string(),
  /** 单位:家、人 */
  measure: z.string(),
  rowHeader: z.string(),
  columns: z.array(
    z.object({
      /** The letter in Excel; A is 序号, B names the row. */
      key: z.string(),
      group: z.string(),
      header: z.string(),
      width: z.number(),
      kind: z.enum(figureKinds),
      /** The ledger a figure of the column opens; null where nothing is listed. */
      opens: z.enum(listedKinds).nullable(),
      /** A change, which opens who came and who went (period.changes). */
      moves: z.boolean(),
    }),
  ),
  rows: z.array(z.object({ key: z.string(), label: z.string(), figures })),
  /** Null where there is no 合计. */
  total: figures.nullable(),
  /** Names the denominator and the settings in force. */
  note: z.string(),
  /** What does not add up, in words; a table that has any is never exported. */
  broken: z.array(z.string()),
})
export type StatPart = z.infer<typeof statPart>

export const statTable = z.object({
  table: z.enum(askedTableIds),
  title: z.string(),
  officeName: z.string(),
  /** Name of the unit it is confined to. */
  unitName: z.string().nullable(),
  cutOff: z.string(),
  from: z.string(),
  /** Label of the locked period it was read from. */
  period: z.string().nullable(),
  /** Label of the locked period it is compared with. */
  previous: z.string().nullable(),
  grouping: z.enum(groupings),
  /** What its rows may stand for beside units. */
  groupings: z.array(z.enum(groupings)),
  parts: z.array(statPart),
})
export type StatTable = z.infer<typeof statTable>

export const workbook = z.object({ fileName: z.string(), bytes })
export type WorkbookFile = z.infer<typeof workbook>

/** What 首页 shows: the figures of S1's total, and the work they point at. */
export const home = z.object({
  cutOff: z.string(),
  total: s1Figures,
  /** Units in official order with their two rates, for the bars. */
  units: z.array(z.object({ unitId: z.number().int(), unit: z.string(), D: count, G: count, T: count, U: count, J: rate, W: rate })),
  /** Units without one living enterprise. */
  emptyUnits: z.array(z.string()),
  /** Organisations proposed on import and waiting for a person (待核实). */
  unverifiedOrgs: count,
  lastImport: z.object({ at: z.string(), files: count, add: count, change: count }).nullable(),
})
export type Home = z.infer<typeof home>

export const statisticsCalls = {
  /** Refuses with `not-found` a period or unit there is not, `invalid` (no-grouping, frozen-span, compare-order) what the table cannot have. */
  'statistics.table': read(tableQuestion, statTable),
  /** Refuses with `invalid` (broken-table) a table that does not add up. */
  'statistics.exportTable': handsOut(read(tableQuestion, workbook)),
  'statistics.home': read(z.object({ asOf }), home),
}

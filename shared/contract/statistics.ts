import { z } from 'zod'
import { bytes, read } from './define'
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

export const s1Table = z.object({
  table: z.literal('S1'),
  cutOff: z.string(),
  title: z.string(),
  officeName: z.string(),
  /** Names the denominator and the settings in force. */
  note: z.string(),
  /** 正式党员 from which an organisation is due: what column F is headed with. */
  minMembers: count,
  rows: z.array(s1Figures.extend({ unitId: z.number().int(), unit: z.string() })),
  total: s1Figures,
})
export type S1Table = z.infer<typeof s1Table>

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
  /** Organisations by election state, only those that need work. */
  elections: z.array(z.object({ partyOrgId: z.number().int(), name: z.string(), unitName: z.string(), termEndsOn: z.string(), days: z.number().int(), state: z.string() })),
  /** Organisations proposed on import and waiting for a person (待核实). */
  unverifiedOrgs: count,
  lastImport: z.object({ at: z.string(), files: count, add: count, change: count }).nullable(),
  checks: z.array(z.object({ code: z.string(), title: z.string(), level: z.string(), count })),
})
export type Home = z.infer<typeof home>

export const statisticsCalls = {
  'statistics.s1': read(z.object({ asOf }), s1Table),
  'statistics.exportS1': read(z.object({ asOf }), workbook),
  'statistics.home': read(z.object({ asOf }), home),
}

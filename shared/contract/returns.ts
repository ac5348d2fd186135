import { z } from 'zod'
import { returnStates } from '../domain/returnState'
import { templateFormIds } from '../domain/formId'
import { handsOut, read } from './define'
import { workbook } from './statistics'

const count = z.number().int()

/** What one unit reported within a period (docs/domain.md, S15). */
export const s15Row = z.object({
  unitId: count,
  unit: z.string(),
  /** Forms it is to report, and how many of them it did. */
  due: count,
  reported: count,
  /** The day of its last report. */
  reportedOn: z.string().nullable(),
  /** Of the last report of each form. */
  rows: count,
  errors: count,
  warnings: count,
  /** Rows kept out by an error. */
  held: count,
  /** 本期未报 of its last report, and how many of them turned out to be 漏报. */
  absent: count,
  omitted: count,
  /** Rows more or fewer than in the last report before the period; null without one. */
  difference: count.nullable(),
  state: z.enum(returnStates),
})
export type S15Row = z.infer<typeof s15Row>

export const s15Table = z.object({
  table: z.literal('S15'),
  title: z.string(),
  officeName: z.string(),
  from: z.string(),
  to: z.string(),
  forms: z.array(z.enum(templateFormIds)),
  note: z.string(),
  rows: z.array(s15Row),
  total: s15Row.omit({ unitId: true, unit: true, reportedOn: true, state: true }).extend({
    /** Units in each state. */
    states: z.record(z.enum(returnStates), count),
  }),
})
export type S15Table = z.infer<typeof s15Table>

const question = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** What every unit is to report. */
  forms: z.array(z.enum(templateFormIds)).min(1).default(['F01']),
})

/** 报送情况: which unit reported when, and how well; from the import runs of a period. */
export const returnsCalls = {
  'statistics.s15': read(question, s15Table),
  'statistics.exportS15': handsOut(read(question, workbook)),
}

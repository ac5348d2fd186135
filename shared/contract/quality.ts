import { z } from 'zod'
import { bytes, day, handsOut, read, write } from './define'
import { problemLevel } from './problem'
import { recordKind } from './record'
import { templateFormIds } from '../domain/formId'

/** 数据核查: what the checks of docs/domain.md 11.6 say of what is kept, each finding once. */

const count = z.number().int()
const id = count.positive()

export const qualityFinding = z.object({
  /** Place in the whole list; another one after the ledger changed. */
  id: count,
  level: problemLevel,
  /** V-03 … V-49; `field` for a rule of the kind's own columns. */
  code: z.string(),
  title: z.string(),
  /** Null for what belongs to no unit: people, decisions, schemes. */
  unitId: id.nullable(),
  unitName: z.string(),
  kind: recordKind,
  kindLabel: z.string(),
  recordId: id,
  name: z.string(),
  /** Where the record is shown when it has no page of its own; null without one. */
  enterpriseId: id.nullable(),
  partyOrgId: id.nullable(),
  /** What the column is called; "" for the record as a whole. */
  label: z.string(),
  message: z.string(),
  /** As the last locked period said it; null where nothing is compared. */
  was: z.string().nullable(),
  /** As it is kept; null where no column is meant. */
  now: z.string().nullable(),
})
export type QualityFinding = z.infer<typeof qualityFinding>

/** All conditions must hold. */
export const qualityFilter = z.object({
  /** 0 stands for what belongs to no unit. */
  unitIds: z.array(count.min(0)).optional(),
  level: problemLevel.optional(),
  code: z.string().max(10).optional(),
  kind: recordKind.optional(),
  /** Only 较上期异常. */
  jumps: z.literal(true).optional(),
  /** Somewhere in name, unit, column or sentence. */
  words: z.string().max(100).optional(),
})
export type QualityFilter = z.infer<typeof qualityFilter>

export const qualityOrder = z.enum(['level', 'code', 'unitName', 'kindLabel', 'name', 'label', 'message'])
export type QualityOrder = z.infer<typeof qualityOrder>

const levels = z.object({ error: count, warning: count, notice: count })
const sort = z.object({ field: qualityOrder, descending: z.boolean() }).nullable().default(null)

export const qualityCounts = z.object({
  /** Living enterprises looked at. */
  enterprises: count,
  /** Label of the period 较上期 means; null while none is locked. */
  previous: z.string().nullable(),
  /** Of each: how many there are under the other conditions of the filter. */
  total: count,
  levels,
  jumps: count,
  codes: z.array(z.object({ code: z.string(), title: z.string(), level: problemLevel, count })),
  kinds: z.array(z.object({ kind: recordKind, label: z.string(), count })),
  /** In official order, those with findings; unitId 0 for what belongs to no unit. */
  units: z.array(z.object({ unitId: count, unit: z.string(), levels })),
})
export type QualityCounts = z.infer<typeof qualityCounts>

/** One workbook that goes back to a unit. */
export const qualityReturn = z.object({
  unitId: id,
  unit: z.string(),
  form: z.enum(templateFormIds),
  fileName: z.string(),
  problems: count,
})
export type QualityReturn = z.infer<typeof qualityReturn>

export const qualityCalls = {
  /** By unit, then the gravest first, unless another order is asked for. */
  'quality.page': read(
    z.object({
      filter: qualityFilter.default({}),
      sort,
      offset: count.min(0).default(0),
      limit: count.min(1).max(5000).default(100),
      asOf: day.optional(),
    }),
    z.object({ total: count, rows: z.array(qualityFinding) }),
  ),
  'quality.counts': read(z.object({ filter: qualityFilter.default({}), asOf: day.optional() }), qualityCounts),
  /** What the list shows, as a workbook. */
  'quality.export': handsOut(read(
    z.object({ filter: qualityFilter.default({}), sort }),
    z.object({ fileName: z.string(), bytes, rows: count }),
  )),
  /**
   * 退回: for each unit and form the findings stand on, the form filled in from the ledger with a column 校验结果 and
   * comments on the cells; one workbook, or a zip of several. `left` findings stand on no form, and only on the cover.
   * Refuses with `not-found` (nothing-to-return) where no finding of a unit is left. Runs as task `quality.return`.
   * The first form that goes out gives the ledger its id.
   */
  'quality.return': handsOut(write(
    z.object({ filter: qualityFilter.default({}) }),
    z.object({ fileName: z.string(), bytes, files: z.array(qualityReturn), left: count }),
  )),
}

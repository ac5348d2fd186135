import { z } from 'zod'
import { targetMeasures } from '../record/target'
import { read } from './define'

const id = z.number().int().positive()

/** One yearly target of one unit beside what the records say. Rates are percent with two decimals. */
const targetCell = z.object({
  measure: z.enum(targetMeasures),
  targetId: id.nullable(),
  version: z.number().int().nullable(),
  target: z.number().nullable(),
  /** Null where nothing can be said (a rate over nothing). */
  done: z.number().nullable(),
  /** done ÷ target, four places; null without a target. */
  rate: z.number().nullable(),
})

export const targetSheet = z.object({
  year: z.number().int(),
  /** The day the figures are of: today, or the last day of a past year. */
  asOf: z.string(),
  rows: z.array(z.object({ unitId: id, unitName: z.string(), cells: z.array(targetCell) })),
  /** Counts are summed; the rate measures of the district are computed from its own counts and have no target. */
  total: z.array(targetCell.omit({ targetId: true, version: true })),
})
export type TargetSheet = z.infer<typeof targetSheet>

export const targetCalls = {
  'target.sheet': read(z.object({ year: z.number().int().min(2000).max(2100) }), targetSheet),
}

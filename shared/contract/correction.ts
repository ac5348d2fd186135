import { z } from 'zod'
import { problem } from './problem'

/**
 * A cell of a file as a person wants it read: what stands in the file is left alone, and the reading takes the text
 * instead, before anything is recognised. "" reads the cell as blank.
 */
export const correction = z.object({
  sheet: z.string(),
  /** As the spreadsheet shows it. */
  row: z.number().int().min(1),
  /** Letters. */
  column: z.string().regex(/^[A-Z]{1,3}$/),
  text: z.string().max(2000),
})
export type Correction = z.infer<typeof correction>

/** A cell that was read otherwise than it stands in the file. */
export const correctedCell = correction.extend({
  /** What stands in the file. */
  was: z.string(),
  /** Of its column, on the sheet; "" without one. */
  header: z.string(),
  /** What had been found at the cell when it was corrected. */
  found: z.array(problem.pick({ code: true, level: true })),
})
export type CorrectedCell = z.infer<typeof correctedCell>

import { z } from 'zod'
import { correction } from './correction'
import { read } from './define'
import { problem, problemLevel } from './problem'
import { wordChoice } from './synonym'

/** What was found in the files of a plan, cell by cell, so that it can be put right before the commit. */

const count = z.number().int()

/** A cell of a file, as the spreadsheet program shows it. */
export const cellPlace = correction.omit({ text: true }).extend({ fileId: z.string() })
export type CellPlace = z.infer<typeof cellPlace>

/** One cell with all that was found at it; what concerns a row, sheet or file as a whole stands by itself. */
export const finding = z.object({
  fileId: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  row: count.nullable(),
  /** Letters; null where no one cell is meant. */
  column: z.string().nullable(),
  /** What the sheet calls the column; "" without one. */
  header: z.string(),
  /** F01 … F12; null for what concerns a file. */
  form: z.string().nullable(),
  /** What the row speaks of. */
  name: z.string(),
  unitName: z.string(),
  /** The gravest first; none at a cell that was corrected and is right now. */
  problems: z.array(problem.pick({ code: true, level: true, message: true }).extend({ title: z.string() })),
  /** What the cell says as it is read; null where no one cell is meant. */
  text: z.string().nullable(),
  /** What stands in the file, of a cell that was corrected. */
  was: z.string().nullable(),
})
export type Finding = z.infer<typeof finding>

export const findingOrder = z.enum(['file', 'sheet', 'row', 'column', 'name', 'unitName', 'level', 'message', 'text'])
export type FindingOrder = z.infer<typeof findingOrder>

export const findingFilter = z.object({
  fileId: z.string().optional(),
  form: z.string().optional(),
  sheet: z.string().optional(),
  /** A corrected cell is still listed under what was found at it before. */
  level: problemLevel.optional(),
  /** V-01 … V-47 */
  code: z.string().optional(),
  /** Only cells that were corrected. */
  corrected: z.literal(true).optional(),
  /** Somewhere in name, unit, column, content or sentence. */
  words: z.string().max(100).optional(),
  cells: z.array(cellPlace).max(5000).optional(),
})
export type FindingFilter = z.infer<typeof findingFilter>

export const findingCalls = {
  /** In the order of the files, their sheets, rows and columns, unless another is asked for. */
  'finding.page': read(
    z.object({
      planId: z.string(),
      filter: findingFilter.default({}),
      sort: z.object({ field: findingOrder, descending: z.boolean() }).nullable().default(null),
      offset: count.min(0).default(0),
      limit: count.min(1).max(5000).default(100),
    }),
    z.object({ total: count, rows: z.array(finding) }),
  ),
  /**
   * What of a file, of a form or of all there is to filter by, with how many cells each has; `levels` counts what still
   * is wrong, without what was put right.
   */
  'finding.counts': read(
    z.object({ planId: z.string(), filter: findingFilter.pick({ fileId: true, form: true }).default({}) }),
    z.object({
      levels: z.object({ error: count, warning: count, notice: count }),
      codes: z.array(z.object({ code: z.string(), title: z.string(), count })),
      sheets: z.array(z.object({ sheet: z.string(), count })),
      corrected: count,
    }),
  ),
  /**
   * The cells that say the same as one cell, in its column of the table and, `everywhere`, in the columns of all the
   * plan's files that are taken for the same field of the same form. `not-found` for a place that is not there.
   */
  'finding.alike': read(
    z.object({ planId: z.string(), cell: cellPlace, everywhere: z.boolean() }),
    z.object({
      text: z.string(),
      header: z.string(),
      cells: z.array(cellPlace),
      /** The closed list its column takes words from; null for other columns. */
      words: wordChoice.nullable(),
    }),
  ),
}

import { z } from 'zod'
import { problemLevels } from '../domain/problemLevel'

export const problemLevel = z.enum(problemLevels)
export type ProblemLevel = z.infer<typeof problemLevel>

/**
 * One finding of a check. `sheet`, `row` and `column` say where as the spreadsheet program shows it
 * (row counted from 1, column as letters); null where the finding concerns a whole sheet, file or record.
 */
export const problem = z.object({
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  /** V-01 … V-47 of docs/domain.md. */
  code: z.string(),
  level: problemLevel,
  /** A Chinese sentence: what was found and what becomes of the row. */
  message: z.string(),
})
export type Problem = z.infer<typeof problem>

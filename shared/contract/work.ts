import { z } from 'zod'
import { dueKeys } from '../domain/dueWork'
import { read } from './define'
import { ofUnits } from './visit'

const count = z.number().int()

/** What is due today (shared/domain/dueWork.ts), over the whole district or some units. */
export const workDue = z.object({
  today: z.string(),
  /** Each as many as the list it opens; what has nothing due is left out. */
  counts: z.array(z.object({ key: z.enum(dueKeys), count })),
  /** The settings the words name: months before the end of a term, days after a founding, 正式党员. */
  electionMonths: count,
  electionLastMonths: count,
  firstDays: count,
  secondDays: count,
  minMembers: count,
})
export type WorkDue = z.infer<typeof workDue>

export const workCalls = {
  'work.due': read(ofUnits, workDue),
}

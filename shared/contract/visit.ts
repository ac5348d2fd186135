import { z } from 'zod'
import { read } from './define'

const count = z.number().int()
export const ofUnits = z.object({ unitIds: z.array(count.positive()).optional() })

/** 走访 of the year so far, and what is open (docs/domain.md 3.2, 9.6, 9.7). */
export const visitSummary = z.object({
  /** 指导员 and 联络员 in office, of the whole district whatever the units. */
  instructors: count,
  contacts: count,
  /** Assignments that live today, and by where they stand. */
  assignments: count,
  overdue: count,
  due: count,
  /** Enterprises in the register without anybody. */
  uncontacted: count,
  /** 完成率 = fulfilled ÷ required; null for 0 ÷ 0. */
  required: count,
  done: count,
  fulfilled: count,
  rate: z.number().nullable(),
  telephoneCounts: z.boolean(),
  problems: z.object({ open: count, overdue: count, solvedThisYear: count }),
})

export const visitCalls = {
  'visit.summary': read(ofUnits, visitSummary),
}

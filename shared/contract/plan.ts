import { z } from 'zod'
import { unbuiltReasons } from '../domain/valueDomain'
import { read } from './define'
import { ofUnits } from './visit'

const count = z.number().int()

/** 实体运营 enterprises without an organisation, and the plans for them. */
export const planSummary = z.object({
  unbuilt: count,
  /** 应建未建: as many 正式党员 as `minMembers`. */
  dueUnbuilt: count,
  minMembers: count,
  planned: count,
  /** Planned for a month that has passed, and for this one. */
  overdue: count,
  thisMonth: count,
  /** By 未建原因 in the order of the list; null: none given. */
  reasons: z.array(z.object({ reason: z.enum(unbuiltReasons).nullable(), count })),
})
export type PlanSummary = z.infer<typeof planSummary>

export const planCalls = {
  'plan.summary': read(ofUnits, planSummary),
}

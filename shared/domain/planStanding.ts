import type { CalendarDate } from './calendarDate'

/** Where the plan to found an organisation in an enterprise without one stands (docs/domain.md, 组建计划). */
export const planStates = ['逾期', '本月到期', '已列计划', '未列计划'] as const
export type PlanState = (typeof planStates)[number]

/** A plan names a month, whatever the day it is kept with: it is overdue when the month has passed. */
export function planState(plannedFoundingOn: CalendarDate | null, today: CalendarDate): PlanState {
  if (plannedFoundingOn === null) return '未列计划'
  const [planned, now] = [plannedFoundingOn.slice(0, 7), today.slice(0, 7)]
  if (planned < now) return '逾期'
  return planned === now ? '本月到期' : '已列计划'
}

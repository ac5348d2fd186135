import type { CalendarDate } from './calendarDate'

/** Where a 联系关系 stands in the register of those sent out (docs/domain.md 9.6). */
export const assignmentStates = ['在岗', '期满', '调整', '停用'] as const
export type AssignmentState = (typeof assignmentStates)[number]

/** 停用: the person is out of office, whatever the days say; 调整: it ended for a stated reason. */
export function assignmentState(
  assignment: { to: CalendarDate | null; endReason: string | null; active: boolean },
  today: CalendarDate,
): AssignmentState {
  if (!assignment.active) return '停用'
  if (assignment.to === null || assignment.to >= today) return '在岗'
  return assignment.endReason === null ? '期满' : '调整'
}

import { daysBetween, type CalendarDate } from './calendarDate'

/** Where a 意见建议 stands with its answer. */
export const answerStates = ['已超期', '7天内到期', '未到期', '无期限', '已答复'] as const
export type AnswerState = (typeof answerStates)[number]

const soonDays = 7

/** The last day still counts as in time. `state` and `answerDue` are those of the record. */
export function answerState(state: string | null, answerDue: CalendarDate | null, today: CalendarDate): AnswerState {
  if (state === '已答复') return '已答复'
  if (answerDue === null) return '无期限'
  if (answerDue < today) return '已超期'
  return daysBetween(today, answerDue) <= soonDays ? '7天内到期' : '未到期'
}

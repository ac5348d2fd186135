import type { CalendarDate } from './calendarDate'
import type { YearState } from './electionReminder'

/** How an organisation of a year's list stands in it on a day. */
export const electionMonthStates = ['届满未换', '未到期', '已换届'] as const
export type ElectionMonthState = (typeof electionMonthStates)[number]

export interface ElectionMonth {
  /** 1–12: in which its term ends, or in which it elected; 0: left over from years before. */
  month: number
  state: ElectionMonthState
}

interface YearTerm {
  yearState: YearState | null
  dueOn: CalendarDate | null
  lastElectionOn: CalendarDate | null
}

/** The month of a year's elections an organisation belongs to; null without a part in the year (yearStanding). */
export function electionMonth({ yearState, dueOn, lastElectionOn }: YearTerm, today: CalendarDate): ElectionMonth | null {
  if (yearState === '往年届满未换') return { month: 0, state: '届满未换' }
  if (yearState === '本年已换届' && lastElectionOn !== null) return { month: monthOf(lastElectionOn), state: '已换届' }
  if (yearState !== '本年届满' || dueOn === null) return null
  return { month: monthOf(dueOn), state: dueOn < today ? '届满未换' : '未到期' }
}

function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}

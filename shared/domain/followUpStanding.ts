import { addDays, daysBetween, type CalendarDate } from './calendarDate'

/** The two looks at a newly founded enterprise; how many days after its founding they are made is a setting. */
export const followUpSteps = ['首次', '再次'] as const
export type FollowUpStep = (typeof followUpSteps)[number]

/** A look with its days, as people read it. */
export function shownStep(step: FollowUpStep, days: { followUpFirstDays: number; followUpSecondDays: number }): string {
  return `${step}(${step === '首次' ? days.followUpFirstDays : days.followUpSecondDays} 天)`
}

/** Where a look at a newly founded enterprise stands (docs/domain.md, 新设立企业). */
export const followUpStates = ['未到期', '到期', '逾期', '已跟踪'] as const
export type FollowUpState = (typeof followUpStates)[number]

export interface FollowUpStanding {
  state: FollowUpState
  /** The day it is due: so many days after the enterprise was founded. */
  dueOn: CalendarDate
  /** Days left to `dueOn`; negative when it has passed. */
  days: number
}

/** Days before the due day from which a look is 到期 and can well be made. */
export const followUpNotice = 7

/** `afterDays`: setting followUpFirstDays or followUpSecondDays. `done`: the look is on record, whenever it was made. */
export function followUpStanding(
  { establishedOn, afterDays, done }: { establishedOn: CalendarDate; afterDays: number; done: boolean },
  today: CalendarDate,
): FollowUpStanding {
  const dueOn = addDays(establishedOn, afterDays)
  const days = daysBetween(today, dueOn)
  if (done) return { state: '已跟踪', dueOn, days }
  return { state: days < 0 ? '逾期' : days <= followUpNotice ? '到期' : '未到期', dueOn, days }
}

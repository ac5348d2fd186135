import { addDays, addMonths, daysBetween, type CalendarDate } from './calendarDate'
import { termEnd, type Term } from './election'

/** What is asked for around the end of a term, in the order of time (docs/domain.md, terms). */
export const reminderSteps = ['发提醒函', '报请示', '届满未换', '报换届结果'] as const
export type ReminderStep = (typeof reminderSteps)[number]

/** Months before the end of a term: the letter of reminder, the request for approval. */
export interface ReminderMonths {
  first: number
  last: number
}

/** The result of an election is reported within a month; for another one it is still asked for, until it is reported. */
export const reportMonths = 1

export interface RemindedTerm extends Term {
  /** When the organisation was last reminded of anything. */
  remindedOn: CalendarDate | null
  /** When the result of the last election was reported. */
  reportedOn: CalendarDate | null
}

export interface ElectionReminder {
  step: ReminderStep
  /** The day by which it is to be done: the end of the term, approved extension counted, or of the month after it. */
  dueOn: CalendarDate
  /** Days from `today` to it; negative when overdue. */
  days: number
  /** It was reminded since this step began. */
  reminded: boolean
}

/** The day a term must have been renewed by: its end, or the approved extension beyond it; null without a term. */
export function termDue(term: Term): CalendarDate | null {
  const endsOn = termEnd(term)
  return endsOn !== null && term.extendedTo !== null && term.extendedTo > endsOn ? term.extendedTo : endsOn
}

/** Whether anybody stated the term; an end guessed from the founding alone is asked for, not chased. */
export function isTermStated(term: Term): boolean {
  return term.lastElectionOn !== null || term.termEndsOn !== null
}

/** Whether the result of the last election has been reported; a report of an election before it is none of this one. */
export function isReported({ lastElectionOn, reportedOn }: Pick<RemindedTerm, 'lastElectionOn' | 'reportedOn'>): boolean {
  return lastElectionOn !== null && reportedOn !== null && reportedOn >= lastElectionOn
}

/** By when the result of the last election is to be reported; null where it is not, or no longer, asked for. */
export function reportDue(term: Pick<RemindedTerm, 'lastElectionOn' | 'reportedOn'>, today: CalendarDate): CalendarDate | null {
  const elected = term.lastElectionOn
  if (elected === null || isReported(term) || today < elected || today > addMonths(elected, 2 * reportMonths)) return null
  return addMonths(elected, reportMonths)
}

/** What an organisation is to be reminded of on `today`; null when there is nothing. */
export function electionReminder(term: RemindedTerm, today: CalendarDate, months: ReminderMonths): ElectionReminder | null {
  if (!isTermStated(term)) return null
  const reminder = (step: ReminderStep, from: CalendarDate, dueOn: CalendarDate): ElectionReminder => ({
    step,
    dueOn,
    days: daysBetween(today, dueOn),
    reminded: term.remindedOn !== null && term.remindedOn >= from,
  })
  const reportBy = reportDue(term, today)
  if (term.lastElectionOn !== null && reportBy !== null) return reminder('报换届结果', term.lastElectionOn, reportBy)
  const dueOn = termDue(term)
  if (dueOn === null) return null
  if (today > dueOn) return reminder('届满未换', addDays(dueOn, 1), dueOn)
  if (dueOn <= addMonths(today, months.last)) return reminder('报请示', addMonths(dueOn, -months.last), dueOn)
  return dueOn <= addMonths(today, months.first) ? reminder('发提醒函', addMonths(dueOn, -months.first), dueOn) : null
}

/** Where an organisation stands in a year's elections. */
export const yearStates = ['往年届满未换', '本年届满', '本年已换届'] as const
export type YearState = (typeof yearStates)[number]

/** Its part in the year's list; null when its term neither ends in the year, nor ended before, nor began in it. */
export function yearStanding(term: Term, year: number): YearState | null {
  if (!isTermStated(term)) return null
  const inYear = (date: CalendarDate | null): boolean => date !== null && Number(date.slice(0, 4)) === year
  const dueOn = termDue(term)
  if (inYear(dueOn)) return '本年届满'
  if (dueOn !== null && Number(dueOn.slice(0, 4)) < year) return '往年届满未换'
  return inYear(term.lastElectionOn) ? '本年已换届' : null
}

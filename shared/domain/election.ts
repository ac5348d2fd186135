import { addMonths, addYears, daysBetween, type CalendarDate } from './calendarDate'
import type { OrgType } from './valueDomain'

/** Term states of a party organisation (docs/domain.md, terms). */
export const electionStates = ['正常', '即将届满', '届满未换', '已批延期'] as const
export type ElectionState = (typeof electionStates)[number]

/** Years of a term by type: 党委 5, 党总支 and 党支部 3; temporary and special organisations have none. */
export function defaultTermYears(type: OrgType): number | null {
  if (type === '党委') return 5
  if (type === '党总支' || type === '党支部') return 3
  return null
}

export interface Term {
  /** The last election, else the founding; null when neither is known. */
  lastElectionOn: CalendarDate | null
  foundedOn: CalendarDate | null
  /** Overrides the default of the type. */
  termYears: number | null
  type: OrgType
  /** Typed by a person or read from a sheet; wins over the computed end. */
  termEndsOn: CalendarDate | null
  extendedTo: CalendarDate | null
}

/** When the term ends: the stated date, else last election (else founding) plus the term; null without a term. */
export function termEnd(term: Term): CalendarDate | null {
  if (term.termEndsOn) return term.termEndsOn
  const start = term.lastElectionOn ?? term.foundedOn
  const years = term.termYears ?? defaultTermYears(term.type)
  return start === null || years === null ? null : addYears(start, years)
}

export interface ElectionStanding {
  endsOn: CalendarDate
  /** Days from `today` to the end of the term; negative when overdue. */
  days: number
  state: ElectionState
  /** 超期一年以上 */
  overdueMoreThanYear: boolean
}

/** The state of a term on `today`; `soonMonths` is the first reminder (default 6 months). Null without a term. */
export function electionStanding(term: Term, today: CalendarDate, soonMonths = 6): ElectionStanding | null {
  const endsOn = termEnd(term)
  if (endsOn === null) return null
  const days = daysBetween(today, endsOn)
  const standing = (state: ElectionState, overdueMoreThanYear = false): ElectionStanding => ({
    endsOn,
    days,
    state,
    overdueMoreThanYear,
  })
  if (days >= 0) return standing(endsOn <= addMonths(today, soonMonths) ? '即将届满' : '正常')
  if (term.extendedTo && term.extendedTo >= today) return standing('已批延期')
  const due = term.extendedTo && term.extendedTo > endsOn ? term.extendedTo : endsOn
  return standing('届满未换', today > addYears(due, 1))
}

import { addDays, addMonths, calendarDate, daysBetween, daysInMonth, type CalendarDate } from './calendarDate'
import type { FrequencyUnit } from './valueDomain'

/**
 * How often a 指导员 or 联络员 is to see an enterprise, and how far he has (docs/domain.md 3.2, 走访完成率). Periods are
 * those of the calendar: weeks from Monday, months, quarters, half-years, years.
 */

/** Days from and to, both included. */
export interface DaySpan {
  from: CalendarDate
  to: CalendarDate
}

/** An assignment as far as visits are concerned: `times` in each `unit` while it lasts. */
export interface VisitDuty {
  /** Null: unknown. Visits are asked for from `recordedOn` or the first visit on, whichever is earlier. */
  from: CalendarDate | null
  to: CalendarDate | null
  times: number
  unit: FrequencyUnit
  /** The day the assignment came into the ledger. */
  recordedOn: CalendarDate
}

export const visitStates = ['逾期', '待走访', '已完成', '本期不要求'] as const
/**
 * 逾期: the last full period is missed and not made up for since. 待走访: more visits are asked of the running period.
 * 本期不要求: the assignment lives for too small a part of the running period.
 */
export type VisitState = (typeof visitStates)[number]

export interface VisitStanding {
  state: VisitState
  /** Of the running period: visits asked and made. */
  asked: number
  done: number
  /** Visits of the last full period that are missing still. */
  missing: number
  /** 逾期: the day the missed period ended; 待走访: the last day on which the visits are in time. */
  dueOn: CalendarDate | null
  /** Days since `dueOn` when 逾期, days left when 待走访. */
  days: number
}

/** 应走访, 已走访 and what of it fulfils the duty: fulfilled = min(done, required). */
export interface VisitSum {
  required: number
  done: number
  fulfilled: number
}

const monthsOf = { 月: 1, 季: 3, 半年: 6, 年: 12 }

/** Every assignment of a ledger asks for the same few periods. */
const knownPeriods: Record<FrequencyUnit, Map<CalendarDate, DaySpan>> = {
  周: new Map(), 月: new Map(), 季: new Map(), 半年: new Map(), 年: new Map(),
}

/** The period of the calendar a day lies in. */
export function periodOf(unit: FrequencyUnit, day: CalendarDate): DaySpan {
  let period = knownPeriods[unit].get(day)
  if (!period) knownPeriods[unit].set(day, (period = findPeriod(unit, day)))
  return period
}

function findPeriod(unit: FrequencyUnit, day: CalendarDate): DaySpan {
  if (unit === '周') {
    const from = addDays(day, -((daysBetween('2024-01-01', day) % 7) + 7) % 7)
    return { from, to: addDays(from, 6) }
  }
  const months = monthsOf[unit]
  const year = Number(day.slice(0, 4))
  const last = Math.ceil(Number(day.slice(5, 7)) / months) * months
  const [from, to] = [calendarDate(year, last - months + 1, 1), calendarDate(year, last, daysInMonth(year, last))]
  if (from === null || to === null) throw new RangeError(`not a calendar date: ${day}`)
  return { from, to }
}

const knownEves = new Map<CalendarDate, CalendarDate>()

function periodBefore(unit: FrequencyUnit, { from }: DaySpan): DaySpan {
  let eve = knownEves.get(from)
  if (eve === undefined) knownEves.set(from, (eve = addDays(from, -1)))
  return periodOf(unit, eve)
}

/** Periods from the one `from` lies in up to the one `to` lies in, that one not counted. */
function periodsBetween(unit: FrequencyUnit, from: CalendarDate, to: CalendarDate): number {
  if (unit === '周') return daysBetween(periodOf(unit, from).from, periodOf(unit, to).from) / 7
  const months = monthsOf[unit]
  const indexOf = (day: CalendarDate): number =>
    (Number(day.slice(0, 4)) * 12) / months + Math.floor((Number(day.slice(5, 7)) - 1) / months)
  return indexOf(to) - indexOf(from)
}

/**
 * Visits asked for within a span: `times` for each full period; a part of a period asks for its share by days, rounded
 * half up. 0 where the assignment does not live.
 */
export function visitsAsked(duty: VisitDuty, span: DaySpan): number {
  const begins = duty.from ?? duty.recordedOn
  const from = begins > span.from ? begins : span.from
  const to = duty.to !== null && duty.to < span.to ? duty.to : span.to
  if (from > to) return 0
  const [first, last] = [periodOf(duty.unit, from), periodOf(duty.unit, to)]
  if (first.from === last.from) return shareOf(duty.times, first, from, to)
  const between = periodsBetween(duty.unit, from, to) - 1
  return shareOf(duty.times, first, from, first.to) + between * duty.times + shareOf(duty.times, last, last.from, to)
}

function shareOf(times: number, period: DaySpan, from: CalendarDate, to: CalendarDate): number {
  if (from === period.from && to === period.to) return times
  return Math.round((times * (daysBetween(from, to) + 1)) / (daysBetween(period.from, period.to) + 1))
}

/** Visits made within a span while the assignment lived. `visits`: the days of those that count, in any order. */
export function visitsMade(duty: VisitDuty, visits: readonly CalendarDate[], { from, to }: DaySpan): number {
  return visits.filter(
    (day) => day >= from && day <= to && (duty.from === null || day >= duty.from) && (duty.to === null || day <= duty.to),
  ).length
}

/**
 * Visits asked for by the periods that end within a span (docs/domain.md, S8): `times` for each whose last day lies in
 * it and on which the assignment lived.
 */
export function visitsEndingIn(duty: VisitDuty, span: DaySpan): number {
  const begins = duty.from ?? duty.recordedOn
  let periods = 0
  for (let period = periodOf(duty.unit, span.from); period.to <= span.to; period = periodOf(duty.unit, addDays(period.to, 1))) {
    if (begins <= period.to && (duty.to === null || duty.to >= period.to)) periods += 1
  }
  return periods * duty.times
}

/** The day by which a liaison was to come again: one unit after the last visit, else after the assignment began. */
export function nextVisitBy(duty: VisitDuty, visits: readonly CalendarDate[]): CalendarDate {
  const last = visits.reduce((latest, day) => (day > latest ? day : latest), duty.from ?? duty.recordedOn)
  return duty.unit === '周' ? addDays(last, 7) : addMonths(last, monthsOf[duty.unit])
}

/** An assignment whose beginning nobody stated has begun when somebody went there. */
function asAsked(duty: VisitDuty, visits: readonly CalendarDate[]): VisitDuty {
  const first = visits.reduce((earliest, day) => (day < earliest ? day : earliest), duty.recordedOn)
  return { ...duty, recordedOn: first }
}

/** Where a living assignment stands on a day. */
export function visitStanding(duty: VisitDuty, visits: readonly CalendarDate[], today: CalendarDate): VisitStanding {
  const stated = asAsked(duty, visits)
  const running = periodOf(duty.unit, today)
  const last = periodBefore(duty.unit, running)
  const asked = visitsAsked(stated, running)
  const done = visitsMade(duty, visits, { from: running.from, to: today })
  // A visit made since ends the 逾期 and counts for the running period too; in 完成率 the missed one stays missed.
  const missing = Math.max(0, visitsAsked(stated, last) - visitsMade(duty, visits, last) - done)
  if (missing > 0) {
    return { state: '逾期', asked, done, missing, dueOn: last.to, days: daysBetween(last.to, today) }
  }
  if (done < asked) {
    const dueOn = duty.to !== null && duty.to < running.to ? duty.to : running.to
    return { state: '待走访', asked, done, missing, dueOn, days: daysBetween(today, dueOn) }
  }
  return { state: asked === 0 ? '本期不要求' : '已完成', asked, done, missing, dueOn: null, days: 0 }
}

/** Visits of one assignment in the year of `today`, up to that day. */
export function visitsOfYear(duty: VisitDuty, visits: readonly CalendarDate[], today: CalendarDate): VisitSum {
  const span = { from: `${today.slice(0, 4)}-01-01`, to: today }
  const [required, done] = [visitsAsked(asAsked(duty, visits), span), visitsMade(duty, visits, span)]
  return { required, done, fulfilled: Math.min(done, required) }
}

/** Totals of assignments: 走访完成率 = fulfilled ÷ required, never the mean of their rates. */
export function addVisitSums(sums: readonly VisitSum[]): VisitSum {
  const total: VisitSum = { required: 0, done: 0, fulfilled: 0 }
  for (const { required, done, fulfilled } of sums) {
    total.required += required
    total.done += done
    total.fulfilled += fulfilled
  }
  return total
}

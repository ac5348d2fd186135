import { addDays, daysInMonth, type CalendarDate } from './calendarDate'
import { quarterDays, quarterLabel } from './quarter'

/** 报告期: a span of the calendar whose figures are reported (docs/domain.md 9.14). */
export const periodKinds = ['月', '季', '半年', '年'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface PeriodSpan {
  label: string
  from: CalendarDate
  to: CalendarDate
}

/** The period of a kind a day lies in: 2026年第2季度, from 2026-04-01 to 2026-06-30. */
export function periodOf(kind: PeriodKind, date: CalendarDate): PeriodSpan {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))]
  switch (kind) {
    case '月':
      return { label: `${year}年${month}月`, from: `${date.slice(0, 7)}-01`, to: `${date.slice(0, 7)}-${daysInMonth(Number(year), month)}` }
    case '季':
      return { label: quarterLabel(date), ...quarterDays(quarterLabel(date)) }
    case '半年':
      return month <= 6
        ? { label: `${year}年上半年`, from: `${year}-01-01`, to: `${year}-06-30` }
        : { label: `${year}年下半年`, from: `${year}-07-01`, to: `${year}-12-31` }
    case '年':
      return { label: `${year}年`, from: `${year}-01-01`, to: `${year}-12-31` }
  }
}

/** The first day of what a locked period covers; the year so far where nobody knows its kind. */
export function periodStart(kind: string, cutOff: CalendarDate): CalendarDate {
  return periodOf(periodKinds.find((known) => known === kind) ?? '年', cutOff).from
}

/**
 * The period to be locked next: the one after the last locked of its kind, else the last that is over. `cutOff` is its
 * last day, or today while it runs.
 */
export function nextPeriod(
  kind: PeriodKind,
  locked: readonly { kind: string; cutOffOn: CalendarDate }[],
  today: CalendarDate,
): PeriodSpan & { cutOff: CalendarDate } {
  const last = locked.filter((one) => one.kind === kind).map(({ cutOffOn }) => cutOffOn).sort().at(-1)
  const running = periodOf(kind, today)
  const over = running.to === today ? running : periodOf(kind, addDays(running.from, -1))
  const next = last === undefined ? over : periodOf(kind, addDays(periodOf(kind, last).to, 1))
  const proposed = next.from > today ? running : next
  return { ...proposed, cutOff: proposed.to < today ? proposed.to : today }
}

/** What a period is called among its editions: 2026年第2季度(第2版); the only one by its label alone. */
export function periodName({ label, edition, correctedFor }: { label: string; edition: number; correctedFor: string | null }): string {
  return edition === 1 && correctedFor === null ? label : `${label}(第${edition}版)`
}

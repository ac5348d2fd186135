import type { CalendarDate } from './calendarDate'

/** Label of the quarter a date lies in: 2026年第2季度. */
export function quarterLabel(date: CalendarDate): string {
  const month = Number(date.slice(5, 7))
  return `${date.slice(0, 4)}年第${Math.ceil(month / 3)}季度`
}

import { daysBetween, type CalendarDate } from './calendarDate'

/**
 * How a yearly target is approached: `sum` grows with the year (新建党组织数), `level` is to stand by its end
 * (组织覆盖率), `due` counts only what is due by now (走访完成率).
 */
export type TargetPace = 'sum' | 'level' | 'due'

export const targetStates = ['已完成', '正常', '落后'] as const
export type TargetState = (typeof targetStates)[number]

/**
 * A sum is behind when it has a smaller part of its target than of the year has gone; a level only at the end of the
 * year; what is due, at once. `rate` is done ÷ target; null without a target or a figure.
 */
export function targetState(pace: TargetPace, rate: number | null, year: number, asOf: CalendarDate): TargetState | null {
  if (rate === null) return null
  if (rate >= 1) return '已完成'
  const gone = yearGone(year, asOf)
  if (pace === 'level') return gone >= 1 ? '落后' : '正常'
  return pace === 'due' || rate < gone ? '落后' : '正常'
}

/** The part of a year that has passed when a day ends, 0 to 1. */
export function yearGone(year: number, asOf: CalendarDate): number {
  const first = `${year}-01-01`
  if (asOf < first) return 0
  return Math.min(1, (daysBetween(first, asOf) + 1) / (daysBetween(first, `${year}-12-31`) + 1))
}

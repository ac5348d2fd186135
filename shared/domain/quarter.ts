import type { CalendarDate } from './calendarDate'

/** Label of the quarter a date lies in: 2026年第2季度. */
export function quarterLabel(date: CalendarDate): string {
  const month = Number(date.slice(5, 7))
  return `${date.slice(0, 4)}年第${Math.ceil(month / 3)}季度`
}

/** First and last day of the quarter a label names. Throws RangeError for another text. */
export function quarterDays(label: string): { from: CalendarDate; to: CalendarDate } {
  const match = /^(\d{4})年第([1-4])季度$/.exec(label)
  if (!match) throw new RangeError(`not a quarter: ${label}`)
  const [year, quarter] = [match[1] ?? '', Number(match[2])]
  const ends = ['03-31', '06-30', '09-30', '12-31']
  return { from: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`, to: `${year}-${ends[quarter - 1] ?? ''}` }
}

/** The quarter so many later; earlier when negative. `label` as `quarterLabel` writes it, RangeError otherwise. */
export function quarterStep(label: string, by: number): string {
  const match = /^(\d{4})年第([1-4])季度$/.exec(label)
  if (!match) throw new RangeError(`not a quarter: ${label}`)
  const index = Number(match[1]) * 4 + Number(match[2]) - 1 + by
  return `${Math.floor(index / 4)}年第${(index % 4) + 1}季度`
}

/**
 * Calendar dates are `YYYY-MM-DD` strings everywhere: no time, no zone, and they sort as text. Only the
 * spreadsheet room knows serial numbers.
 */
export type CalendarDate = string

const pattern = /^\d{4}-\d{2}-\d{2}$/

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month (1–12); 0 for a month there is not. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29
  return monthDays[month - 1] ?? 0
}

/** The date for year, month (1–12) and day, or null when there is no such day. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function isCalendarDate(text: string): boolean {
  return pattern.test(text) && calendarDate(...parts(text)) !== null
}

/** Standings of a whole ledger take apart millions of dates: digits are read where they stand. */
function parts(date: CalendarDate): [year: number, month: number, day: number] {
  if (!pattern.test(date)) throw new RangeError(`not a calendar date: ${date}`)
  const digit = (place: number): number => date.charCodeAt(place) - 48
  return [digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), digit(5) * 10 + digit(6), digit(8) * 10 + digit(9)]
}

/** Same month and day in another year; 29 February becomes the 28th where there is none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12)
}

/** Same day in another month, clipped to the month's last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = parts(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = (index % 12) + 1
  const result = calendarDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
  if (result === null) throw new RangeError(`outside the calendar: ${date} + ${months} months`)
  return result
}

/** So many days later; earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const [year, month, day] = parts(date)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  const [y1, m1, d1] = parts(from)
  const [y2, m2, d2] = parts(to)
  return Math.round((Date.UTC(y2, m2 - 1, d2) - Date.UTC(y1, m1 - 1, d1)) / 86_400_000)
}

/** 2026年6月30日 */
export function chineseDate(date: CalendarDate): string {
  const [year, month, day] = parts(date)
  return `${year}年${month}月${day}日`
}

import { calendarDate, type CalendarDate } from '../../../shared/domain/calendarDate'

const dayLength = 86_400_000
const dayZero = Date.UTC(1899, 11, 30)
/** Days from 1 January 1900 to 1 January 1904, the zero of workbooks made on old Macs. */
const offset1904 = 1462

/**
 * The calendar date of a spreadsheet serial number; a fraction is time of day and dropped. Null below day 1 and
 * outside the years 1900–9999. Excel's 29 February 1900 does not exist and is read as 1 March.
 */
export function serialDate(serial: number, date1904: boolean): CalendarDate | null {
  let day = Math.floor(serial + 1e-9) + (date1904 ? offset1904 : 0)
  if (day < 1) return null
  if (day <= 60) day += 1
  const instant = new Date(dayZero + day * dayLength)
  if (Number.isNaN(instant.getTime())) return null
  return calendarDate(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate())
}

/** The serial number of a date, counted from 1900; dates before March 1900 have none that programs agree on. */
export function dateSerial(date: CalendarDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - dayZero) / dayLength)
}

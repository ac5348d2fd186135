import { calendarDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import { withoutBlanks } from '../text/plainText'

export interface ReadDate {
  date: CalendarDate
  /** Only the month was written. */
  month?: true
  /** The century is this program's guess. */
  shortYear?: true
}

const full = /^(\d{4})[-/.年、](\d{1,2})[-/.月、](\d{1,2})(?:[日号]|\.)?(?:[T ]?\d{1,2}:\d.*)?$/
const month = /^(\d{4})[-/.年、](\d{1,2})(?:月份?|\.)?$/
const compact = /^(\d{4})(\d{2})(\d{2})?$/
/** 19.3.5, 19年3月; with slashes or dashes only when the first figure can be no month, for 3/5/19 is another order. */
const shortYear = /^(\d{2})([-/.年])(\d{1,2})(?:[-/.月](\d{1,2})日?|月)$/

/** A date as people write it, the year first. Null when the text is none: 2019年, 2019-02-30, 去年. */
export function writtenDate(text: string, today: CalendarDate): ReadDate | null {
  const key = arabic(withoutBlanks(text.normalize('NFKC')))
  const day = full.exec(withTime(text)) ?? full.exec(key)
  if (day) return wrapped(calendarDate(Number(day[1]), Number(day[2]), Number(day[3])))
  const packed = compact.exec(key)
  if (packed?.[3] !== undefined) return wrapped(calendarDate(Number(packed[1]), Number(packed[2]), Number(packed[3])))
  const first = month.exec(key) ?? packed
  if (first) return monthOf(Number(first[1]), Number(first[2]))
  const short = shortYear.exec(key)
  if (!short || (/[-/]/.test(short[2] ?? '') && Number(short[1]) <= 12)) return null
  const year = century(Number(short[1]), today)
  const read = short[4] === undefined ? monthOf(year, Number(short[3])) : wrapped(calendarDate(year, Number(short[3]), Number(short[4])))
  return read === null ? null : { ...read, shortYear: true }
}

/** The blank before a time of day must stay, or the day would run into the hour. */
function withTime(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s*([-/.年月、])\s*/g, '$1')
}

function monthOf(year: number, number: number): ReadDate | null {
  const date = calendarDate(year, number, 1)
  return date === null ? null : { date, month: true }
}

function wrapped(date: CalendarDate | null): ReadDate | null {
  return date === null ? null : { date }
}

/** Two figures are of this century unless that lies in the future. */
function century(year: number, today: CalendarDate): number {
  return year <= Number(today.slice(2, 4)) ? 2000 + year : 1900 + year
}

const figures = '〇一二三四五六七八九'

/** 二〇一九年三月十五日 → 2019年3月15日; other text unchanged. */
function arabic(text: string): string {
  const match = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?$/.exec(text)
  if (!match) return text
  const year = Array.from(match[1] ?? '', (figure) => Math.max(0, figures.indexOf(figure))).join('')
  return `${year}年${upTo31(match[2] ?? '')}月${match[3] === undefined ? '' : `${upTo31(match[3])}日`}`
}

function upTo31(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? Math.max(1, figures.indexOf(tens || '一')) : 0
  return ten * 10 + (ones === '' ? 0 : figures.indexOf(ones))
}

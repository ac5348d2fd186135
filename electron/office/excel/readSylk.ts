import { isDateFormat } from './plainCell'
import { Refusal } from './refusal'
import { serialDate } from './serialDate'
import type { PlainCell, PlainSheet } from './sheet'
import { trimRows } from './trimRows'

const mostRows = 1_048_576
const mostColumns = 16_384

/** The cells of a Symbolic Link file, already decoded. Throws Refusal `damaged`: a file that was cut lacks its last line. */
export function readSylk(text: string): PlainSheet {
  // A line break inside a text is an escape, a blank and a colon.
  const lines = text.replaceAll('\u001b :', '\u0000').split(/[\r\n]+/)
  if (!lines.slice(-3).includes('E')) throw new Refusal('damaged')
  const rows: PlainCell[][] = []
  const formats: string[] = []
  let date1904 = false
  let row = 0
  let column = 0
  let format = ''
  for (const line of lines) {
    const [type = '', ...fields] = fieldsOf(line)
    const field = (letter: string) => fields.find((candidate) => candidate.startsWith(letter))?.slice(1)
    if (type === 'P' && field('P') !== undefined) formats.push(field('P') ?? '')
    if (type === 'O') date1904 ||= Number(field('V') ?? 0) > 0
    if (type !== 'C' && type !== 'F') continue
    row = placeOf(field('Y'), row, mostRows)
    column = placeOf(field('X'), column, mostColumns)
    // A format stands before the cell it belongs to.
    if (type === 'F') {
      format = formats[Number(field('P'))] ?? ''
      continue
    }
    const value = field('K')
    if (value !== undefined) {
      while (rows.length <= row) rows.push([])
      const cells = rows[row] ?? []
      while (cells.length < column) cells.push(null)
      cells[column] = cellOf(value, isDateFormat(format), date1904)
    }
    format = ''
  }
  return { name: 'Sheet1', hidden: false, rows: trimRows(rows), merges: [] }
}

/** Split at semicolons; two of them are one that was written. */
function fieldsOf(line: string): string[] {
  return line
    .replaceAll(';;', '\u0001')
    .split(';')
    .map((field) => field.replaceAll('\u0001', ';').replaceAll('\u0000', '\n'))
}

function placeOf(written: string | undefined, last: number, most: number): number {
  if (written === undefined) return last
  const place = Number(written) - 1
  if (!Number.isInteger(place) || place < 0 || place >= most) throw new Refusal('damaged')
  return place
}

function cellOf(value: string, isDate: boolean, date1904: boolean): PlainCell {
  if (value.startsWith('"')) return value.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"') || null
  if (value === 'TRUE' || value === 'FALSE') return value === 'TRUE'
  if (value.startsWith('#')) return { error: value }
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value || null
  const date = isDate ? serialDate(number, date1904) : null
  return date === null ? number : { date }
}

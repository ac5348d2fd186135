import type { CalendarDate } from '../../../shared/domain/calendarDate'
import type { PlainCell } from '../excel/sheet'
import { trimmed } from '../text/plainText'
import { countedOnce, type FieldKind, type SheetFields } from './importField'
import type { MappedColumn } from './claimColumns'
import { readCell, type CellReading } from './readCell'
import { wordValue } from './wordTable'
import type { ReadingWords } from './readingWords'

export interface ColumnReader<F extends string> {
  column: MappedColumn<F>
  tick: boolean
  /** Whether 同上 repeats the cell above: never a name, a code or a figure, which would be counted twice. */
  repeats: boolean
  read(cell: Exclude<PlainCell, null>): CellReading
}

export interface ColumnReading<F extends string> {
  fields: SheetFields<F>
  /** The column that names what a row is about: 同上 there is no name. */
  nameField: F | null
  /** Unit of money the lines above the table state. */
  moneyUnit?: string | null
  today: CalendarDate
  /** What the district calls the words of closed lists. */
  own: ReadingWords
  /** Whether ● stands somewhere in the column: then ○ says no. */
  fullCircles(): boolean
}

/** Words repeat down a column, so each spelling is understood once. */
export function columnReader<F extends string>(column: MappedColumn<F>, reading: ColumnReading<F>): ColumnReader<F> {
  const { today, own } = reading
  const kind = reading.fields.kindOf(column.field)
  const label = reading.fields.labelOf(column.field)
  const known = new Map<PlainCell, CellReading>()
  const caches = kind.type === 'word' || kind.type === 'flag' || column.field === 'unitName'
  const unit = moneyUnit(kind, column.header, reading.moneyUnit ?? null)
  return {
    column,
    tick: column.tickedWord !== null,
    repeats: !countedOnce.has(kind.type) && column.field !== reading.nameField,
    read(cell) {
      if (column.field === 'orgMode' && /是否单独/.test(column.header)) return singleOrJoint(cell)
      if (unit !== '' && (typeof cell === 'number' || typeof cell === 'string')) return readCell(inUnit(cell, unit), kind, label, today, own)
      if (kind.type === 'flag' && cell === '○' && !known.has(cell) && reading.fullCircles()) known.set(cell, { value: false })
      if (!caches || typeof cell === 'object') return readCell(cell, kind, label, today, own)
      let found = known.get(cell)
      if (!found) known.set(cell, (found = readCell(cell, kind, label, today, own)))
      return found
    },
  }
}

/** The unit a money header, or a line above the table, states when it is not the form's own: bare figures are in it. */
function moneyUnit(kind: FieldKind, header: string, above: string | null): string {
  if (kind.type !== 'money') return ''
  const stated = /\((?:单位:)?(元|千元|万元|百万元|亿元)\)/.exec(header.normalize('NFKC'))?.[1] ?? above ?? ''
  return stated === (kind.per ?? '万元') ? '' : stated
}

function inUnit(cell: number | string, unit: string): string {
  const text = trimmed(String(cell))
  return /[\d.]$/.test(text) ? text + unit : text
}

/** 是否单独组建: 是 → 单独组建, 否 → 联合组建 (of a built organisation); many answer with the mode itself. */
function singleOrJoint(cell: Exclude<PlainCell, null>): CellReading {
  const mode = typeof cell === 'string' ? wordValue('orgMode', cell) : null
  if (mode !== null) return { value: mode }
  const flag = readCell(cell, { type: 'flag' }, '是否单独组建', '9999-12-31')
  return flag.value === undefined ? flag : { value: flag.value === true ? '单独组建' : '联合组建' }
}

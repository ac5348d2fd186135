import type { CalendarDate } from '../../../shared/domain/calendarDate'
import type { PlainCell } from '../excel/sheet'
import { trimmed } from '../text/plainText'
import { countedOnce, fieldKind, fieldLabel } from './importField'
import type { MappedColumn } from './mapColumns'
import { readCell, type CellReading } from './readCell'

export interface ColumnReader {
  column: MappedColumn
  tick: boolean
  /** Whether 同上 repeats the cell above: never a name, a code or a figure, which would be counted twice. */
  repeats: boolean
  read(cell: Exclude<PlainCell, null>): CellReading
}

/** Words repeat down a column, so each spelling is understood once. */
export function columnReader(column: MappedColumn, today: CalendarDate, fullCircles: () => boolean): ColumnReader {
  const kind = fieldKind(column.field)
  const label = fieldLabel(column.field)
  const known = new Map<PlainCell, CellReading>()
  const caches = kind.type === 'word' || kind.type === 'flag' || column.field === 'unitName'
  const unit = kind.type === 'money' ? moneyUnit(column.header) : ''
  return {
    column,
    tick: column.tickedWord !== null,
    repeats: !countedOnce.has(kind.type) && column.field !== 'enterpriseName',
    read(cell) {
      if (column.field === 'orgMode' && /是否单独/.test(column.header)) return singleOrJoint(cell)
      if (unit !== '' && (typeof cell === 'number' || typeof cell === 'string')) return readCell(inUnit(cell, unit), kind, label, today)
      if (kind.type === 'flag' && cell === '○' && !known.has(cell) && fullCircles()) known.set(cell, { value: false })
      if (!caches || typeof cell === 'object') return readCell(cell, kind, label, today)
      let reading = known.get(cell)
      if (!reading) known.set(cell, (reading = readCell(cell, kind, label, today)))
      return reading
    },
  }
}

/** The unit a money header states when it is not 万元: bare figures below it are in that unit. */
function moneyUnit(header: string): string {
  return /\((?:单位:)?(元|千元|百万元|亿元)\)/.exec(header.normalize('NFKC'))?.[1] ?? ''
}

function inUnit(cell: number | string, unit: string): string {
  const text = trimmed(String(cell))
  return /[\d.]$/.test(text) ? text + unit : text
}

/** 是否单独组建: 是 → 单独组建, 否 → 联合组建 (of a built organisation). */
function singleOrJoint(cell: Exclude<PlainCell, null>): CellReading {
  const flag = readCell(cell, { type: 'flag' }, '是否单独组建', '9999-12-31')
  return flag.value === undefined ? flag : { value: flag.value === true ? '单独组建' : '联合组建' }
}

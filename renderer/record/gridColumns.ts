import type { RecordRow } from '../../shared/contract/record'
import type { Field } from '../../shared/record/field'
import type { RecordKind } from '../../shared/record/recordKind'
import { recordSheetText } from '../text/recordSheet'
import { ownDefinitionOf } from './ownDefinitionOf'
import { shownField } from './recordTitle'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'plain'

/** How a ledger wants a column; a bare name stands for a field with its defaults. */
export interface GridColumn {
  /** A field of the kind, `unitName`, or the name of a computed fact. */
  name: string
  header?: string
  width?: number
  pinned?: boolean
  /** Not shown until somebody asks for it. */
  hidden?: boolean
  readonly?: boolean
  /** A computed fact that is a figure; a field says it by its type. */
  isNumber?: boolean
  /** Where to go when somebody types into a cell that is only shown. */
  lockedNote?: string
  /** Words of the cell in the place of the usual ones. */
  show?: (row: RecordRow) => string
  /** Draws the words as a tag of this colour; null for none. */
  tone?: (row: RecordRow) => Tone | null
  /** Draws the words in its own way, instead of `tone`. */
  draw?: (row: RecordRow, words: string) => HTMLElement
  /** Neighbours of one group stand under a common head. */
  group?: string
}

/** A column with everything decided. */
export interface SheetColumn {
  name: string
  header: string
  width: number
  pinned: boolean
  hidden: boolean
  /** Null for what is computed. */
  field: Field | null
  editable: boolean
  isNumber: boolean
  text: (row: RecordRow) => string
  tone: ((row: RecordRow) => Tone | null) | null
  draw: ((row: RecordRow, words: string) => HTMLElement) | null
  group: string
  lockedNote: string
}

const widths: Partial<Record<Field['type'], number>> = {
  phone: 124, creditCode: 168, count: 88, number: 92, money: 116, date: 104, quarter: 116, flag: 76, choice: 104,
  ref: 190, yearCounts: 150, list: 150,
}
const narrowest = 60
/** Of one character of a header at the size of the grid, and what stands beside it. */
const [charWidth, headerRoom] = [13, 34]

/** The wanted columns in their order, then every other field of the kind, hidden. */
export function sheetColumns(kind: RecordKind, wanted: readonly (string | GridColumn)[]): SheetColumn[] {
  const { fields } = ownDefinitionOf(kind)
  const chosen = wanted.map((column) => (typeof column === 'string' ? { name: column } : column))
  const named = new Set(chosen.map(({ name }) => name))
  const rest = Object.keys(fields).filter((name) => !named.has(name)).map((name): GridColumn => ({ name, hidden: true }))
  return [...chosen, ...rest].map((column) => sheetColumn(kind, column, fields[column.name] ?? null))
}

function sheetColumn(kind: RecordKind, column: GridColumn, field: Field | null): SheetColumn {
  const { name, show, tone = null, draw = null, group = '', lockedNote, pinned = false, hidden = false, readonly = false } = column
  const header = column.header ?? field?.label ?? (name === 'unitName' ? recordSheetText.unit : name)
  const isNumber = field ? ['count', 'number', 'money'].includes(field.type) : column.isNumber === true
  return {
    name,
    header: field?.unit && column.header === undefined ? `${header}(${field.unit})` : header,
    width: column.width ?? Math.max(widthOf(field), header.length * charWidth + headerRoom, narrowest),
    pinned,
    hidden,
    field,
    editable: field !== null && !readonly,
    isNumber,
    text: show ?? (field ? (row) => shownField(kind, row, name) : (row) => shownFact(row, name)),
    tone,
    draw,
    group,
    lockedNote: lockedNote ?? recordSheetText.locked(header),
  }
}

function widthOf(field: Field | null): number {
  if (!field) return 100
  if (field.type === 'text') return field.multiline || field.max > 60 ? 220 : field.max > 20 ? 150 : 100
  return widths[field.type] ?? 100
}

function shownFact(row: RecordRow, name: string): string {
  if (name === 'unitName') return row.unitName ?? ''
  const fact = row.computed[name]
  if (typeof fact === 'boolean') return fact ? recordSheetText.yes : ''
  return fact === null || fact === undefined ? '' : String(fact)
}

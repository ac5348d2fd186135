import { checkField } from '../../shared/record/checkField'
import type { Field, FieldValue } from '../../shared/record/field'
import { readField } from '../../shared/record/readField'
import { showField } from '../../shared/record/showField'

/** A column of a sheet whose rows and columns are both records: organisations × items, units × measures. */
export interface FigureColumn {
  /** Unique in the sheet. */
  name: string
  header: string
  /** Under the header: 10分. */
  note?: string
  /** The whole of a header that is too long to stand there. */
  title?: string
  width: number
  /** Neighbours of one group share a heading above theirs. */
  group?: string
  /** What may be typed; null for figures that are computed. */
  field: Field | null
  /** Words instead of a number. */
  isText?: boolean
}

export type FigureTone = 'computed' | 'good' | 'warn' | 'bad' | 'plain'

export interface FigureCell {
  text: string
  tone?: FigureTone
  /** Shown where `text` is empty; never copied. */
  ghost?: string
  /** Draws a bar of this part of the cell, 0 to 1. */
  bar?: number
}

export interface FigureRow {
  id: number
  /** What messages call it. */
  name: string
  /** Cells of the fixed columns at the left; the last one is the row's heading. */
  leads: readonly string[]
  /** By column. */
  cells: readonly FigureCell[]
}

/** A fixed column at the left. The last one takes what width is left. */
export interface LeadColumn {
  header: string
  width: number
  isNumber?: boolean
}

/** What somebody wants in a cell. */
export interface FigureWrite {
  rowId: number
  column: string
  typed: string
  value: FieldValue
  /** What stood in the cell when it was typed over. */
  before: string
}

export interface FigureRefusal {
  write: FigureWrite
  message: string
}

export type FigureReading = { ok: true; value: FieldValue; shown: string } | { ok: false; message: string }

/** Reads and checks what was typed into a cell by the rule of its field alone. */
export function readFigure(field: Field, typed: string, today: string): FigureReading {
  const reading = readField(field, typed)
  if (!reading.ok) return reading
  const finding = checkField(field, reading.value, today)
  if (finding?.level === 'error') return { ok: false, message: finding.message }
  return { ok: true, value: reading.value, shown: showField(field, reading.value) }
}

/** Headings above the headers: neighbours of one group together; '' for columns of none. */
export function columnGroups(columns: readonly FigureColumn[]): { title: string; columns: number }[] {
  const groups: { title: string; columns: number }[] = []
  for (const { group = '' } of columns) {
    const last = groups.at(-1)
    if (last?.title === group) last.columns++
    else groups.push({ title: group, columns: 1 })
  }
  return groups
}

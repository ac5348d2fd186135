import type { RowSpec } from '../workbookSpec'
import type { Merge } from '../sheet'

/** What is to be written into a stranger's workbook, as plain data. Row and column numbers count from 0. */
export interface WorkbookNotes {
  /** Header of the column the findings of a row stand in. */
  resultHeader: string
  /** How a comment of ours begins: by it one of an earlier return is known and taken out. */
  commentMark: string
  cover: NoteCover
  tables: readonly TableNotes[]
  /** ISO instant that stands in the file as its date. */
  at: string
}

/** A sheet put before all others. */
export interface NoteCover {
  /** Another name is taken where the sender has a sheet of this one. */
  name: string
  columnWidths: readonly number[]
  /** The first cell tells the sheet from the sender's: one that begins so is replaced. */
  rows: readonly RowSpec[]
  merges: readonly Merge[]
}

/** Notes on one table of a sheet. */
export interface TableNotes {
  sheet: string
  /** First row of its header. */
  header: number
  /** The table's last column with a meaning, whose look the column of results takes on. */
  like: number
  rows: readonly RowNote[]
  marks: readonly CellNote[]
}

export interface RowNote {
  row: number
  /** One finding a line. */
  text: string
}

export interface CellNote {
  row: number
  column: number
  /** Of the comment; the mark is put before it. */
  text: string
  /** Colour the cell is shown in, RRGGBB. */
  fill: string
}

/** Characters the column of results is wide. */
export const resultWidth = 48

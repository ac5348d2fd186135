/** A worksheet reduced to plain values: what the rest of the office sees of any spreadsheet file. */

/** A cell the file says is a date: calendar date, time of day dropped. */
export interface DateCell {
  date: string
  /** The first of a month that is shown as a month (2019年3月): what was typed. */
  month?: true
}

/** A formula error such as #REF! or #N/A, or a picture where text was expected (#图片). */
export interface ErrorCell {
  error: string
}

/** Text is untrimmed as stored. Null is a blank cell, and so is a cell covered by a merge. */
export type PlainCell = string | number | boolean | null | DateCell | ErrorCell

/** Zero-based, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

export interface PlainSheet {
  name: string
  hidden: boolean
  /** `rows[r][c]`, zero-based from A1. Blank rows are empty arrays; trailing blank rows and cells are cut off. */
  rows: readonly (readonly PlainCell[])[]
  merges: readonly Merge[]
}

export type WorkbookKind = 'xlsx' | 'xls' | 'ods' | 'csv' | 'html' | 'dbf' | 'dif' | 'sylk'

export interface PlainWorkbook {
  kind: WorkbookKind
  sheets: readonly PlainSheet[]
}

/** A workbook to be written, as plain data. All row and column numbers count from 0. */
import type { DateCell, Merge } from './sheet'

export interface WorkbookSpec {
  /** Shown as the author in the file's properties. */
  creator: string
  /** ISO instant shown as the date of creation. */
  createdAt: string
  sheets: readonly SheetSpec[]
}

export interface SheetSpec {
  /** At most 31 characters, none of * ? : \ / [ ]. */
  name: string
  /** Widths in characters, from column A. */
  columnWidths: readonly number[]
  rows: readonly RowSpec[]
  merges: readonly Merge[]
  /** How many rows and columns stay in sight when scrolling. */
  frozen?: { rows: number; columns: number }
  autoFilter?: Merge
  print: PrintSpec
}

export interface RowSpec {
  /** In points; without it the program that opens the file chooses. */
  height?: number
  /** From column A; null is a cell that does not exist. */
  cells: readonly (CellSpec | null)[]
}

export interface CellSpec {
  /** With a formula: the result to show until somebody recalculates. */
  value: string | number | boolean | DateCell | null
  /** Without the leading equals sign. */
  formula?: string
  look?: CellLook
}

/** Cells that look the same should share one object: styles are then built once. */
export interface CellLook {
  /** Number format: @ for text, yyyy-mm-dd, 0.00%. */
  format?: string
  bold?: boolean
  /** In points; 11 without. */
  fontSize?: number
  align?: 'left' | 'center' | 'right'
  wrap?: boolean
  /** At the top of the cell; in its middle without. */
  top?: boolean
  /** Thin lines on all four sides. */
  border?: boolean
  /** Background as RRGGBB. */
  fill?: string
}

export interface PrintSpec {
  paper: 'A3' | 'A4'
  landscape: boolean
  /** One page wide, or a scale in percent with new pages before the given columns. */
  fit: 'width' | { scale: number; breakBefore: readonly number[] }
  /** Printed at the head of every page. */
  pageTitle?: string
  /** What is printed; all without. */
  area?: Merge
  /** First and last row repeated on every page. */
  repeatRows?: readonly [first: number, last: number]
  /** First and last column repeated on every page. */
  repeatColumns?: readonly [first: number, last: number]
}

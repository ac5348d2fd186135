/** A workbook to be written, as plain data. All row and column numbers count from 0. */
import type { DateCell, Merge } from './sheet'

export interface WorkbookSpec {
  /** Shown as the author in the file's properties. */
  creator: string
  /** ISO instant shown as the date of creation. */
  createdAt: string
  sheets: readonly SheetSpec[]
  /** Closed lists that rules and highlights name. They stand on a hidden sheet of their own, so they may be long. */
  lists?: readonly WordList[]
}

export interface WordList {
  /** Becomes a defined name: letters, digits and underscores, not to be taken for a cell such as L12. */
  name: string
  words: readonly string[]
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
  /** Without it the sheet is never meant for paper. */
  print?: PrintSpec
  /** A very hidden sheet does not even stand in the list of sheets that can be shown. */
  visibility?: 'hidden' | 'veryHidden'
  hiddenColumns?: readonly number[]
  /** By column: how cells look that no row describes, down to the end of the sheet. */
  columnLooks?: readonly (CellLook | null)[]
  entryRules?: readonly EntryRule[]
  highlights?: readonly Highlight[]
  protection?: SheetProtection
}

/** What may be typed into cells. A rule watches typing only: whoever pastes goes past it. */
export interface EntryRule {
  ranges: readonly Merge[]
  accepts: AcceptedEntry
  /** Shown beside a chosen cell. */
  prompt?: EntryMessage
  /** Shown when something else was typed. */
  refusal?: EntryMessage
  /** `stop` refuses, `warning` asks, `none` takes everything and only offers the list. */
  strictness: 'stop' | 'warning' | 'none'
}

/** Both bounds are included. */
export type AcceptedEntry =
  | { kind: 'any' }
  /** `name` of one of the workbook's lists. */
  | { kind: 'list'; name: string }
  | { kind: 'whole' | 'decimal'; from: number; to: number }
  /** YYYY-MM-DD */
  | { kind: 'date'; from: string; to: string }
  /** In characters. */
  | { kind: 'length'; from: number; to: number }

/** Longer texts are cut: spreadsheet programs allow 32 characters of title and 255 of text. */
export interface EntryMessage {
  title: string
  text: string
}

/** Cells that look otherwise while a formula is true for them. Of several that apply the first wins. */
export interface Highlight {
  range: Merge
  /** Without the equals sign, as it stands in the range's first cell. */
  formula: string
  /** RRGGBB */
  fill: string
  /** Of the text, RRGGBB. */
  color?: string
}

/**
 * Keeps from slips, not from intent: there is no password. Every cell is locked unless its look says otherwise; cells
 * of either kind can be chosen and copied.
 */
export interface SheetProtection {
  /** What stays possible beside typing into unlocked cells. Sorting and deleting rows take unlocked cells only. */
  allows: readonly ('formatColumns' | 'formatRows' | 'insertRows' | 'deleteRows' | 'sort' | 'autoFilter')[]
}

export interface RowSpec {
  /** In points; without it the program that opens the file chooses. */
  height?: number
  /** On paper it is never the last row of a page: it heads those below it. A workbook cannot say so. */
  keepsNext?: true
  /** From column A; null is a cell that does not exist. */
  cells: readonly (CellSpec | null)[]
}

export interface CellSpec {
  /** With a formula: the result to show until somebody recalculates. */
  value: string | number | boolean | DateCell | null
  /** Without the leading equals sign. */
  formula?: string
  look?: CellLook
  /** A comment on the cell. */
  comment?: string
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
  /** Of the text, as RRGGBB. */
  color?: string
  /** Can be typed into while the sheet is protected. */
  unlocked?: boolean
}

export interface PrintSpec {
  paper: 'A3' | 'A4'
  landscape: boolean
  /** One page wide, or a scale in percent with new pages before the given columns. */
  fit: 'width' | { scale: number; breakBefore: readonly number[] }
  /** Printed at the head of every page. */
  pageTitle?: string
  /** Printed at the foot of every page, on a line above the page number. */
  pageFoot?: string
  /** What is printed; all without. */
  area?: Merge
  /** First and last row repeated on every page. */
  repeatRows?: readonly [first: number, last: number]
  /** First and last column repeated on every page. */
  repeatColumns?: readonly [first: number, last: number]
}

import type { ColumnSheet } from './gridViews'
import type { RowQuestion } from './rowSource'
import type { RecordSort } from './sheetRows'

/** A row of a matrix: what its cells are about. */
export interface MatrixRow {
  id: number
  name: string
}

/** A column of a matrix with everything decided. */
export interface MatrixColumn<Row> {
  name: string
  header: string
  width: number
  /** Takes what is left of the width. */
  grows?: boolean
  pinned?: boolean
  editable: boolean
  /** Words rather than a mark: they begin at the left. */
  isText?: boolean
  /** Of a cell that stands out among those of its column. */
  marks?: (row: Row) => boolean
  /** Not shown until somebody asks for it. */
  hidden?: boolean
  /** What is copied, and what F2 or typing begins from; read back it must mean the same. */
  text: (row: Row) => string
  /** For who hears the cell; `text` when left out. */
  spoken?: (row: Row) => string
  /** What the cell shows; `text` when left out. */
  draw?: (row: Row) => HTMLElement | string
  /** Under the pointer; without it a cell that cannot be edited shows its text where it is cut off. */
  hint?: (row: Row) => string
}

/** A text somebody wants in a cell. */
export interface MatrixWrite<Row> {
  row: Row
  rowIndex: number
  column: string
  typed: string
}

/** A cell on its way into a save, with what it means. */
export interface MatrixChange<Row, Change> extends MatrixWrite<Row> {
  change: Change
}

/** `change` is null where the text says what stands there already. */
export type MatrixReading<Change> = { ok: true; change: Change | null } | { ok: false; message: string }

/** What a matrix asks and writes; a feature says it once for its sheet. */
export interface MatrixModel<Row extends MatrixRow, Change> {
  page: (question: RowQuestion) => Promise<{ total: number; rows: Row[] }>
  /** The rows of at most 1000 ids as they are now, whatever is filtered. */
  rows: (ids: number[]) => Promise<Row[]>
  read: (row: Row, column: string, typed: string) => MatrixReading<Change>
  /** The row as it will look, before the office has answered. */
  show: (row: Row, column: string, change: Change) => Row
  /**
   * Writes the cells as one edit. What cannot be written comes back with the reason, the rest is written; throws when
   * nothing could be. The rows of the cells are as the office last told them, without what is on its way.
   */
  save: (cells: readonly MatrixChange<Row, Change>[], label: string) => Promise<Map<MatrixChange<Row, Change>, string>>
}

/** What a page may ask of its matrix sheet. */
export interface MatrixSheetActions<Row, Change> extends ColumnSheet {
  /** The same text into all selected cells; one edit. */
  write: (typed: string, label: string) => Promise<void>
  /** The selected cells that can be edited, with what stands in them. */
  selected: () => Promise<MatrixWrite<Row>[]>
  /** Saves what is decided already; one edit. */
  save: (cells: readonly MatrixChange<Row, Change>[], label: string) => Promise<void>
  sort: () => RecordSort | null
  retry: () => void
  /** Asks for the rows anew where they stand, once nobody types into them. */
  reload: () => void
  /** Back to the cell the keyboard left. */
  focusCell: () => void
}

/** What a feature may ask of its matrix page. */
export interface MatrixPageParts<Row, Change> {
  sheet: () => MatrixSheetActions<Row, Change> | undefined
}

/** What a matrix page says of its own rows. */
export interface MatrixPageWords {
  total: (count: number) => string
  found: (count: number) => string
  export: string
  exported: (fileName: string, rows: number) => string
  clearFilter: string
  keyHint: string
  empty: { title: string; note: string; action: string }
}

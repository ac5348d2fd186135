import { ElMessage } from 'element-plus'
import type { ComputedRef } from 'vue'
import { copyText } from '../composables/copyText'
import { reportFailure } from '../composables/reportFailure'
import { recordText } from '../text/record'
import { recordSheetText as text } from '../text/recordSheet'
import type { CellBlock, CellRange, SheetSize } from './cellRange'
import { planPaste } from './planPaste'
import { parseTsv, writeTsv } from './tsv'

/** A text somebody wants in a cell of a block. */
export interface BlockCell<Row, Column> {
  row: Row
  rowIndex: number
  column: Column
  typed: string
  /** The row it is filled down from. */
  from?: Row
}

/** Rows of a pasted block that found no row in the sheet. */
export interface Beyond<Column> {
  columns: readonly Column[]
  texts: string[][]
}

export interface Blocks<Row, Column> {
  copy: (event: ClipboardEvent) => void
  cut: (event: ClipboardEvent) => void
  paste: (event: ClipboardEvent) => Promise<void>
  fillDown: () => Promise<void>
  clear: () => Promise<void>
  /** Every selected cell that takes something, with the text `typed` gives it. */
  cells: (typed: (row: Row, column: Column) => string) => Promise<BlockCell<Row, Column>[]>
}

export interface BlockParts<Row, Column> {
  /** Names the rows in the words of an undo. */
  title: string
  sheet: { block: ComputedRef<CellBlock>; select: (range: CellRange) => void; size: () => SheetSize }
  /** Those that are shown, in their order. */
  columns: () => readonly Column[]
  rows: {
    loadedBetween: (top: number, bottom: number) => Row[] | undefined
    rowsBetween: (top: number, bottom: number) => Promise<Row[]>
  }
  textOf: (row: Row, column: Column) => string
  isEditable: (column: Column) => boolean
  /** Reads and saves the cells as one edit, and says what became of them. */
  write: (cells: readonly BlockCell<Row, Column>[], label: string) => Promise<void>
  /** Offers to add what a paste has beyond the last row, together with what it writes into the rows that are there. */
  add?: (beyond: Beyond<Column>, cells: readonly BlockCell<Row, Column>[]) => void
}

/** What is done to a whole selection of a sheet: each is one edit, taken back by one undo. */
export function useBlocks<Row, Column extends { header: string }>(parts: BlockParts<Row, Column>): Blocks<Row, Column> {
  const { title, sheet, rows, textOf, isEditable, write } = parts

  function selected(): Column[] {
    const { left, right } = sheet.block.value
    return parts.columns().slice(left, right + 1)
  }

  function blockText(shown: readonly Row[]): string {
    return writeTsv(shown.map((row) => selected().map((column) => textOf(row, column))))
  }

  function copy(event: ClipboardEvent): void {
    const { top, bottom, left, right } = sheet.block.value
    if (top >= sheet.size().rows) return
    const tell = (): void => {
      if (bottom === top && right === left) return
      ElMessage({ type: 'success', message: text.copied(bottom - top + 1, right - left + 1), duration: 1500 })
    }
    const loaded = rows.loadedBetween(top, bottom)
    if (loaded) {
      event.clipboardData?.setData('text/plain', blockText(loaded))
      tell()
      return
    }
    // Rows nobody has looked at yet are asked for first; the event is over by then.
    void rows.rowsBetween(top, bottom).then(async (all) => {
      await copyText(blockText(all))
      tell()
    })
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    const block = parseTsv(event.clipboardData?.getData('text/plain') ?? '')
    const plan = planPaste(block, sheet.block.value, sheet.size())
    const { top, left, bottom, right } = plan.block
    const columns = parts.columns()
    const isAdding = parts.add !== undefined && plan.beyond.some((texts) => texts.some((words) => words.trim() !== ''))
    if (plan.cells.length === 0 && !isAdding) return
    if (plan.cells.length > 0) sheet.select({ anchor: { row: top, column: left }, head: { row: bottom, column: right } })
    const found = plan.cells.length > 0 ? await rows.rowsBetween(top, bottom) : []
    const cells = plan.cells.flatMap(({ row: rowIndex, column: place, typed }): BlockCell<Row, Column>[] => {
      const [row, column] = [found[rowIndex - top], columns[place]]
      return row && column ? [{ row, rowIndex, column, typed }] : []
    })
    if (isAdding) parts.add?.({ columns: columns.slice(left, right + 1), texts: plan.beyond }, cells)
    else await write(cells, recordText.labels.paste(title, found.length))
    const unplaced = [
      ...(plan.rowsLeft > 0 && !isAdding ? [text.rowsLeft(plan.rowsLeft)] : []),
      ...(plan.columnsLeft > 0 ? [text.columnsLeft(plan.columnsLeft)] : []),
    ]
    if (unplaced.length > 0) ElMessage({ type: 'warning', message: unplaced.join(''), duration: 8000, showClose: true })
  }

  async function cellsBetween(top: number, bottom: number, typed: (row: Row, column: Column) => string): Promise<BlockCell<Row, Column>[]> {
    const editable = selected().filter((column) => isEditable(column))
    const found = await rows.rowsBetween(top, bottom)
    return found.flatMap((row, index) =>
      editable.map((column) => ({ row, rowIndex: top + index, column, typed: typed(row, column) })),
    )
  }

  /** The first row of the selection goes into the others; with one row selected, the row above goes into it. */
  async function fillDown(): Promise<void> {
    const { top, bottom } = sheet.block.value
    const source = bottom > top ? top : top - 1
    if (source < 0) return
    const [from] = await rows.rowsBetween(source, source)
    if (!from) return
    const cells = await cellsBetween(source + 1, bottom, (_row, column) => textOf(from, column))
    const headers = selected().filter((column) => isEditable(column)).map(({ header }) => header)
    await write(cells.map((cell) => ({ ...cell, from })), recordText.labels.fillDown(headers.join('、'), bottom - source))
  }

  const cells: Blocks<Row, Column>['cells'] = (typed) => cellsBetween(sheet.block.value.top, sheet.block.value.bottom, typed)

  async function clear(): Promise<void> {
    const { top, bottom } = sheet.block.value
    await write(await cells(() => ''), recordText.labels.clear(title, bottom - top + 1))
  }

  return {
    copy, paste, fillDown, clear, cells,
    cut(event) {
      copy(event)
      clear().catch(reportFailure)
    },
  }
}

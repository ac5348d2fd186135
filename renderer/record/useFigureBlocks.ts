import { ElMessage } from 'element-plus'
import { recordText } from '../text/record'
import { recordSheetText as text } from '../text/recordSheet'
import type { FigureColumn, FigureRow } from './figureSheet'
import { planPaste } from './planPaste'
import { parseTsv, writeTsv } from './tsv'
import type { FigureWrites, WantedCell } from './useFigureWrites'
import type { TableSheet } from './useTableSheet'

export interface FigureBlocks {
  copy: (event: ClipboardEvent) => void
  cut: (event: ClipboardEvent) => void
  paste: (event: ClipboardEvent) => Promise<void>
  fillDown: () => Promise<void>
  clear: () => Promise<void>
}

/** What is done to a whole selection of figures: each is one edit, taken back by one undo. */
export function useFigureBlocks(parts: {
  sheet: TableSheet
  writes: FigureWrites
  title: string
  rows: () => readonly FigureRow[]
  columns: () => readonly FigureColumn[]
}): FigureBlocks {
  const { sheet, writes, title, rows, columns } = parts

  function cellsOf(typed: (row: FigureRow, column: FigureColumn) => string | undefined): WantedCell[] {
    const { top, bottom, left, right } = sheet.block.value
    return rows().slice(top, bottom + 1).flatMap((row) =>
      columns().slice(left, right + 1).flatMap((column) => {
        const words = typed(row, column)
        return words === undefined ? [] : [{ row, column, typed: words }]
      }),
    )
  }

  async function put(cells: readonly WantedCell[], label: string): Promise<void> {
    const saved = await writes.put(cells, label)
    const count = new Set(cells.map(({ row }) => row.id)).size
    if (saved > 1) ElMessage({ type: 'success', message: text.pasted(saved, count), duration: 3000 })
  }

  function copy(event: ClipboardEvent): void {
    const { top, bottom, left, right } = sheet.block.value
    const shown = rows().slice(top, bottom + 1).map((row) =>
      columns().slice(left, right + 1).map((column) => writes.textAt(row, column)),
    )
    event.clipboardData?.setData('text/plain', writeTsv(shown))
    const message = text.copied(bottom - top + 1, right - left + 1)
    if (bottom > top || right > left) ElMessage({ type: 'success', message, duration: 1500 })
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    const block = parseTsv(event.clipboardData?.getData('text/plain') ?? '')
    const plan = planPaste(block, sheet.block.value, { rows: rows().length, columns: columns().length })
    if (plan.cells.length === 0) return
    const { top, left, bottom, right } = plan.block
    sheet.select({ anchor: { row: top, column: left }, head: { row: bottom, column: right } })
    const cells = plan.cells.flatMap(({ row: rowIndex, column: place, typed }): WantedCell[] => {
      const [row, column] = [rows()[rowIndex], columns()[place]]
      return row && column ? [{ row, column, typed }] : []
    })
    await put(cells, recordText.labels.paste(title, bottom - top + 1))
    const unplaced = [
      ...(plan.rowsLeft > 0 ? [text.rowsLeft(plan.rowsLeft)] : []),
      ...(plan.columnsLeft > 0 ? [text.columnsLeft(plan.columnsLeft)] : []),
    ]
    if (unplaced.length > 0) ElMessage({ type: 'warning', message: unplaced.join(''), duration: 8000, showClose: true })
  }

  /** The first row of the selection goes into the others; with one row selected, the row above goes into it. */
  async function fillDown(): Promise<void> {
    const { top, bottom } = sheet.block.value
    const from = rows()[bottom > top ? top : top - 1]
    if (!from) return
    const cells = cellsOf((row, column) => (column.field && row !== from ? writes.textAt(from, column) : undefined))
    const headers = [...new Set(cells.map(({ column }) => column.header))].join('、')
    await put(cells, recordText.labels.fillDown(headers, bottom - top))
  }

  async function clear(): Promise<void> {
    const { top, bottom } = sheet.block.value
    const cells = cellsOf((_row, column) => (column.field ? '' : undefined))
    await put(cells, recordText.labels.clear(title, bottom - top + 1))
  }

  return {
    copy,
    paste,
    fillDown,
    clear,
    cut(event) {
      copy(event)
      void clear()
    },
  }
}

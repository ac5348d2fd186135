import { ElMessage } from 'element-plus'
import { copyText } from '../composables/copyText'
import { recordText } from '../text/record'
import { recordSheetText as text } from '../text/recordSheet'
import type { MatrixChange, MatrixColumn, MatrixModel, MatrixRow, MatrixWrite } from './matrix'
import type { MatrixSource } from './matrixSource'
import { planPaste } from './planPaste'
import type { RefusedCells } from './refusedStore'
import { parseTsv, writeTsv } from './tsv'
import type { MatrixWrites } from './useMatrixWrites'
import type { Sheet } from './useSheet'

export interface MatrixBlocks<Row, Change> {
  copy: (event: ClipboardEvent) => void
  cut: (event: ClipboardEvent) => void
  paste: (event: ClipboardEvent) => Promise<void>
  fillDown: () => Promise<void>
  clear: () => Promise<void>
  /** The same text into every selected cell that can be edited. */
  write: (typed: string, label: string) => Promise<void>
  /** The selected cells that can be edited, with their rows. */
  selected: () => Promise<MatrixWrite<Row>[]>
  /** Saves what is decided already, and says how much of it was. */
  save: (cells: readonly MatrixChange<Row, Change>[], label: string) => Promise<number>
}

/** What is done to a whole selection of a matrix: each is one edit, taken back by one undo. */
export function useMatrixBlocks<Row extends MatrixRow, Change>(
  title: string,
  parts: {
    sheet: Sheet
    source: MatrixSource<Row>
    model: MatrixModel<Row, Change>
    writes: MatrixWrites<Row, Change>
    refused: RefusedCells
    column: (name: string) => MatrixColumn<Row> | undefined
  },
): MatrixBlocks<Row, Change> {
  const { sheet, source, model, writes, refused, column } = parts

  function columns(): MatrixColumn<Row>[] {
    const { left, right } = sheet.block.value
    return sheet.columns.value.slice(left, right + 1).flatMap((name) => column(name) ?? [])
  }

  function textOf(rows: readonly Row[]): string {
    return writeTsv(rows.map((row) => columns().map((one) => refused.textAt(row.id, one.name) ?? one.text(row))))
  }

  function copy(event: ClipboardEvent): void {
    const { top, bottom, left, right } = sheet.block.value
    const said = text.copied(bottom - top + 1, right - left + 1)
    const tell = (): void => {
      if (bottom > top || right > left) ElMessage({ type: 'success', message: said, duration: 1500 })
    }
    const rows = source.loadedBetween(top, bottom)
    if (rows) {
      event.clipboardData?.setData('text/plain', textOf(rows))
      tell()
      return
    }
    // Rows nobody has looked at yet are asked for first; the event is over by then.
    void source.rowsBetween(top, bottom).then(async (all) => {
      await copyText(textOf(all))
      tell()
    })
  }

  async function save(cells: readonly MatrixChange<Row, Change>[], label: string): Promise<number> {
    if (cells.length === 0) {
      ElMessage({ type: 'info', message: text.nothingNew, duration: 2000 })
      return 0
    }
    const saved = await writes.save(cells, label)
    const rows = new Set(cells.map(({ row }) => row.id)).size
    if (saved > 1) ElMessage({ type: 'success', message: text.pasted(saved, rows), duration: 3000 })
    return saved
  }

  async function saveTexts(wanted: readonly MatrixWrite<Row>[], label: string): Promise<void> {
    const accepted: MatrixChange<Row, Change>[] = []
    const refusals: Parameters<RefusedCells['add']>[0][number][] = []
    for (const write of wanted) {
      const one = column(write.column)
      if (!one || write.typed.trim() === one.text(write.row)) continue
      const reading = one.editable ? model.read(write.row, write.column, write.typed) : { ok: false as const, message: text.refused.lockedColumn }
      if (!reading.ok) refusals.push(writes.refuse(write, reading.message))
      else if (reading.change !== null) accepted.push({ ...write, change: reading.change })
    }
    refused.add(refusals)
    if (accepted.length > 0 || refusals.length === 0) await save(accepted, label)
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    const block = parseTsv(event.clipboardData?.getData('text/plain') ?? '')
    const plan = planPaste(block, sheet.block.value, sheet.size())
    if (plan.cells.length === 0) return
    const { top, left, bottom, right } = plan.block
    sheet.select({ anchor: { row: top, column: left }, head: { row: bottom, column: right } })
    const names = sheet.columns.value
    const rows = await source.rowsBetween(top, bottom)
    const cells = plan.cells.flatMap(({ row: rowIndex, column: place, typed }): MatrixWrite<Row>[] => {
      const row = rows[rowIndex - top]
      const name = names[place]
      return row && name !== undefined ? [{ row, rowIndex, column: name, typed }] : []
    })
    await saveTexts(cells, recordText.labels.paste(title, rows.length))
    const unplaced = [
      ...(plan.rowsLeft > 0 ? [text.rowsLeft(plan.rowsLeft)] : []),
      ...(plan.columnsLeft > 0 ? [text.columnsLeft(plan.columnsLeft)] : []),
    ]
    if (unplaced.length > 0) ElMessage({ type: 'warning', message: unplaced.join(''), duration: 8000, showClose: true })
  }

  /** Every selected cell that can be edited, with the text `typed` gives its column and row. */
  async function cellsOf(top: number, bottom: number, typed: (one: MatrixColumn<Row>, row: Row) => string): Promise<MatrixWrite<Row>[]> {
    const rows = await source.rowsBetween(top, bottom)
    const editable = columns().filter((one) => one.editable)
    return rows.flatMap((row, index) =>
      editable.map((one) => ({ row, rowIndex: top + index, column: one.name, typed: typed(one, row) })),
    )
  }

  /** The first row of the selection goes into the others; with one row selected, the row above goes into it. */
  async function fillDown(): Promise<void> {
    const { top, bottom } = sheet.block.value
    const from = bottom > top ? top : top - 1
    if (from < 0) return
    const [first] = await source.rowsBetween(from, from)
    if (!first) return
    const headers = columns().filter((one) => one.editable).map(({ header }) => header)
    const cells = await cellsOf(from + 1, bottom, (one) => one.text(first))
    await saveTexts(cells, recordText.labels.fillDown(headers.join('、'), bottom - from))
  }

  async function write(typed: string, label: string): Promise<void> {
    const { top, bottom } = sheet.block.value
    await saveTexts(await cellsOf(top, bottom, () => typed), label)
  }

  async function clear(): Promise<void> {
    const { top, bottom } = sheet.block.value
    await write('', recordText.labels.clear(title, bottom - top + 1))
  }

  return {
    copy, paste, fillDown, clear, write, save,
    selected: () => cellsOf(sheet.block.value.top, sheet.block.value.bottom, (one, row) => one.text(row)),
    cut(event) {
      copy(event)
      void clear()
    },
  }
}

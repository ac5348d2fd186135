import { ElMessage } from 'element-plus'
import type { RecordRow } from '../../shared/contract/record'
import { definitionOf, type RecordKind } from '../../shared/record/recordKind'
import { copyText } from '../composables/copyText'
import { recordText } from '../text/record'
import { recordSheetText as text } from '../text/recordSheet'
import type { SheetColumn } from './gridColumns'
import { refuse, type CellWrite } from './planCells'
import { planPaste } from './planPaste'
import type { RecordSource } from './recordSource'
import type { RefusedCells } from './refusedStore'
import { shownField } from './recordTitle'
import { parseTsv, writeTsv } from './tsv'
import type { CellWrites } from './useCellWrites'
import type { Sheet } from './useSheet'

export interface BlockActions {
  copy: (event: ClipboardEvent) => void
  cut: (event: ClipboardEvent) => void
  paste: (event: ClipboardEvent) => Promise<void>
  fillDown: () => Promise<void>
  clear: () => Promise<void>
}

/** What is done to a whole selection: each is one edit, taken back by one undo. */
export function useBlockActions(
  kind: RecordKind,
  parts: {
    sheet: Sheet
    source: RecordSource
    writes: CellWrites
    refused: RefusedCells
    column: (name: string) => SheetColumn | undefined
  },
): BlockActions {
  const { sheet, source, writes, refused, column } = parts
  const { label } = definitionOf(kind)

  function selected(): SheetColumn[] {
    const { left, right } = sheet.block.value
    return sheet.columns.value.slice(left, right + 1).flatMap((name) => column(name) ?? [])
  }

  function textOf(rows: readonly RecordRow[]): string {
    return writeTsv(rows.map((row) => selected().map((one) => refused.textAt(row.id, one.name) ?? one.text(row))))
  }

  function copy(event: ClipboardEvent): void {
    const { top, bottom, left, right } = sheet.block.value
    const said = text.copied(bottom - top + 1, right - left + 1)
    const rows = source.loadedBetween(top, bottom)
    if (rows) {
      event.clipboardData?.setData('text/plain', textOf(rows))
      if (bottom > top || right > left) ElMessage({ type: 'success', message: said, duration: 1500 })
      return
    }
    // Rows nobody has looked at yet are asked for first; the event is over by then.
    void source.rowsBetween(top, bottom).then(async (all) => {
      await copyText(textOf(all))
      ElMessage({ type: 'success', message: said, duration: 1500 })
    })
  }

  async function write(wanted: readonly CellWrite[], name: string): Promise<void> {
    const allowed = wanted.filter(({ field }) => column(field)?.editable === true)
    const locked = wanted.filter((cell) => !allowed.includes(cell))
    refused.add(locked.map((cell) => refuse(kind, cell, text.refused.lockedColumn)))
    const plan = await writes.plan(allowed)
    refused.add(plan.refused)
    if (plan.accepted.length === 0) {
      if (plan.refused.length === 0) ElMessage({ type: 'info', message: text.nothingNew, duration: 2000 })
      return
    }
    const { saved, rows } = await writes.save(plan.accepted, name)
    if (saved > 1) ElMessage({ type: 'success', message: text.pasted(saved, rows), duration: 3000 })
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    const block = parseTsv(event.clipboardData?.getData('text/plain') ?? '')
    const plan = planPaste(block, sheet.block.value, sheet.size())
    if (plan.cells.length === 0) return
    const { top, left, bottom, right } = plan.block
    sheet.select({ anchor: { row: top, column: left }, head: { row: bottom, column: right } })
    const names = sheet.columns.value
    const rows = await source.rowsBetween(top, bottom)
    const cells = plan.cells.flatMap(({ row: rowIndex, column: place, typed }): CellWrite[] => {
      const row = rows[rowIndex - top]
      const field = names[place]
      return row && field !== undefined ? [{ row, rowIndex, field, typed }] : []
    })
    await write(cells, recordText.labels.paste(label, rows.length))
    const unplaced = [
      ...(plan.rowsLeft > 0 ? [text.rowsLeft(plan.rowsLeft)] : []),
      ...(plan.columnsLeft > 0 ? [text.columnsLeft(plan.columnsLeft)] : []),
    ]
    if (unplaced.length > 0) ElMessage({ type: 'warning', message: unplaced.join(''), duration: 8000, showClose: true })
  }

  /** The first row of the selection goes into the others; with one row selected, the row above goes into it. */
  async function fillDown(): Promise<void> {
    const { top, bottom } = sheet.block.value
    const from = bottom > top ? top : top - 1
    if (from < 0) return
    const [first, ...rest] = await source.rowsBetween(from, bottom)
    if (!first) return
    const columns = selected().filter(({ editable }) => editable)
    const cells = rest.flatMap((row, index) =>
      columns.map(({ name }): CellWrite => ({
        row,
        rowIndex: from + 1 + index,
        field: name,
        typed: shownField(kind, first, name),
        value: first.values[name] ?? null,
      })),
    )
    await write(cells, recordText.labels.fillDown(columns.map(({ header }) => header).join('、'), rest.length))
  }

  async function clear(): Promise<void> {
    const { top, bottom } = sheet.block.value
    const rows = await source.rowsBetween(top, bottom)
    const cells = rows.flatMap((row, index) =>
      selected()
        .filter(({ editable }) => editable)
        .map(({ name, field }): CellWrite => ({
          row,
          rowIndex: top + index,
          field: name,
          typed: '',
          value: field?.type === 'list' || field?.type === 'yearCounts' ? [] : null,
        })),
    )
    await write(cells, recordText.labels.clear(label, rows.length))
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

import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { FieldValue } from '../../shared/record/field'
import { reportFailure } from '../composables/reportFailure'
import { recordSheetText as text } from '../text/recordSheet'
import { oneCell } from './cellRange'
import type { RefusedCell } from './planCells'
import type { RefusedCells } from './refusedStore'
import type { SheetAction } from './sheetKeys'
import type { CellBox } from './useCellTyping'
import type { Sheet } from './useSheet'

/** A text typed into a cell. `value` is there when an option was chosen. */
export interface TypedCell<Row, Column> {
  row: Row
  rowIndex: number
  column: Column
  typed: string
  value: FieldValue | undefined
}

/** What becomes of it: refused with a sentence, or saved; null where it says what stands there already. */
export type TakenCell = { refused: RefusedCell } | { save: (() => Promise<unknown>) | null }

interface SheetColumnLike<Row> {
  name: string
  header: string
  text: (row: Row) => string
}

export interface SheetCells<Row, Column> {
  column: ComputedRef<Column | undefined>
  row: () => Row | undefined
  /** What stands in the active cell: what was typed into it last, saved or not. */
  text: () => string
  /** The active cell for who hears it. */
  label: ComputedRef<string>
  /** The sentence that refuses what stands in the open cell. */
  refusal: Ref<string | null>
  commit: (typed: string, value: FieldValue | undefined, then: SheetAction | undefined) => Promise<void>
  act: (action: SheetAction) => void
  typing: (typed: string | null) => void
  mend: (cell: RefusedCell) => Promise<void>
  /** The row a refused cell stands in now, from 0; it may have moved since. */
  placeOf: (cell: RefusedCell) => number
  /** Says the active cell anew, after its row has changed. */
  tell: () => void
  /** Does the work now, or once nobody is typing into a row any more. */
  whenFree: (work: () => void) => void
}

/** The active cell of a sheet: read, typed into, refused, mended; its keys. */
export function useSheetCells<Row extends { id: number }, Column extends SheetColumnLike<Row>>(parts: {
  sheet: Sheet
  refused: RefusedCells
  rowAt: (index: number) => Row | undefined
  placeById: (id: number) => number | undefined
  column: (name: string) => Column | undefined
  box: () => CellBox | undefined
  /** What messages call a row. */
  nameOf: (row: Row) => string
  spoken: (row: Row, column: Column) => string
  take: (cell: TypedCell<Row, Column>) => Promise<TakenCell>
  /** The same in the blank line beneath the rows. */
  takeNew?: (cell: Omit<TypedCell<Row, Column>, 'row'>) => Promise<TakenCell>
  /** What a key does in this sheet beyond moving; false leaves it to the usual meaning. */
  act: (action: SheetAction) => boolean
  /** Mends what cannot be reached in the sheet: in a hidden column, or beyond the filter. */
  mendElsewhere: (cell: RefusedCell) => Promise<void> | void
  told?: (row: Row | undefined, column: Column | undefined) => void
}): SheetCells<Row, Column> {
  const { sheet, refused } = parts
  const refusal = ref<string | null>(null)
  const said = ref('')
  const column = computed(() => parts.column(sheet.activeColumn.value ?? ''))
  const rowIndex = (): number => sheet.range.value.anchor.row
  const row = (): Row | undefined => parts.rowAt(rowIndex())
  const label = computed(() => {
    if (!column.value) return text.noCell
    if (sheet.onNewLine.value) return text.newCell(column.value.header)
    return text.cell(column.value.header, rowIndex() + 1, said.value)
  })
  /** The row that is being typed into, as it was when that began: it may move or be read anew meanwhile. */
  let edited: Row | undefined
  let waiting: (() => void) | undefined

  function cellText(): string {
    const [one, of] = [row(), column.value]
    return one && of ? (refused.textAt(one.id, of.name) ?? of.text(one)) : ''
  }

  function tell(): void {
    const [one, of] = [row(), column.value]
    said.value = one && of ? (refused.textAt(one.id, of.name) ?? parts.spoken(one, of)) : ''
    parts.told?.(one, of)
  }

  watch([sheet.range, sheet.columns], () => {
    refusal.value = null
    tell()
  })

  function act(action: SheetAction): void {
    if (parts.act(action)) return
    if (action.does === 'step') sheet.step(action.step)
    else if (action.does === 'tab') sheet.tab(action.back)
    else if (action.does === 'enter') sheet.enter(action.up)
    else if (action.does === 'selectAll') {
      const { rows, columns } = sheet.size()
      sheet.select({ anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 } })
    }
  }

  function placeOf(cell: RefusedCell): number {
    return parts.placeById(cell.id) ?? cell.rowIndex
  }

  return {
    column, row, label, refusal, act, placeOf, tell,
    text: cellText,
    /** Refused by its own rule, the cell stays open with what was typed and the sentence beside it. */
    async commit(typed, value, then) {
      const [one, of] = [edited ?? row(), column.value]
      const asked = of && { rowIndex: rowIndex(), column: of, typed, value }
      const taken = asked && (one ? await parts.take({ ...asked, row: one }) : await parts.takeNew?.(asked))
      if (!taken) {
        parts.box()?.close()
        return
      }
      if ('refused' in taken && then) {
        refusal.value = taken.refused.message
        return
      }
      parts.box()?.close()
      if (one && of && 'refused' in taken) refused.add([taken.refused])
      else if (one && of) refused.drop(one.id, of.name)
      // What was typed into the blank line goes on in the form.
      if (one && then) act(then)
      if ('save' in taken) await taken.save?.().catch(reportFailure)
      tell()
    },
    typing(typed) {
      edited = typed === null ? undefined : (edited ?? row())
      if (!edited) {
        waiting?.()
        waiting = undefined
      }
      refusal.value = null
      const of = column.value
      refused.typing(
        typed === null || !edited || !of
          ? null
          : { id: edited.id, rowIndex: rowIndex(), rowName: parts.nameOf(edited), field: of.name, header: of.header, typed },
      )
    },
    async mend(cell) {
      const place = sheet.columns.value.indexOf(cell.field)
      if (place === -1 || parts.rowAt(placeOf(cell))?.id !== cell.id) {
        await parts.mendElsewhere(cell)
        return
      }
      sheet.select(oneCell(placeOf(cell), place))
      await parts.box()?.focus()
      parts.box()?.open(cell.typed, false)
      refusal.value = cell.message
    },
    whenFree(work) {
      if (edited) waiting = work
      else work()
    },
  }
}

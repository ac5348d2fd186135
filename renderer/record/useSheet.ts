import type { GridApi } from 'ag-grid-community'
import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { RecordRow } from '../../shared/contract/record'
import { blockOf, clampRange, isInside, oneCell, stepRange, tabRange, type CellBlock, type CellPlace, type CellRange, type SheetSize, type Step } from './cellRange'

/** Where a cell stands inside the frame, in pixels. */
export interface CellRect {
  left: number
  top: number
  width: number
  height: number
  /** What is left of the frame below and to the right of the cell's upper left corner. */
  below?: number
  beside?: number
}

export interface Sheet {
  range: ShallowRef<CellRange>
  block: ComputedRef<CellBlock>
  /** Shown columns of the ledger in their order, by name. */
  columns: ShallowRef<string[]>
  rect: Ref<CellRect | undefined>
  size: () => SheetSize
  /** The active cell is in the blank line after the last row. */
  onNewLine: ComputedRef<boolean>
  activeColumn: ComputedRef<string | undefined>
  inRange: (rowIndex: number, name: string) => boolean
  select: (range: CellRange) => void
  step: (step: Step) => void
  tab: (back: boolean) => void
  enter: (up: boolean) => void
  /** After columns or rows have changed, and while scrolling. */
  settle: () => void
  /** The cell an event of the page happened in; undefined outside the ledger's own columns. */
  cellOf: (event: Event) => CellPlace | undefined
  /** True when the press was one for the sheet. */
  mouseDown: (event: MouseEvent) => boolean
  mouseOver: (event: MouseEvent) => void
  pageRows: () => number
}

/** How AG Grid names the row that is pinned beneath the others. */
const newLine = 'b-0'

/**
 * The active cell and the selected range of a grid: moved by keys and mouse, drawn onto the cells that are shown.
 * `hasNewLine`: a blank line stands pinned beneath the rows; it can be active, but is none of a larger selection.
 */
export function useSheet<Row = RecordRow>(
  frame: () => HTMLElement | undefined,
  api: ShallowRef<GridApi<Row> | undefined>,
  frameColumns: readonly string[],
  { rowHeight = 30, hasNewLine = false }: { rowHeight?: number | undefined; hasNewLine?: boolean | undefined } = {},
): Sheet {
  const range = shallowRef<CellRange>(oneCell(0, 0))
  const block = computed(() => blockOf(range.value))
  const columns = shallowRef<string[]>([])
  const rect = ref<CellRect>()
  const activeColumn = computed(() => columns.value[range.value.anchor.column])
  /** Where Enter goes back to after a row was filled with Tab. */
  let tabbedFrom: number | undefined
  let dragging = false

  const rows = ref(0)
  const size = (): SheetSize => ({ rows: rows.value, columns: columns.value.length })
  const reach = (): SheetSize => ({ rows: rows.value + (hasNewLine ? 1 : 0), columns: columns.value.length })
  const onNewLine = computed(() => hasNewLine && range.value.anchor.row === rows.value)

  function indexOf(row: string): number {
    return row === newLine ? rows.value : Number(row)
  }

  /** A range within the sheet; the new line is active alone. */
  function confined({ anchor, head }: CellRange): CellRange {
    const cell = clampRange({ anchor, head: anchor }, reach()).anchor
    if (cell.row >= rows.value) return { anchor: cell, head: { ...clampRange({ anchor: head, head }, reach()).head, row: cell.row } }
    return clampRange({ anchor: cell, head }, size())
  }

  function inRange(rowIndex: number, name: string): boolean {
    return isInside(block.value, rowIndex, columns.value.indexOf(name))
  }

  function cellElement(row: number, name: string): HTMLElement | null {
    const place = hasNewLine && row === rows.value ? newLine : row
    return frame()?.querySelector(`.ag-row[row-index="${place}"] .ag-cell[col-id="${CSS.escape(name)}"]`) ?? null
  }

  /** Cells drawn later get their class from the grid's own rules; these are there already. */
  function paint(): void {
    const { anchor } = range.value
    for (const row of frame()?.querySelectorAll<HTMLElement>('.ag-row[row-index]') ?? []) {
      const rowIndex = indexOf(row.getAttribute('row-index') ?? '')
      for (const cell of row.querySelectorAll<HTMLElement>('.ag-cell[col-id]')) {
        const name = cell.getAttribute('col-id') ?? ''
        cell.classList.toggle('cell-in-range', inRange(rowIndex, name))
        cell.classList.toggle('cell-active', rowIndex === anchor.row && name === activeColumn.value)
      }
    }
  }

  function locate(): void {
    const cell = activeColumn.value === undefined ? null : cellElement(range.value.anchor.row, activeColumn.value)
    const around = frame()?.getBoundingClientRect()
    if (!cell || !around) {
      rect.value = undefined
      return
    }
    const { left, top, width, height } = cell.getBoundingClientRect()
    rect.value = {
      left: left - around.left,
      top: top - around.top,
      width,
      height,
      below: around.bottom - top,
      beside: around.right - left,
    }
  }

  function settle(): void {
    const shown = api.value?.getAllDisplayedColumns().map((column) => column.getColId()) ?? []
    columns.value = shown.filter((name) => !frameColumns.includes(name))
    // While there were no rows, nobody chose the blank line: it was all there is.
    const wasNew = onNewLine.value && rows.value > 0
    rows.value = api.value?.getDisplayedRowCount() ?? 0
    // With more rows or fewer, the blank line is still where it was left.
    const { column } = range.value.anchor
    range.value = wasNew ? oneCell(rows.value, column) : confined(range.value)
    paint()
    locate()
  }

  function show(): void {
    const { row, column } = range.value.head
    const name = columns.value[column]
    if (row < size().rows) api.value?.ensureIndexVisible(row)
    if (name !== undefined) api.value?.ensureColumnVisible(name)
    paint()
    locate()
    // Rows that have to be drawn first come a frame later.
    requestAnimationFrame(() => {
      paint()
      locate()
    })
  }

  function cellOf({ target }: Event): CellPlace | undefined {
    const cell = target instanceof Element ? target.closest('.ag-cell[col-id]') : null
    const row = cell?.closest('.ag-row[row-index]')?.getAttribute('row-index')
    const column = columns.value.indexOf(cell?.getAttribute('col-id') ?? '')
    return row === null || row === undefined || column === -1 ? undefined : { row: indexOf(row), column }
  }

  function select(next: CellRange): void {
    tabbedFrom = undefined
    range.value = confined(next)
    show()
  }

  onScopeDispose(() => window.removeEventListener('mouseup', drop))
  function drop(): void {
    dragging = false
    window.removeEventListener('mouseup', drop)
  }

  return {
    range, block, columns, rect, size, onNewLine, activeColumn, inRange, select, settle,
    step: (step) => select(stepRange(range.value, step, step.extend || step.far ? size() : reach())),
    tab(back) {
      const from = tabbedFrom ?? range.value.anchor.column
      select(tabRange(range.value, back, reach()))
      tabbedFrom = from
    },
    enter(up) {
      const column = tabbedFrom ?? range.value.anchor.column
      const row = range.value.anchor.row + (up ? -1 : 1)
      select(oneCell(row, column))
    },
    cellOf,
    mouseDown(event) {
      const place = cellOf(event)
      if (!place) return false
      // The text box over the active cell keeps the focus.
      event.preventDefault()
      if (event.button === 2 && isInside(block.value, place.row, place.column)) return true
      select(event.shiftKey ? { anchor: range.value.anchor, head: place } : { anchor: place, head: place })
      dragging = event.button === 0
      window.addEventListener('mouseup', drop)
      return true
    },
    mouseOver(event) {
      if (!dragging || (event.buttons & 1) === 0) return
      const head = cellOf(event)
      if (head) select({ anchor: range.value.anchor, head })
    },
    pageRows: () => Math.max(1, Math.floor((frame()?.clientHeight ?? 0) / rowHeight) - 2),
  }
}

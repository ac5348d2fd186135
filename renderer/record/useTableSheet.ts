import {
  computed,
  onBeforeUnmount,
  onMounted,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue'
import {
  blockOf,
  clampRange,
  isInside,
  oneCell,
  stepRange,
  tabRange,
  type CellBlock,
  type CellRange,
  type SheetSize,
  type Step,
} from './cellRange'
import type { CellRect } from './useSheet'

export interface TableSheet {
  range: ShallowRef<CellRange>
  block: ComputedRef<CellBlock>
  /** Of the active cell, within what scrolls. */
  rect: Ref<CellRect | undefined>
  /** Of the window onto the table, in pixels; 0 before it is known. */
  width: ComputedRef<number>
  /** Rows that are drawn, the last one not included. */
  drawn: ComputedRef<{ from: number; to: number }>
  inRange: (row: number, column: number) => boolean
  select: (range: CellRange) => void
  step: (step: Step) => void
  tab: (back: boolean) => void
  enter: (up: boolean) => void
  mouseDown: (event: MouseEvent, row: number, column: number) => void
  mouseOver: (event: MouseEvent, row: number, column: number) => void
  pageRows: () => number
  settle: () => void
}

export const figureRowHeight = 30
/** Drawn beyond the window on either side. */
const margin = 12

/**
 * The active cell, the selected range and the drawn rows of a table that scrolls in `scroller`: a `thead` that stays,
 * rows of `figureRowHeight`, a `tfoot` that stays, fixed columns at the left marked `.lead`.
 */
export function useTableSheet(scroller: Ref<HTMLElement | undefined>, size: () => SheetSize): TableSheet {
  const range = shallowRef<CellRange>(oneCell(0, 0))
  const block = computed(() => blockOf(range.value))
  const rect = ref<CellRect>()
  const view = shallowRef({ top: 0, height: 800, width: 0 })
  const width = computed(() => view.value.width)
  const drawn = computed(() => ({
    from: Math.max(0, Math.floor(view.value.top / figureRowHeight) - margin),
    to: Math.min(size().rows, Math.ceil((view.value.top + view.value.height) / figureRowHeight) + margin),
  }))
  /** Where Enter goes back to after a row was filled with Tab. */
  let tabbedFrom: number | undefined
  let dragging = false

  function measure(part: string, side: 'offsetHeight' | 'offsetWidth'): number {
    return [...(scroller.value?.querySelectorAll<HTMLElement>(part) ?? [])].reduce((sum, element) => sum + element[side], 0)
  }

  function headOf(column: number): HTMLElement | null | undefined {
    return scroller.value?.querySelector<HTMLElement>(`thead th[data-column="${column}"]`)
  }

  function locate(): void {
    const box = scroller.value
    const { row, column } = range.value.anchor
    const head = headOf(column)
    if (!box || !head || row >= size().rows) {
      rect.value = undefined
      return
    }
    const [left, top] = [head.offsetLeft, measure('thead', 'offsetHeight') + row * figureRowHeight]
    rect.value = {
      left,
      top,
      width: head.offsetWidth,
      height: figureRowHeight,
      below: box.scrollTop + box.clientHeight - top,
      beside: box.scrollLeft + box.clientWidth - left,
    }
  }

  function look(): void {
    const box = scroller.value
    if (box) view.value = { top: box.scrollTop, height: box.clientHeight, width: box.clientWidth }
  }

  function settle(): void {
    range.value = clampRange(range.value, size())
    look()
    locate()
  }

  /** Scrolls as little as brings the cell out from under the fixed head, foot and columns. */
  function show(): void {
    const box = scroller.value
    if (!box) return
    const { row, column } = range.value.head
    const room = box.clientHeight - measure('thead', 'offsetHeight') - measure('tfoot', 'offsetHeight')
    const top = row * figureRowHeight
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + figureRowHeight > box.scrollTop + room) box.scrollTop = top + figureRowHeight - room
    const head = headOf(column)
    const leads = measure('thead .lead', 'offsetWidth')
    if (head && head.offsetLeft - leads < box.scrollLeft) box.scrollLeft = head.offsetLeft - leads
    else if (head && head.offsetLeft + head.offsetWidth > box.scrollLeft + box.clientWidth) {
      box.scrollLeft = head.offsetLeft + head.offsetWidth - box.clientWidth
    }
    look()
    locate()
  }

  function select(next: CellRange): void {
    tabbedFrom = undefined
    range.value = clampRange(next, size())
    show()
  }

  function drop(): void {
    dragging = false
    window.removeEventListener('mouseup', drop)
  }

  const observer = new ResizeObserver(settle)
  onMounted(() => {
    if (scroller.value) observer.observe(scroller.value)
    scroller.value?.addEventListener('scroll', look, { passive: true })
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    drop()
  })
  // Columns grow with the window: the cell is looked for where they have come to stand.
  watch([() => size().rows, () => size().columns, width], settle, { flush: 'post' })

  return {
    range, block, rect, width, drawn, select, settle,
    inRange: (row, column) => isInside(block.value, row, column),
    step: (step) => select(stepRange(range.value, step, size())),
    tab(back) {
      const from = tabbedFrom ?? range.value.anchor.column
      select(tabRange(range.value, back, size()))
      tabbedFrom = from
    },
    enter(up) {
      const column = tabbedFrom ?? range.value.anchor.column
      select(oneCell(range.value.anchor.row + (up ? -1 : 1), column))
    },
    mouseDown(event, row, column) {
      event.preventDefault()
      const place = { row, column }
      if (event.button === 2 && isInside(block.value, row, column)) return
      select(event.shiftKey ? { anchor: range.value.anchor, head: place } : { anchor: place, head: place })
      dragging = event.button === 0
      window.addEventListener('mouseup', drop)
    },
    mouseOver(event, row, column) {
      if (dragging && (event.buttons & 1) === 1) select({ anchor: range.value.anchor, head: { row, column } })
    },
    pageRows: () => Math.max(1, Math.floor((scroller.value?.clientHeight ?? 0) / figureRowHeight) - 4),
  }
}

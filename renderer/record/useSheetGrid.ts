import type { GridApi } from 'ag-grid-community'
import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { oneCell } from './cellRange'
import type { ColumnSheet } from './gridViews'
import { refusedCells, type RefusedCells } from './refusedStore'
import { rowSource, type RowQuestion, type RowSource } from './rowSource'
import type { SheetFrameParts } from './sheetFrame'
import type { CellBox } from './useCellTyping'
import { useColumnMemory, type ColumnMemory } from './useColumnMemory'
import { useSheet, type Sheet } from './useSheet'

export interface SheetGrid<Row> extends ColumnSheet {
  api: ShallowRef<GridApi<Row> | undefined>
  /** There are no rows. */
  empty: Ref<boolean>
  sheet: Sheet
  source: RowSource<Row>
  refused: RefusedCells
  memory: ColumnMemory
  box: () => CellBox | undefined
  /** Where a row stands now, from 0; undefined when it has not been loaded. */
  placeById: (id: number) => number | undefined
  ready: (api: GridApi<Row>) => void
  retry: () => void
  /** Back to the cell the keyboard left. */
  focusCell: () => void
}

/** The grid behind a sheet: its rows as they are asked for, its columns as they were left, what could not be saved. */
export function useSheetGrid<Row>(parts: {
  frame: Ref<SheetFrameParts | undefined>
  page: (question: RowQuestion) => Promise<{ total: number; rows: Row[] }>
  /** Changes whenever `page` would answer otherwise. */
  question: () => string
  /** Under which the columns are remembered. */
  viewKey: string
  /** Under which what could not be saved is kept. */
  draftKey: string
  frameColumns: readonly string[]
  isKnown: (column: string) => boolean
  openId: () => number | undefined
  rowHeight?: number
  /** A blank line stands beneath the rows, for what is new. */
  hasNewLine?: boolean
  told: { total: (total: number) => void; failed: (error: unknown) => void; columns: () => void; asked?: () => void }
}): SheetGrid<Row> {
  const { frame, frameColumns, told } = parts
  const api = shallowRef<GridApi<Row>>()
  const empty = ref(false)
  const refused = refusedCells(localStorage, parts.draftKey)
  const sheet = useSheet<Row>(() => frame.value?.element(), api, frameColumns, { rowHeight: parts.rowHeight, hasNewLine: parts.hasNewLine })
  const source = rowSource<Row>(parts.page, () => api.value, {
    total(total) {
      empty.value = total === 0
      told.total(total)
    },
    failed: told.failed,
  })
  const memory = useColumnMemory<Row>(parts.viewKey, () => api.value, frameColumns, parts.isKnown, () => {
    sheet.settle()
    told.columns()
  })

  watch(refused.cells, () => api.value?.refreshCells({ force: true }))
  watch(parts.question, () => {
    told.asked?.()
    api.value?.setGridOption('datasource', { ...source.grid })
    api.value?.ensureIndexVisible(0, 'top')
    sheet.select(oneCell(0, sheet.range.value.anchor.column))
  })
  watch(parts.openId, () => api.value?.redrawRows(), { flush: 'post' })

  return {
    api, empty, sheet, source, refused, memory,
    box: () => frame.value?.box(),
    placeById: (id) => api.value?.getRowNode(String(id))?.rowIndex ?? undefined,
    ready(grid) {
      api.value = grid
      if (memory.remembered.value) memory.apply(memory.remembered.value)
      grid.setGridOption('datasource', source.grid)
      told.columns()
    },
    shownColumns: memory.shown,
    applyColumns(view) {
      memory.apply(view)
      memory.changed()
    },
    resetColumns() {
      api.value?.resetColumnState()
      memory.changed()
    },
    retry: () => api.value?.purgeInfiniteCache(),
    focusCell: () => frame.value?.box()?.focus(),
  }
}

import type { ColumnMovedEvent, ColumnResizedEvent, GridApi } from 'ag-grid-community'
import { onMounted, shallowRef, type ShallowRef } from 'vue'
import { reportFailure } from '../composables/reportFailure'
import { columnsOfState, stateOfColumns, type ViewColumn } from './gridViews'
import { recallColumns, rememberColumns } from './viewMemory'

export interface ColumnMemory {
  /** What was remembered; null for nothing, undefined until it is known. */
  remembered: ShallowRef<ViewColumn[] | null | undefined>
  shown: () => ViewColumn[]
  apply: (columns: readonly ViewColumn[]) => void
  changed: () => void
  /** A column was moved or resized, or is still being so. */
  finished: (event: ColumnMovedEvent | ColumnResizedEvent) => void
}

const pause = 500

/** The columns of a grid: recalled before it is drawn, remembered a moment after each change. */
export function useColumnMemory<Row>(
  memoryKey: string,
  api: () => GridApi<Row> | undefined,
  frameColumns: readonly string[],
  isKnown: (name: string) => boolean,
  told: () => void,
): ColumnMemory {
  const remembered = shallowRef<ViewColumn[] | null>()
  let timer: ReturnType<typeof setTimeout> | undefined

  onMounted(async () => {
    try {
      remembered.value = await recallColumns(memoryKey)
    } catch (error) {
      remembered.value = null
      reportFailure(error)
    }
  })

  const shown = (): ViewColumn[] => columnsOfState(api()?.getColumnState() ?? [], frameColumns)

  function changed(): void {
    told()
    clearTimeout(timer)
    // Read now: the grid may be gone by then.
    const columns = shown()
    timer = setTimeout(() => void rememberColumns(memoryKey, columns).catch(reportFailure), pause)
  }

  return {
    remembered,
    shown,
    changed,
    apply(columns) {
      const state = stateOfColumns(columns.filter(({ name }) => isKnown(name)), frameColumns)
      api()?.applyColumnState({ state, applyOrder: true, defaultState: { hide: true, pinned: null, sort: null } })
    },
    finished(event) {
      if (event.finished) changed()
    },
  }
}

import type { GridApi } from 'ag-grid-community'
import { watch, type Ref } from 'vue'
import type { RecordRow } from '../../shared/contract/record'
import { markColumn } from './agColumns'
import type { RowSource } from './rowSource'

/** The most records one edit takes (shared/contract/record.ts). */
export const mostMarks = 20_000

/** The ticked rows of a grid, by the id of their record. */
export function useMarks(
  marked: Ref<number[]>,
  source: RowSource<RecordRow>,
  api: () => GridApi<RecordRow> | undefined,
): {
  has: (id: number) => boolean
  toggle: (row: RecordRow, rowIndex: number, extend: boolean) => void
  toggleRows: (top: number, bottom: number) => void
  /** Every row of the present filter. */
  markAll: (total: number) => Promise<void>
} {
  let set = new Set(marked.value)
  let last = 0

  watch(marked, (ids) => {
    set = new Set(ids)
    api()?.refreshCells({ columns: [markColumn], force: true })
  })

  function put(rows: readonly RecordRow[], on: boolean): void {
    const ids = new Set(set)
    for (const { id } of rows) {
      if (on) ids.add(id)
      else ids.delete(id)
    }
    marked.value = [...ids].slice(0, mostMarks)
  }

  return {
    has: (id) => set.has(id),
    toggle(row, rowIndex, extend) {
      const [top, bottom] = [Math.min(last, rowIndex), Math.max(last, rowIndex)]
      const rows = extend ? (source.loadedBetween(top, bottom) ?? [row]) : [row]
      put(rows, !set.has(row.id))
      last = rowIndex
    },
    toggleRows(top, bottom) {
      const rows = source.loadedBetween(top, bottom) ?? []
      put(rows, !rows.every(({ id }) => set.has(id)))
    },
    async markAll(total) {
      put(await source.rowsBetween(0, Math.min(total, mostMarks) - 1), true)
    },
  }
}

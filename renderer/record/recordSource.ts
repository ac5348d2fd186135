import type { GridApi, IDatasource, SortModelItem } from 'ag-grid-community'
import type { RecordRow } from '../../shared/contract/record'
import type { RecordSort, SheetRows } from './sheetRows'

/** The most rows one question may ask for (shared/contract/record.ts). */
const mostRows = 5000

/** The rows of a grid: those that have been loaded, and those that have to be asked for. */
export interface RecordSource {
  grid: IDatasource
  sort: () => RecordSort | null
  rowAt: (index: number) => RecordRow | undefined
  /** All rows from `top` to `bottom`, loaded or not. */
  rowsBetween: (top: number, bottom: number) => Promise<RecordRow[]>
  /** The same, when all of them have been loaded. */
  loadedBetween: (top: number, bottom: number) => RecordRow[] | undefined
}

export function recordSource(
  asked: SheetRows,
  api: () => GridApi<RecordRow> | undefined,
  told: { total: (total: number) => void; failed: (error: unknown) => void },
): RecordSource {
  const sortOf = (model: readonly Pick<SortModelItem, 'colId' | 'sort'>[]): RecordSort | null => {
    const [first] = model
    return first ? { field: first.colId, descending: first.sort === 'desc' } : null
  }

  function sort(): RecordSort | null {
    const sorted = api()?.getColumnState().filter((column) => column.sort) ?? []
    return sortOf(sorted.map(({ colId, sort: way }) => ({ colId, sort: way ?? 'asc' })))
  }

  function rowAt(index: number): RecordRow | undefined {
    return api()?.getDisplayedRowAtIndex(index)?.data
  }

  function loadedBetween(top: number, bottom: number): RecordRow[] | undefined {
    const rows: RecordRow[] = []
    for (let index = top; index <= bottom; index++) {
      const row = rowAt(index)
      if (!row) return undefined
      rows.push(row)
    }
    return rows
  }

  return {
    sort,
    rowAt,
    loadedBetween,
    grid: {
      async getRows({ startRow, endRow, sortModel, successCallback, failCallback }) {
        try {
          const { rows, total } = await asked.page({ sort: sortOf(sortModel), offset: startRow, limit: endRow - startRow })
          successCallback(rows, total)
          told.total(total)
        } catch (error) {
          failCallback()
          told.failed(error)
        }
      },
    },
    async rowsBetween(top, bottom) {
      const loaded = loadedBetween(top, bottom)
      if (loaded) return loaded
      const rows: RecordRow[] = []
      while (top + rows.length <= bottom) {
        const limit = Math.min(mostRows, bottom - top - rows.length + 1)
        const page = await asked.page({ sort: sort(), offset: top + rows.length, limit })
        if (page.rows.length === 0) break
        rows.push(...page.rows)
      }
      return rows
    },
  }
}

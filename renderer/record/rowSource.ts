import type { GridApi, IDatasource, SortModelItem } from 'ag-grid-community'
import type { RecordSort } from './sheetRows'

/** The most rows one question may ask for (shared/contract). */
const mostRows = 5000

/** The rows of a grid: those that have been loaded, and those that have to be asked for. */
export interface RowSource<Row> {
  grid: IDatasource
  sort: () => RecordSort | null
  rowAt: (index: number) => Row | undefined
  /** All rows from `top` to `bottom`, loaded or not. */
  rowsBetween: (top: number, bottom: number) => Promise<Row[]>
  /** The same, when all of them have been loaded. */
  loadedBetween: (top: number, bottom: number) => Row[] | undefined
}

export interface RowQuestion {
  sort: RecordSort | null
  offset: number
  limit: number
}

export function rowSource<Row>(
  page: (question: RowQuestion) => Promise<{ total: number; rows: Row[] }>,
  api: () => GridApi<Row> | undefined,
  told: { total: (total: number) => void; failed: (error: unknown) => void },
): RowSource<Row> {
  const sortOf = (model: readonly Pick<SortModelItem, 'colId' | 'sort'>[]): RecordSort | null => {
    const [first] = model
    return first ? { field: first.colId, descending: first.sort === 'desc' } : null
  }

  function sort(): RecordSort | null {
    const sorted = api()?.getColumnState().filter((column) => column.sort) ?? []
    return sortOf(sorted.map(({ colId, sort: way }) => ({ colId, sort: way ?? 'asc' })))
  }

  function rowAt(index: number): Row | undefined {
    return api()?.getDisplayedRowAtIndex(index)?.data
  }

  function loadedBetween(top: number, bottom: number): Row[] | undefined {
    const rows: Row[] = []
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
          const { rows, total } = await page({ sort: sortOf(sortModel), offset: startRow, limit: endRow - startRow })
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
      const rows: Row[] = []
      while (top + rows.length <= bottom) {
        const limit = Math.min(mostRows, bottom - top - rows.length + 1)
        const found = await page({ sort: sort(), offset: top + rows.length, limit })
        if (found.rows.length === 0) break
        rows.push(...found.rows)
      }
      return rows
    },
  }
}

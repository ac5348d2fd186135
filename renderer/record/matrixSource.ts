import type { GridApi, IDatasource } from 'ag-grid-community'
import type { MatrixModel, MatrixRow } from './matrix'

/** The most rows one question may ask for. */
const mostRows = 5000

/** The rows of a matrix: those that have been loaded, and those that have to be asked for. */
export interface MatrixSource<Row> {
  grid: IDatasource
  rowAt: (index: number) => Row | undefined
  loadedBetween: (top: number, bottom: number) => Row[] | undefined
  rowsBetween: (top: number, bottom: number) => Promise<Row[]>
}

export function matrixSource<Row extends MatrixRow, Change>(
  model: Pick<MatrixModel<Row, Change>, 'page'>,
  api: () => GridApi<Row> | undefined,
  told: { total: (total: number) => void; failed: (error: unknown) => void },
): MatrixSource<Row> {
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
    rowAt,
    loadedBetween,
    grid: {
      async getRows({ startRow, endRow, successCallback, failCallback }) {
        try {
          const { rows, total } = await model.page({ offset: startRow, limit: endRow - startRow })
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
        const page = await model.page({ offset: top + rows.length, limit })
        if (page.rows.length === 0) break
        rows.push(...page.rows)
      }
      return rows
    },
  }
}

import type { CellBlock, SheetSize } from './cellRange'

export interface PastedCell {
  row: number
  column: number
  typed: string
}

export interface PastePlan {
  cells: PastedCell[]
  /** What the paste covers, to be selected afterwards. */
  block: CellBlock
  /** Rows and columns of the clipboard that found no place in the sheet. */
  rowsLeft: number
  columnsLeft: number
  /** What these rows say in the columns that are there. */
  beyond: string[][]
}

/**
 * Where the cells of a pasted block go: from the upper left corner of the selection on; repeated when the selection
 * is a whole multiple of the block, as one cell copied into a column is.
 */
export function planPaste(rows: readonly (readonly string[])[], selection: CellBlock, size: SheetSize): PastePlan {
  const height = rows.length
  const width = Math.max(...rows.map((row) => row.length))
  const selected = { rows: selection.bottom - selection.top + 1, columns: selection.right - selection.left + 1 }
  const repeats = selected.rows % height === 0 && selected.columns % width === 0
  const wanted = repeats ? selected : { rows: height, columns: width }
  const placed = {
    rows: Math.min(wanted.rows, size.rows - selection.top),
    columns: Math.min(wanted.columns, size.columns - selection.left),
  }
  const cells: PastedCell[] = []
  for (let down = 0; down < placed.rows; down++) {
    for (let across = 0; across < placed.columns; across++) {
      const typed = rows[down % height]?.[across % width]
      // Rows of a ragged block end early; what they do not say stays as it is.
      if (typed !== undefined) cells.push({ row: selection.top + down, column: selection.left + across, typed })
    }
  }
  const beyond = Array.from({ length: wanted.rows - placed.rows }, (_, down) =>
    (rows[(placed.rows + down) % height] ?? []).slice(0, placed.columns),
  )
  return {
    cells,
    beyond,
    block: {
      top: selection.top,
      left: selection.left,
      bottom: selection.top + placed.rows - 1,
      right: selection.left + placed.columns - 1,
    },
    rowsLeft: wanted.rows - placed.rows,
    columnsLeft: wanted.columns - placed.columns,
  }
}

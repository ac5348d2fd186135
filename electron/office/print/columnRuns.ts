import type { SheetSpec } from '../excel/workbookSpec'

/** The columns of one run of pages, by their number in the sheet. */
export type ColumnRun = readonly number[]

/** A sheet too wide for its paper goes over several runs of pages, each beginning with the repeated columns. */
export function columnRuns({ columnWidths, hiddenColumns = [], print }: SheetSpec): ColumnRun[] {
  const [left, right] = [print?.area?.left ?? 0, print?.area?.right ?? columnWidths.length - 1]
  const [first, last] = print?.repeatColumns ?? [0, -1]
  const repeated = columnsBetween(first, last, hiddenColumns)
  const breaks = typeof print?.fit === 'object' ? print.fit.breakBefore : []
  const starts = [left, ...breaks.filter((column) => column > left && column <= right)]
  return starts.map((start, i) => {
    const own = columnsBetween(start, (starts[i + 1] ?? right + 1) - 1, hiddenColumns)
    return [...repeated.filter((column) => !own.includes(column)), ...own]
  })
}

function columnsBetween(first: number, last: number, hidden: readonly number[]): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i).filter((column) => !hidden.includes(column))
}

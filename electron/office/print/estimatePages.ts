import type { SheetSpec } from '../excel/workbookSpec'
import type { PaperLayout } from './paper'
import { sheetLayout, type RowRange } from './sheetLayout'

const millimetresPerPoint = 25.4 / 72
const usualHeight = 15

/** About how many pages a sheet takes, without printing it: rows by their heights, a page at least for each run. */
export function estimatePages(sheet: SheetSpec, layout: PaperLayout): number {
  const { box, runs, scale, above, head, body, tail } = sheetLayout(sheet, layout)
  const heightOf = ([from, to]: RowRange): number => {
    let sum = 0
    for (let row = from; row < to; row++) sum += (sheet.rows[row]?.height ?? usualHeight) * scale * millimetresPerPoint
    return sum
  }
  const room = Math.max(box.height - box.margins.top - box.margins.bottom - heightOf(head), 20)
  return runs.length * Math.max(Math.ceil((heightOf(above) + heightOf(body) + heightOf(tail)) / room), 1)
}

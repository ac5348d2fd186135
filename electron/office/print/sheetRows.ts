import type { Merge } from '../excel/sheet'
import type { CellLook, CellSpec, RowSpec, SheetSpec } from '../excel/workbookSpec'
import { cellText } from './cellText'
import type { ColumnRun } from './columnRuns'
import { points, type LookStyles } from './lookStyles'
import { escaped } from './markup'
import { isRuled, type RowRange, type SheetLayout } from './sheetLayout'

export interface RowScene {
  sheet: SheetSpec
  layout: SheetLayout
  run: ColumnRun
  styles: LookStyles
  /** Merges by each row they touch. */
  merges: ReadonlyMap<number, readonly Merge[]>
}

const plain: CellLook = {}
const marks: ReadonlySet<string> = new Set(['√', '×', '○'])

export function mergesByRow({ merges }: SheetSpec): Map<number, Merge[]> {
  const rows = new Map<number, Merge[]>()
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row++) rows.set(row, [...(rows.get(row) ?? []), merge])
  }
  return rows
}

/** Rows of a sheet as rows of an HTML table, with the columns of one run. */
export function* sheetRows(scene: RowScene, [from, to]: RowRange): Generator<string> {
  const isFirstRun = scene.layout.runs[0] === scene.run
  for (let row = from; row < to; row++) {
    const spec = scene.sheet.rows[row] ?? { cells: [] }
    const ruled = isRuled(spec)
    // Notes and signatures stand on the first run only: beside the repeated columns there is no room for them.
    if (!isFirstRun && !ruled && row >= scene.layout.head[1]) continue
    yield sheetRow(scene, spec, row, ruled ? scene.layout.scale : scene.layout.frameScale)
  }
}

function sheetRow(scene: RowScene, spec: RowSpec, row: number, scale: number): string {
  const merges = scene.merges.get(row) ?? []
  let cells = ''
  for (const column of scene.run) {
    const merge = merges.find(({ left, right }) => column >= left && column <= right)
    if (!merge) cells += tableCell(scene, spec.cells[column] ?? null, scale, '')
    else if (merge.top === row && scene.run.find((shown) => shown >= merge.left) === column) {
      cells += tableCell(scene, spec.cells[merge.left] ?? null, scale, spanOf(merge, scene.run))
    }
  }
  const height = spec.height === undefined ? '' : ` style="height:${points(spec.height * scale)}"`
  return `<tr${spec.keepsNext ? ' class="head"' : ''}${height}>${cells}</tr>\n`
}

function spanOf({ top, left, bottom, right }: Merge, run: ColumnRun): string {
  const columns = run.filter((column) => column >= left && column <= right).length
  return (columns > 1 ? ` colspan="${columns}"` : '') + (bottom > top ? ` rowspan="${bottom - top + 1}"` : '')
}

function tableCell({ styles }: RowScene, cell: CellSpec | null, scale: number, span: string): string {
  if (cell === null) return `<td${span}></td>`
  const text = cellText(cell)
  const name = styles.classOf(cell.look ?? plain, scale)
  return `<td class="${name}"${span}>${contentOf(text)}</td>`
}

/** Marks are told apart from afar; places to sign are spread over the line, with room for a hand. */
function contentOf(text: string): string {
  if (marks.has(text)) return `<b>${text}</b>`
  const places = text.split(/ {6,}/)
  if (places.length === 1) return escaped(text)
  return `<div class="sign">${places.map((place) => `<span>${escaped(place)}</span>`).join('')}</div>`
}

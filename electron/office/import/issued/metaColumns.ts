import type { PlainCell } from '../../excel/sheet'
import { rowIdHeader, type TemplateMeta } from '../../forms/template/templateMeta'
import { wordKey } from '../../text/wordKey'
import { cellText, type TableColumn } from '../findTable'
import { sameCell } from './sameCell'

export interface MetaColumns {
  /** Field → index of its column on the sheet as it came back. */
  fields: ReadonlyMap<string, number>
  /** The hidden column that tells which record a row is; null when it was deleted. */
  rowId: number | null
}

/**
 * Where the issued columns stand on a sheet that came back: by their headers, wherever these were moved to. A column
 * whose header was written over is known by standing between its neighbours and still holding what was issued. Null
 * when fewer than half of the columns are there: the table is another one than was issued.
 */
export function metaColumns(
  meta: TemplateMeta,
  table: readonly TableColumn[],
  rows: readonly (readonly PlainCell[])[],
): MetaColumns | null {
  const byPath = new Map(table.map((column) => [pathKey(column.path), column.index]))
  const places = meta.columns.map(({ path }) => byPath.get(pathKey(path)) ?? null)
  if (places.filter((place) => place !== null).length * 2 < places.length) return null
  const rowId = table.find(({ path }) => path.at(-1) === rowIdHeader)?.index ?? null
  const free = new Set(table.map(({ index }) => index).filter((index) => !places.includes(index) && index !== rowId))
  for (const [i, place] of places.entries()) {
    const between = (places[i - 1] ?? Number.NaN) + 1
    const next = places[i + 1]
    if (place !== null || !free.has(between) || (next !== undefined && next !== between + 1)) continue
    if (holdsIssued(meta, i, rows, { rowId, index: between })) places[i] = between
  }
  const fields = new Map<string, number>()
  for (const [i, { field }] of meta.columns.entries()) {
    const place = places[i]
    if (place !== null && place !== undefined) fields.set(field, place)
  }
  return { fields, rowId }
}

function pathKey(path: readonly string[]): string {
  return path.map(wordKey).join('/')
}

/** Whether most cells of a column still say what was issued. */
function holdsIssued(
  meta: TemplateMeta,
  issuedAt: number,
  rows: readonly (readonly PlainCell[])[],
  { rowId, index }: { rowId: number | null; index: number },
): boolean {
  if (rowId === null) return false
  const byId = new Map(meta.rows.map((row) => [String(row.id), row]))
  let filled = 0
  let kept = 0
  for (const cells of rows) {
    const before = byId.get(cellText(cells[rowId]).trim())?.cells[issuedAt] ?? null
    if (before === null) continue
    filled += 1
    if (sameCell(before, cells[index])) kept += 1
  }
  return kept * 2 > filled
}

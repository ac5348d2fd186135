import type { PlainCell } from '../../excel/sheet'
import { isTemplateFormId } from '../../../../shared/domain/formId'
import { templateForm } from '../../forms/template/templateForm'
import type { IssuedRow, TemplateMeta } from '../../forms/template/templateMeta'
import { nameKey } from '../../text/nameKey'
import { cellText } from '../findTable'
import type { MetaColumns } from './metaColumns'
import { sameCell } from './sameCell'

/**
 * Which issued record each row of a sheet is, by the id in its hidden cell: row number (from 0) → record. An id is
 * believed when the row still bears one of the record's names, or when most of its other cells are as issued, as after
 * a correction of the name. Rows are copied and written over: of several with one id the one closest to what was issued
 * is meant, and a row that has nothing in common with its record is another one.
 */
export function issuedRows(
  meta: TemplateMeta,
  { fields, rowId }: MetaColumns,
  rows: Iterable<readonly [r: number, cells: readonly PlainCell[]]>,
): Map<number, IssuedRow> {
  const found = new Map<number, IssuedRow>()
  if (rowId === null) return found
  const byId = new Map(meta.rows.map((row) => [row.id, row]))
  const names = new Set(isTemplateFormId(meta.form) ? templateForm(meta.form).identity : [])
  const columns = meta.columns.flatMap(({ field }, i) => {
    const index = fields.get(field)
    return index === undefined || field === 'rowNo' ? [] : [{ issuedAt: i, index, isName: names.has(field) }]
  })
  const closest = new Map<number, { r: number; likeness: number }>()
  for (const [r, cells] of rows) {
    const issued = byId.get(Number(cellText(cells[rowId]).trim()))
    const likeness = issued ? likenessOf(issued, cells, columns) : 0
    if (!issued || likeness === 0 || likeness <= (closest.get(issued.id)?.likeness ?? 0)) continue
    closest.set(issued.id, { r, likeness })
  }
  for (const [id, { r }] of closest) {
    const issued = byId.get(id)
    if (issued) found.set(r, issued)
  }
  return found
}

interface ComparedColumn {
  issuedAt: number
  index: number
  isName: boolean
}

/** 0 for another record; names count for more than all other cells together. */
function likenessOf(issued: IssuedRow, cells: readonly PlainCell[], columns: readonly ComparedColumn[]): number {
  let names = 0
  let filled = 0
  let kept = 0
  for (const { issuedAt, index, isName } of columns) {
    const before = issued.cells[issuedAt] ?? null
    if (before === null) continue
    if (isName) {
      if (nameKey(cellText(before)) === nameKey(cellText(cells[index]))) names += 1
      continue
    }
    filled += 1
    if (sameCell(before, cells[index])) kept += 1
  }
  const share = filled === 0 ? 0 : kept / filled
  return names > 0 ? names + share : share > 0.5 ? share : 0
}

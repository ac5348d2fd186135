import type { PlainCell, PlainSheet } from '../../excel/sheet'
import type { IssuedRow, TemplateMeta } from '../../forms/template/templateMeta'
import type { ColumnMap, MappedColumn } from '../claimColumns'
import type { FoundTable } from '../findTable'
import { issuedRows } from './issuedRows'
import { metaColumns, type MetaColumns } from './metaColumns'

/** A table on a sheet that came back, held against what was issued. */
export interface IssuedTable {
  meta: TemplateMeta
  columns: MetaColumns
  /** Which issued record a row (from 0) is; null for one that was added. */
  idAt(r: number): number | null
  /** What stood in a record's cells, at the places its columns have by now. */
  cellsOf(row: IssuedRow): readonly PlainCell[]
}

/** Null when the table is none of those that were issued. */
export function issuedTable(meta: TemplateMeta, sheet: PlainSheet, table: FoundTable): IssuedTable | null {
  const first = table.headerBottom + 1
  const body = sheet.rows.slice(first, table.end)
  const columns = metaColumns(meta, table.columns, body)
  if (columns === null) return null
  const ids = issuedRows(meta, columns, body.map((cells, i) => [first + i, cells] as const))
  const places = meta.columns.map(({ field }) => columns.fields.get(field) ?? null)
  return {
    meta,
    columns,
    idAt: (r) => ids.get(r)?.id ?? null,
    cellsOf({ cells }) {
      const placed: PlainCell[] = []
      for (const [i, place] of places.entries()) if (place !== null) placed[place] = cells[i] ?? null
      return placed
    },
  }
}

/**
 * A table's columns with those that were issued where they stand by now, whatever their headers would say; columns that
 * were added keep what their content says.
 */
export function withIssuedColumns<F extends string>(
  map: ColumnMap<F>,
  table: FoundTable,
  { columns: { fields, rowId } }: IssuedTable,
  isField: (field: string) => field is F,
): ColumnMap<F> {
  const headers = new Map(table.columns.map(({ index, path }) => [index, path.join('/')]))
  const issued = [...fields].flatMap(([field, index]): MappedColumn<F>[] => {
    if (!isField(field)) return []
    const phoneField = map.columns.find((column) => column.index === index && column.field === field)?.phoneField
    return [{ index, header: headers.get(index) ?? '', field, tickedWord: null, ...(phoneField === undefined ? {} : { phoneField }) }]
  })
  const own = new Set<string>(fields.keys())
  const places = new Set<number>([...fields.values(), ...(rowId === null ? [] : [rowId])])
  const added = map.columns.filter(({ field, index }) => !own.has(field) && !places.has(index))
  return {
    columns: [...issued, ...added].sort((a, b) => a.index - b.index),
    rowNumber: fields.get('rowNo') ?? map.rowNumber,
    unmapped: map.unmapped.filter(({ index }) => !places.has(index)),
  }
}

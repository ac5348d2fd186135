import type { Input } from '../../shared/contract/index'
import type { RecordFilter, RecordRow } from '../../shared/contract/record'
import { definitionOf, type RecordKind } from '../../shared/record/recordKind'
import { isSortableFact } from '../../shared/record/sortableFact'
import { call } from '../api/call'

export type RecordSort = NonNullable<Input<'record.page'>['sort']>

/** Where a sheet gets its rows: record.page, or for a ledger with facts of its own a call that answers alike. */
export interface SheetRows {
  page: (question: { sort: RecordSort | null; offset: number; limit: number }) => Promise<{ total: number; rows: RecordRow[] }>
  one: (id: number) => Promise<RecordRow>
  /** Changes with the question: then all rows are asked for anew. */
  key: () => string
  sortable: (column: string) => boolean
}

/** The rows of a kind that a filter finds. */
export function recordRows(kind: RecordKind, filter: () => RecordFilter): SheetRows {
  const { fields } = definitionOf(kind)
  return {
    page: (question) => call('record.page', { kind, filter: filter(), ...question }),
    one: (id) => call('record.get', { kind, id }),
    key: () => JSON.stringify(filter()),
    sortable: (column) => column in fields || column === 'unitName' || isSortableFact(kind, column),
  }
}

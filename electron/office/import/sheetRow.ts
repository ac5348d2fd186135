import type { Problem } from '../../../shared/contract/problem'
import type { KnownUnit } from './unitIndex'

/** One row of a table as it states itself. Absent fields are not stated. */
export interface SheetRow<F extends string, V> {
  sheet: string
  /** 1-based, as the spreadsheet shows it. */
  row: number
  /** Zero-based column of every field its table could state. Shared by the rows of a table. */
  columns: ReadonlyMap<F, number>
  values: Partial<V>
  /** Date fields stated with month precision only. */
  months: F[]
  /** Fields whose figure a merge leaves with a row above: nobody can say that they are blank. */
  unclear?: readonly F[]
  unit: KnownUnit | null
  problems: Problem[]
  /** An error that keeps the whole row out. */
  blocked: boolean
  /** Which record it was issued as, when the table is one that was sent out; null for a row that was added. */
  issuedId: number | null
}

/** What a record said when its table was sent out, read as its row is read. */
export interface IssuedValues<F extends string, V> {
  id: number
  /** Of the record, at that time. */
  version: number
  values: Partial<V>
  months: readonly F[]
  /** Columns that were sent out: a blank there was said, of others nothing was. */
  fields: ReadonlySet<F>
}

import type { StoredRow } from './entities/storedRow'

/** Columns the store writes itself. */
type Stamp = Exclude<keyof StoredRow, 'id'>

/** Columns that may be left out: those that may be null, and flags and lists, which have a default. */
type Optional<T> = {
  [K in keyof T]: null extends T[K] ? K : T[K] extends boolean | readonly unknown[] ? K : never
}[keyof T]

/** A row to be inserted: its id and every column without a default. */
export type NewRow<T extends StoredRow> = Omit<T, Stamp | Optional<T>> & Partial<Pick<T, Optional<T>>>

/** A row to be changed: its id and the columns that get a new value. */
export type ChangedRow<T extends StoredRow> = Pick<T, 'id'> & Partial<Omit<T, Exclude<keyof StoredRow, 'deletedAt'>>>

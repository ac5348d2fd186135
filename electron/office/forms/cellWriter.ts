import type { CellLook, CellSpec } from '../excel/workbookSpec'
import type { ColumnType, FormColumn } from './form'
import { formValue } from './formCell'
import type { FormValue } from './formRow'
import { bodySize } from './looks'
import { countLines } from './rowHeight'

export interface WrittenCell {
  cell: CellSpec
  /** Lines its words take in the width of the column. */
  lines: number
}

export type CellWriter = (value: FormValue) => WrittenCell

/** Columns of these types say the same few things in many rows. */
const repeating: ReadonlySet<ColumnType> = new Set<ColumnType>(['enum', '是/否', 'tick'])

/**
 * Writes the cells of one column. Equal words and blanks share one cell: a ledger of 50,000 rows has three million
 * cells, most of them such.
 */
export function cellWriter({ type, width }: FormColumn, look: CellLook): CellWriter {
  const written = (value: FormValue): WrittenCell => {
    const plain = formValue(value, type)
    return { cell: { value: plain, look }, lines: typeof plain === 'string' ? countLines(plain, width, look.fontSize ?? bodySize) : 1 }
  }
  const blank = written(null)
  if (!repeating.has(type)) return (value) => (value === null ? blank : written(value))
  const known = new Map<FormValue, WrittenCell>()
  return (value) => {
    const found = known.get(value) ?? written(value)
    known.set(value, found)
    return found
  }
}

import { s1Columns, type S1Column } from '../../../shared/domain/s1'

export interface HeadCell {
  label: string
  column: S1Column | undefined
  columns: number
  rows: number
}

/** The two header rows of the paper form: single columns span both rows, groups their columns. */
export function s1Head(columns: readonly S1Column[] = s1Columns): [HeadCell[], HeadCell[]] {
  const first: HeadCell[] = []
  const second: HeadCell[] = []
  let group: HeadCell | undefined
  for (const column of columns) {
    if (column.group === '') {
      group = undefined
      first.push({ label: column.header, column, columns: 1, rows: 2 })
      continue
    }
    if (group?.label === column.group) {
      group.columns++
    } else {
      group = { label: column.group, column: undefined, columns: 1, rows: 1 }
      first.push(group)
    }
    second.push({ label: column.header, column, columns: 1, rows: 1 })
  }
  return [first, second]
}

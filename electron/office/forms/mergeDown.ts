import type { Merge } from '../excel/sheet'
import type { FormValue } from './formRow'

/** Rows side by side that say the same in all of the merged columns; both ends included, counted from 0. */
export interface RowGroup {
  first: number
  last: number
}

/** Groups of at least two rows; rows that say nothing there belong to none. `keys`: what each row says, by column. */
export function rowGroups(keys: readonly (readonly FormValue[])[]): RowGroup[] {
  const groups: RowGroup[] = []
  for (let first = 0; first < keys.length; ) {
    const own = keys[first] ?? []
    let last = first
    if (own.some((value) => value !== null)) while (isSame(own, keys[last + 1])) last += 1
    if (last > first) groups.push({ first, last })
    first = last + 1
  }
  return groups
}

function isSame(one: readonly FormValue[], other: readonly FormValue[] | undefined): boolean {
  return other !== undefined && one.every((value, i) => value === other[i])
}

/** One merge for each group and column; `top` is the row of the sheet the first row stands in. */
export function groupMerges(groups: readonly RowGroup[], columns: readonly number[], top: number): Merge[] {
  return groups.flatMap(({ first, last }) =>
    columns.map((column) => ({ top: top + first, left: column, bottom: top + last, right: column })),
  )
}

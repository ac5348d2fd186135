import type { CellLook } from '../../excel/workbookSpec'
import type { FormColumn } from '../form'
import { columnLook, isCodeField } from '../formCell'
import { bodyLooks } from '../looks'

/** Cells to be typed into are white, the others grey; one object a look, so that styles are built once. */
export const templateFills = { locked: 'EDEDED', missing: 'F8CBAD', unlisted: 'FFE699', example: 'E2E2E2' } as const
export const exampleColor = '6B6B6B'

/** Text columns up to this width hold a word or a number: 3-5 typed there must not become a date. */
const shortText = 27

/** How a cell of a column looks that is typed into. */
export function openLook(column: FormColumn): CellLook {
  return variant(entryLook(column), { unlocked: true })
}

/** How a cell of a column looks that is not. */
export function lockedLook(column: FormColumn): CellLook {
  return variant(entryLook(column), { fill: templateFills.locked })
}

/** How a column goes on below the prepared rows: open, and without lines, which would be drawn to the end of the sheet. */
export function lookBelow(column: FormColumn): CellLook {
  return variant(openLook(column), { border: false })
}

/** Whether a column takes a month without a day, which only text can say. */
export function takesMonths({ rule }: FormColumn): boolean {
  return /month precision|YYYY\.MM/.test(rule)
}

function entryLook(column: FormColumn): CellLook {
  const { type, field, width } = column
  if (takesMonths(column)) return bodyLooks.code
  const look = columnLook(column)
  return type === 'text' && !isCodeField(field) && width <= shortText ? variant(look, { format: '@' }) : look
}

const variants = new Map<CellLook, Map<string, CellLook>>()

function variant(look: CellLook, change: Partial<CellLook>): CellLook {
  const known = variants.get(look) ?? new Map<string, CellLook>()
  variants.set(look, known)
  const key = JSON.stringify(change)
  const found = known.get(key) ?? { ...look, ...change }
  known.set(key, found)
  return found
}

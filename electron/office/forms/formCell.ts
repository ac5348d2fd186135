import { isCalendarDate } from '../../../shared/domain/calendarDate'
import { deliverySign } from '../../../shared/domain/deliveryMark'
import { nationalWords } from '../../../shared/domain/ownWords'
import { deliveryStates } from '../../../shared/domain/valueDomain'
import type { CellLook, CellSpec } from '../excel/workbookSpec'
import type { ColumnType, FormColumn } from './form'
import type { FormValue } from './formRow'
import { bodyLooks, bodySize, smallSize } from './looks'
import { countLines } from './rowHeight'

/** Text columns up to this width hold names of people and posts, which stand in the middle. */
const shortText = 12

/** Whether a text column holds codes or telephone numbers, whose leading zeros must survive. */
export function isCodeField(field: string): boolean {
  return /(?:Code|Phone|No)$/.test(field)
}

/** What a cell of a form holds for a value, in the words of the closed lists (docs/domain.md, section 12). Null is a blank cell. */
export function formValue(value: FormValue, type: ColumnType): CellSpec['value'] {
  if (value === null) return null
  if (typeof value === 'boolean') return type === 'tick' ? (value ? '√' : '×') : value ? '是' : '否'
  if (typeof value === 'number') return value
  if (type === 'tick') return tickOf(value)
  if (type !== 'date') return value
  // A month without a day is no date: 2026-05 is written 2026.05.
  return isCalendarDate(value) ? { date: value } : value.replace(/^(\d{4})-(\d{2})$/, '$1.$2')
}

function tickOf(value: string): string {
  const state = deliveryStates.find((candidate) => candidate === value)
  return state ? deliverySign(state, nationalWords) : value
}

/** How the cells of a column look. */
export function columnLook({ type, field, width, rule }: FormColumn): CellLook {
  switch (type) {
    case 'int':
      return bodyLooks.count
    case 'money':
      return bodyLooks.money
    case 'decimal':
      return bodyLooks.decimal
    case 'date':
      return bodyLooks.date
    case 'enum':
      return isTight(rule.split('/'), width) ? bodyLooks.smallWord : bodyLooks.word
    case '是/否':
    case 'tick':
      return bodyLooks.word
    case 'text':
      if (isCodeField(field)) return bodyLooks.code
      return width > shortText ? bodyLooks.text : bodyLooks.word
  }
}

/** Whether one of the words is broken over two lines at the usual size, and none of them at the small one. */
function isTight(words: readonly string[], width: number): boolean {
  const breaksAt = (fontSize: number): boolean => words.some((word) => countLines(word, width, fontSize) > 1)
  return breaksAt(bodySize) && !breaksAt(smallSize)
}

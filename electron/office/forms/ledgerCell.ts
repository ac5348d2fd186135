import type { LedgerField, LedgerFields } from '../../../shared/contract/ledgerRow'
import { isCalendarDate } from '../../../shared/domain/calendarDate'
import type { DeliveryState } from '../../../shared/domain/valueDomain'
import type { CellLook, CellSpec } from '../excel/workbookSpec'
import type { ColumnType, FormColumn } from './form'
import { bodyLooks } from './looks'

const deliverySigns: Readonly<Record<DeliveryState, string>> = {
  已落实: '√',
  推进中: '○',
  未落实: '×',
  共用: '共用',
  需更换: '需更换',
  不适用: '/',
}

/** Text columns up to this width hold names of people and posts, which stand in the middle. */
const shortText = 12

export type LedgerValue = LedgerFields[LedgerField]

/** Whether a text column holds codes or telephone numbers, whose leading zeros must survive. */
export function isCodeField(field: string): boolean {
  return /(?:Code|Phone|No)$/.test(field)
}

/** A value of the ledger as the forms write it (docs/domain.md, section 12). Null is a blank cell. */
export function ledgerCell(value: LedgerValue, column: FormColumn): CellSpec {
  return { value: plain(value, column.type), look: look(column) }
}

function plain(value: LedgerValue, type: ColumnType): CellSpec['value'] {
  if (value === null) return null
  if (typeof value === 'boolean') return type === 'tick' ? (value ? '√' : '×') : value ? '是' : '否'
  if (typeof value === 'number') return value
  if (type === 'tick') return isDelivery(value) ? deliverySigns[value] : value
  if (type !== 'date') return value
  // A month without a day is no date: 2026-05 is written 2026.05.
  return isCalendarDate(value) ? { date: value } : value.replace(/^(\d{4})-(\d{2})$/, '$1.$2')
}

function isDelivery(value: string): value is DeliveryState {
  return Object.hasOwn(deliverySigns, value)
}

function look({ type, field, width }: FormColumn): CellLook {
  switch (type) {
    case 'int':
      return bodyLooks.count
    case 'money':
    case 'decimal':
      return bodyLooks.money
    case 'date':
      return bodyLooks.date
    case 'enum':
    case '是/否':
    case 'tick':
      return bodyLooks.word
    case 'text':
      if (isCodeField(field)) return bodyLooks.code
      return width > shortText ? bodyLooks.text : bodyLooks.word
  }
}

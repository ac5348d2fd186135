import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import { localTime } from '../../composables/localTime'
import { fieldWordOf } from '../../composables/ownWords'
import type { LedgerColumn } from '../../text/ledgerHeaders'

export type CellKind = 'text' | 'count' | 'money' | 'flag' | 'tick' | 'date' | 'delivery' | 'instant' | 'status'

const ticks: readonly LedgerColumn[] = ['hasUnion', 'hasLeague', 'hasWomenOrg']
const flags: readonly LedgerColumn[] = [
  'isAboveScale', 'ownerIsMember', 'ownerIsSecretary', 'ownerIsDelegate', 'hasPartyOrg',
]
const counts: readonly LedgerColumn[] = [
  'employees', 'formalMembers', 'probationaryMembers', 'membersRegisteredHere', 'floatingMembers', 'activists',
  'admittedThisYear',
]

export function cellKind(column: LedgerColumn): CellKind {
  if (column === 'status') return 'status'
  if (column === 'updatedAt') return 'instant'
  if (column === 'annualRevenue') return 'money'
  if (column.startsWith('delivery.')) return 'delivery'
  if (column.startsWith('goal.') || ticks.includes(column)) return 'tick'
  if (flags.includes(column)) return 'flag'
  if (counts.includes(column)) return 'count'
  if (column.endsWith('On')) return 'date'
  return 'text'
}

const money = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export function moneyText(amount: number): string {
  return money.format(amount)
}

/** What a cell shows, in the words of the district: '' for what is not stated, which is never the same as 0 or 否. */
export function cellText(row: LedgerRow, column: LedgerColumn): string {
  const value = row[column]
  if (value === null) return ''
  switch (cellKind(column)) {
    case 'flag':
      return value === true ? '是' : '否'
    case 'tick':
      return value === true ? '√' : '×'
    case 'money':
      return typeof value === 'number' ? moneyText(value) : ''
    case 'instant':
      return localTime(String(value))
    default:
      return fieldWordOf(column, String(value))
  }
}

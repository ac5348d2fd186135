import type { EnterpriseDetail } from '../../../shared/contract/enterprise'
import { enterpriseText } from '../../text/enterprise'
import { ledgerHeader, type LedgerColumn } from '../../text/ledgerHeaders'
import { cellKind, cellText } from './cellText'

export interface Fact {
  label: string
  /** '' when not stated. */
  value: string
  /** Takes the whole width. */
  wide?: boolean
}

export interface FactGroup {
  title: string
  facts: Fact[]
}

const wideColumns: readonly LedgerColumn[] = ['placeName', 'businessAddress', 'note']

/** The facts of form F01 that have no section of their own in the drawer, in the form's groups and order. */
export function factGroups({ row, formerNames, registeredAddress }: EnterpriseDetail): FactGroup[] {
  const fact = (column: LedgerColumn): Fact => ({
    label: ledgerHeader(column),
    value: withUnit(column, cellText(row, column)),
    wide: wideColumns.includes(column),
  })
  const facts = (...columns: LedgerColumn[]): Fact[] => columns.map(fact)
  const titles = enterpriseText.groups
  const names: Fact[] =
    formerNames.length > 0 ? [{ label: enterpriseText.formerNames, value: formerNames.join('、'), wide: true }] : []
  const address: Fact[] = registeredAddress
    ? [{ label: enterpriseText.registeredAddress, value: registeredAddress, wide: true }]
    : []
  return [
    {
      title: titles.enterprise,
      facts: [
        ...names,
        ...facts('enterpriseType', 'industry', 'operatingStatus', 'isAboveScale', 'employees', 'annualRevenue'),
        ...facts('contactName', 'contactPhone', 'placeName', 'businessAddress'),
        ...address,
      ],
    },
    { title: titles.owner, facts: facts('ownerName', 'ownerIsMember', 'ownerIsSecretary', 'ownerIsDelegate') },
    {
      title: titles.members,
      facts: facts(
        'formalMembers', 'probationaryMembers', 'membersRegisteredHere', 'floatingMembers', 'activists',
        'admittedThisYear',
      ),
    },
    ...(row.note ? [{ title: titles.note, facts: facts('note') }] : []),
  ]
}

function withUnit(column: LedgerColumn, value: string): string {
  if (value === '') return ''
  if (column === 'employees') return enterpriseText.people(Number(value))
  if (cellKind(column) === 'count') return enterpriseText.members(Number(value))
  if (cellKind(column) === 'money') return enterpriseText.money(value)
  return value
}

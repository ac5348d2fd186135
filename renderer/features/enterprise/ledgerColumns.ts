import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import type { RecordRow } from '../../../shared/contract/record'
import { enterpriseRecord } from '../../../shared/record/enterprise'
import { statusClass } from '../../components/statusClass'
import type { GridColumn } from '../../record/gridColumns'
import { coverageStatuses } from '../../../shared/domain/valueDomain'
import { ledgerText } from '../../text/ledger'
import { ledgerHeaders, type LedgerColumn, type LedgerHeader } from '../../text/ledgerHeaders'
import { cellKind, cellText, type CellKind } from './cellText'

const shownAtFirst: readonly LedgerColumn[] = [
  'unitName', 'enterpriseName', 'status', 'creditCode', 'industry', 'operatingStatus', 'isAboveScale', 'employees',
  'formalMembers', 'partyOrgName', 'secretaryName', 'termEndsOn', 'unbuiltReason', 'liaisonName', 'contactName',
  'contactPhone',
]
const pinnedAtFirst: readonly LedgerColumn[] = ['unitName', 'enterpriseName', 'status']

/** Changed with their date and reason, or with the old name kept: in a dialog, not in the sheet. */
const readonlyColumns: readonly LedgerColumn[] = ['enterpriseName', 'operatingStatus']

const widths: Partial<Record<LedgerColumn, number>> = {
  unitName: 92, enterpriseName: 236, status: 118, creditCode: 166, placeName: 150, businessAddress: 210,
  enterpriseType: 120, industry: 132, operatingStatus: 88, contactPhone: 124, partyOrgName: 250, jointBasis: 110,
  parentOrgName: 200, secretaryPost: 120, secretaryPhone: 124, unbuiltReason: 140, liaisonName: 118,
  liaisonEmployerPost: 180, liaisonPhone: 150, note: 180, updatedAt: 136, membersRegisteredHere: 130,
  annualRevenue: 130,
}
const widthOfKind: Record<CellKind, number> = {
  text: 96, count: 84, money: 120, flag: 88, tick: 76, date: 104, delivery: 104, instant: 136, status: 118,
}

/** Columns of the ledger that are fields of the enterprise under another name. */
const fieldNames: Partial<Record<LedgerColumn, string>> = { unitName: 'unitId', enterpriseName: 'name' }

/** The name of a ledger column in the sheet: that of the enterprise's own field where it is one. */
export function sheetName(column: LedgerColumn): string {
  return fieldNames[column] ?? column
}

/** The other way round; undefined for a field form F01 does not have. */
export function ledgerColumnOf(name: string): LedgerColumn | undefined {
  return ledgerHeaders.find(({ column }) => sheetName(column) === name)?.column
}

function columnOf({ column, header, group }: LedgerHeader, openEnterprise: (id: number) => void): GridColumn {
  const name = sheetName(column)
  const kind = cellKind(column)
  const isOwn = name in enterpriseRecord.fields
  const definition: GridColumn = {
    name,
    header,
    group,
    width: widths[column] ?? widthOfKind[kind],
    hidden: !shownAtFirst.includes(column),
    pinned: pinnedAtFirst.includes(column),
    readonly: readonlyColumns.includes(column),
  }
  // Own fields are shown as they are typed; what belongs to other records comes with the row.
  if (!isOwn) definition.show = (row) => cellText(row.computed as unknown as LedgerRow, column)
  const locked = ledgerText.locked[column as keyof typeof ledgerText.locked] as string | undefined
  if (locked !== undefined) definition.lockedNote = locked
  if (column === 'status') definition.draw = statusTag
  if (column === 'enterpriseName') definition.draw = (row, words) => nameLink(row, words, openEnterprise)
  return definition
}

function statusTag({ computed }: RecordRow, words: string): HTMLElement {
  const tag = document.createElement('span')
  const status = coverageStatuses.find((known) => known === words)
  tag.className = status ? `status-tag ${statusClass(status)}` : ''
  tag.textContent = words
  tag.title = String(computed['reason'] ?? '')
  return tag
}

/** The name opens the drawer; the sheet itself keeps the keyboard, so the link is none of the tab stops. */
function nameLink({ id }: RecordRow, words: string, openEnterprise: (id: number) => void): HTMLElement {
  const name = document.createElement('span')
  name.className = 'name-link'
  name.textContent = words
  name.addEventListener('click', () => openEnterprise(id))
  name.addEventListener('mouseenter', () => {
    const frame = name.parentElement
    name.title = frame && frame.scrollWidth > frame.clientWidth ? words : ''
  })
  return name
}

/** All columns of form F01, neighbours of one group under a common head; the enterprise's other fields follow hidden. */
export function ledgerColumns(
  openEnterprise: (id: number) => void,
  headers: readonly LedgerHeader[] = ledgerHeaders,
): GridColumn[] {
  return headers.map((header) => columnOf(header, openEnterprise))
}

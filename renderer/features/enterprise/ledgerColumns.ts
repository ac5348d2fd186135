import type { ColDef, ColGroupDef, ICellRendererParams } from 'ag-grid-community'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import { statusClass } from '../../components/statusClass'
import { ledgerText } from '../../text/ledger'
import { ledgerHeaders, type LedgerColumn, type LedgerHeader } from '../../text/ledgerHeaders'
import { cellKind, cellText, type CellKind } from './cellText'

/** Columns nobody may hide: without them a row cannot be told apart. */
export const fixedColumns: readonly LedgerColumn[] = ['enterpriseName']

const shownAtFirst: readonly LedgerColumn[] = [
  'unitName', 'enterpriseName', 'status', 'creditCode', 'industry', 'operatingStatus', 'isAboveScale', 'employees',
  'formalMembers', 'partyOrgName', 'secretaryName', 'termEndsOn', 'unbuiltReason', 'liaisonName', 'contactName',
  'contactPhone',
]
const pinnedAtFirst: readonly LedgerColumn[] = ['unitName', 'enterpriseName', 'status']

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

/** The column that counts rows as a spreadsheet does; not part of the ledger and never moved. */
export const rowNumberColumn: ColDef<LedgerRow> = {
  colId: 'rowNumber',
  headerName: ledgerText.rowNumber,
  valueGetter: ({ node }) => (node?.rowIndex ?? 0) + 1,
  width: 56,
  pinned: 'left',
  lockPosition: 'left',
  lockVisible: true,
  sortable: false,
  resizable: false,
  suppressMovable: true,
  cellClass: 'cell-row-number',
}

function columnOf({ column, header }: LedgerHeader, openEnterprise: (id: number) => void): ColDef<LedgerRow> {
  const kind = cellKind(column)
  const definition: ColDef<LedgerRow> = {
    colId: column,
    headerName: header,
    headerTooltip: header,
    width: widths[column] ?? widthOfKind[kind],
    minWidth: 52,
    hide: !shownAtFirst.includes(column),
    pinned: pinnedAtFirst.includes(column) ? 'left' : null,
    lockVisible: fixedColumns.includes(column),
    valueGetter: ({ data }) => (data ? cellText(data, column) : ''),
    tooltipValueGetter: ({ value }) => value,
    cellClass: `cell-${kind}`,
  }
  if (kind === 'count' || kind === 'money') definition.headerClass = 'header-number'
  // Cells drawn here bring their own titles.
  if (column === 'status' || column === 'enterpriseName') delete definition.tooltipValueGetter
  if (column === 'status') definition.cellRenderer = statusCell
  if (column === 'enterpriseName') {
    definition.cellRenderer = (cell: ICellRendererParams<LedgerRow>) => nameCell(cell, openEnterprise)
  }
  return definition
}

function statusCell({ data }: ICellRendererParams<LedgerRow>): HTMLElement | string {
  if (!data) return ''
  const tag = document.createElement('span')
  tag.className = `status-tag ${statusClass(data.status)}`
  tag.textContent = data.status
  tag.title = data.reason
  return tag
}

/** The name opens the drawer; the grid itself keeps the keyboard, so the link is none of the tab stops. */
function nameCell(
  { data }: ICellRendererParams<LedgerRow>,
  openEnterprise: (id: number) => void,
): HTMLElement | string {
  if (!data) return ''
  const name = document.createElement('span')
  name.className = 'name-link'
  name.textContent = data.enterpriseName
  name.addEventListener('click', () => openEnterprise(data.id))
  name.addEventListener('mouseenter', () => {
    const frame = name.parentElement
    name.title = frame && frame.scrollWidth > frame.clientWidth ? data.enterpriseName : ''
  })
  return name
}

/** All columns, neighbours of one F01 group under a common head. */
export function ledgerColumns(
  openEnterprise: (id: number) => void,
  headers: readonly LedgerHeader[] = ledgerHeaders,
): (ColDef<LedgerRow> | ColGroupDef<LedgerRow>)[] {
  const definitions: (ColDef<LedgerRow> | ColGroupDef<LedgerRow>)[] = [rowNumberColumn]
  let open: ColGroupDef<LedgerRow> | undefined
  for (const header of headers) {
    const definition = columnOf(header, openEnterprise)
    if (header.group === '') {
      open = undefined
      definitions.push(definition)
    } else if (open?.headerName === header.group) {
      open.children.push(definition)
    } else {
      open = { headerName: header.group, children: [definition] }
      definitions.push(open)
    }
  }
  return definitions
}

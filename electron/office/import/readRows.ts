import type { PlainCell } from '../excel/sheet'
import { trimmed } from '../text/plainText'
import type { ColumnMap } from './claimColumns'
import { cellText } from './findTable'
import { ledgerFields, type ImportField, type ImportFields } from './importField'
import type { CellReading } from './readCell'
import { readTable, type RowShape, type TableInput, type TableRows } from './readTable'
import type { SectionFacts } from './sectionFacts'
import type { SheetRow } from './sheetRow'
import { wordValue } from './wordTable'

/** One enterprise as a sheet states it. */
export type LedgerSheetRow = SheetRow<ImportField, ImportFields>

/** Reads the rows of a ledger's table: one enterprise a row. */
export function readRows(input: TableInput<ImportField>): TableRows<ImportField, ImportFields> {
  return readTable(input, ledgerShape(input.map))
}

function ledgerShape(map: ColumnMap): RowShape<ImportField, ImportFields> {
  const liaisonHeader = map.columns.find((column) => column.field === 'liaisonName')?.header ?? ''
  const liaisonKind = /指导员|指導員/.test(liaisonHeader) && !/联络员|聯絡員/.test(liaisonHeader) ? '指导员' : '联络员'
  const includesProbationary = totalIncludesProbationary(map)
  return {
    fields: ledgerFields,
    nameField: 'enterpriseName',
    unit: 'required',
    isSummed: ({ type }) => type === 'count',
    afterCell(row, { field }, cell, reading) {
      if (field === 'industry') keepWording(row, cell, reading)
      if (field === 'hasPartyOrg' && reading.value !== undefined) takeMode(row, cell)
    },
    finish(row, name, section, block) {
      if (namesSeveral(name)) block('enterpriseName', 'V-01', '一格里写了几家企业，本行未导入；请一家一行填写')
      else if (row.values.enterpriseName === undefined) block('enterpriseName', 'V-01', '企业名称为空，本行未导入')
      if (row.values.liaisonName !== undefined) row.values.liaisonKind = liaisonKind
      takeSection(row, section)
    },
    afterSums(row) {
      if (includesProbationary) takeOut(row.values)
    },
  }
}

/** 党员总数 beside 其中:预备党员 counts both. */
function totalIncludesProbationary(map: ColumnMap): boolean {
  const headerOf = (field: ImportField): string => map.columns.find((column) => column.field === field)?.header ?? ''
  return /其中/.test(headerOf('probationaryMembers')) && !/正式/.test(headerOf('formalMembers'))
}

function takeOut(values: Partial<ImportFields>): void {
  const { formalMembers: all, probationaryMembers: part } = values
  if (typeof all === 'number' && typeof part === 'number' && part <= all) values.formalMembers = all - part
}

/** 甲公司、乙公司 in one cell: a sheet with a row an organisation, which lists what it covers. */
function namesSeveral(cell: PlainCell | undefined): boolean {
  if (typeof cell !== 'string' || !/[、,，;；\n]/.test(cell)) return false
  return cell.split(/[、,，;；\n]+/).filter((part) => /.(?:公司|厂|店|合作社|商行|经营部)$/.test(part.trim())).length > 1
}

/** A heading speaks for rows that do not say it themselves. */
function takeSection(row: LedgerSheetRow, { sector, coverage }: SectionFacts): void {
  const { values } = row
  if (sector !== undefined && values.sector === undefined) values.sector = sector as ImportFields['sector']
  if (!coverage) return
  values.hasPartyOrg ??= coverage.hasPartyOrg
  if (coverage.orgMode !== null && values.hasPartyOrg) values.orgMode ??= coverage.orgMode
}

/** A column asking for 组建情况 is often answered with the mode: 单独组建. */
function takeMode(row: LedgerSheetRow, cell: PlainCell): void {
  const mode = typeof cell === 'string' ? wordValue('orgMode', cell) : null
  if (mode !== null) row.values.orgMode ??= mode as ImportFields['orgMode']
}

/** The industry as typed is kept where it is not the section's own name. */
function keepWording(row: LedgerSheetRow, cell: PlainCell, reading: CellReading): void {
  const text = trimmed(cellText(cell))
  if (text !== '' && text !== reading.value) row.values.industryText = text.slice(0, 60)
}

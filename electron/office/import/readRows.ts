import type { CalendarDate } from '../../../shared/domain/calendarDate'
import type { Problem } from '../../../shared/contract/problem'
import type { PlainCell, PlainSheet } from '../excel/sheet'
import { trimmed } from '../text/plainText'
import { cellText, type FoundTable } from './findTable'
import { unitOfLines } from './headLines'
import { columnReader } from './columnReader'
import { fieldKind, fieldLabel, type ImportField, type ImportFields } from './importField'
import { mergedDown } from './mergedDown'
import type { ColumnMap, MappedColumn } from './mapColumns'
import { readCell, type CellReading } from './readCell'
import { columnLetters } from '../excel/columnLetters'
import { sectionFacts, type SectionFacts } from './sectionFacts'
import { rowRole, type RowRole } from './skipRow'
import { sumChecker } from './sumChecker'
import type { KnownUnit, UnitIndex } from './unitIndex'
import { flagValue, wordValue } from './wordTable'

/** One enterprise as a sheet states it. Absent fields are not stated. */
export interface LedgerSheetRow {
  sheet: string
  /** 1-based, as the spreadsheet shows it. */
  row: number
  /** Zero-based column of every field its table could state. Shared by the rows of a table. */
  columns: ReadonlyMap<ImportField, number>
  values: Partial<ImportFields>
  /** Date fields stated with month precision only. */
  months: ImportField[]
  unit: KnownUnit | null
  problems: Problem[]
  /** An error that keeps the whole row out. */
  blocked: boolean
}

export interface RowsInput {
  sheet: PlainSheet
  table: FoundTable
  map: ColumnMap
  units: UnitIndex
  sheetUnit: KnownUnit | null
  today: CalendarDate
}

export interface RowsResult {
  rows: LedgerSheetRow[]
  problems: Problem[]
  unknownUnits: string[]
}

/** Reads the data region below the header: rows with an enterprise, findings per cell, sums held against their rows. */
export function readRows({ sheet, table, map, units, sheetUnit, today }: RowsInput): RowsResult {
  const result: RowsResult = { rows: [], problems: [], unknownUnits: [] }
  const merged = mergedDown(sheet, table, map)
  const readers = map.columns.map((column) => columnReader(column, today, () => hasFullCircle(sheet, table, column.index)))
  const columns = new Map(map.columns.map((column) => [column.field, column.index]))
  const nameIndex = columns.get('enterpriseName') ?? -1
  const mappedIndexes = new Set(columns.values())
  const sums = sumChecker(map.columns)
  const liaisonHeader = map.columns.find((column) => column.field === 'liaisonName')?.header ?? ''
  const liaisonKind = /指导员|指導員/.test(liaisonHeader) && !/联络员|聯絡員/.test(liaisonHeader) ? '指导员' : '联络员'
  const sparseUnits = isSparse(sheet, table, columns.get('unitName'), nameIndex)
  let lastUnit: KnownUnit | null = null
  const includesProbationary = totalIncludesProbationary(map)
  const isSection = (text: string): boolean => sectionFacts(text, units) !== null
  const section: SectionFacts = {}
  let afterRow = false
  let above: (index: number) => PlainCell | undefined = () => null

  for (let r = table.headerBottom + 1; r < table.end; r++) {
    const cells = sheet.rows[r] ?? []
    if (cells.length === 0) continue
    const namedAbove: boolean = afterRow && merged.filled.get(r)?.has(nameIndex) === true
    const role: RowRole = namedAbove ? { role: 'row' } : rowRole(cells, { r, merges: sheet.merges, nameIndex, table, columns: mappedIndexes, isSection })
    afterRow = role.role === 'row'
    if (role.role === 'heading') Object.assign(section, headingFacts(role.texts, units))
    if (role.role === 'sum') result.problems.push(...sums.compare(cells, role.scope, sheet.name, r + 1))
    if (role.role !== 'row') continue
    const row = readRow(r, cells)
    if (!row) continue
    sums.add(row.values)
    if (includesProbationary) takeOut(row.values)
    result.rows.push(row)
  }
  return result

  function readRow(r: number, cells: readonly PlainCell[]): LedgerSheetRow | null {
    const row: LedgerSheetRow = { sheet: sheet.name, row: r + 1, columns, values: {}, months: [], unit: section.unit ?? sheetUnit, problems: [], blocked: false }
    const down = merged.filled.get(r)
    const repeated = new Map<number, PlainCell>()
    let stated = 0
    for (const reader of readers) {
      const { column } = reader
      let cell = cells[column.index] ?? down?.get(column.index)
      if (cell === null || cell === undefined) continue
      if (typeof cell === 'string' && isDitto(cell) && reader.repeats) {
        cell = above(column.index)
        if (cell === null || cell === undefined) continue
        repeated.set(column.index, cell)
      }
      if (reader.tick) {
        stated += readTick(row, column, cell)
        continue
      }
      if (column.phoneField !== undefined && typeof cell === 'string') cell = takePhone(row, column.phoneField, cell)
      const reading = reader.read(cell)
      if (reading.finding) row.problems.push({ sheet: sheet.name, row: r + 1, column: columnLetters(column.index), ...reading.finding })
      if (column.field === 'industry') keepWording(row, cell, reading)
      if (reading.value === undefined) continue
      if (column.field !== 'unitName' && reading.value !== 0 && reading.value !== false) stated++
      put(row, column.field, reading)
      if (column.field === 'hasPartyOrg') takeMode(row, cell)
    }
    if (stated === 0) return null
    above = (index) => repeated.get(index) ?? cells[index] ?? down?.get(index)
    row.problems.push(...(merged.problems.get(r) ?? []))
    settleUnit(row)
    settleName(row, cells[nameIndex])
    if (row.values.liaisonName !== undefined) row.values.liaisonKind = liaisonKind
    takeSection(row, section)
    return row
  }

  function settleUnit(row: LedgerSheetRow): void {
    const name = row.values.unitName
    if (name !== undefined) {
      const unit = units.find(name)
      row.unit = lastUnit = unit
      if (unit === null) {
        if (!result.unknownUnits.includes(name)) result.unknownUnits.push(name)
        block(row, 'unitName', 'V-02', `所属单位“${name}”不在填报单位名单中，本行未导入；请先新增该单位或为它设置别名`)
      }
    } else if (row.unit === null && sparseUnits && lastUnit !== null) {
      row.unit = lastUnit
      row.problems.push({ sheet: row.sheet, row: row.row, column: columnLetters(columns.get('unitName') ?? 0), code: 'V-02', level: 'warning', message: `没有写明所属单位，按上面写的“${lastUnit.name}”导入，请核对` })
    } else if (row.unit === null) {
      block(row, 'unitName', 'V-02', '没有写明所属乡镇(街道)，本行未导入；请为这份文件指定填报单位')
    }
  }

  function settleName(row: LedgerSheetRow, cell: PlainCell | undefined): void {
    if (namesSeveral(cell)) block(row, 'enterpriseName', 'V-01', '一格里写了几家企业，本行未导入；请一家一行填写')
    else if (row.values.enterpriseName === undefined) block(row, 'enterpriseName', 'V-01', '企业名称为空，本行未导入')
  }

  function block(row: LedgerSheetRow, field: ImportField, code: string, message: string): void {
    const index = columns.get(field)
    row.blocked = true
    row.problems.push({ sheet: row.sheet, row: row.row, column: index === undefined ? null : columnLetters(index), code, level: 'error', message })
  }
}

/** A column that is filled in fewer than half of the rows: people write the unit once and leave the rows below blank. */
function isSparse(sheet: PlainSheet, table: FoundTable, index: number | undefined, nameIndex: number): boolean {
  if (index === undefined) return false
  const rows = sheet.rows.slice(table.headerBottom + 1, table.end).filter((row) => trimmed(cellText(row[nameIndex])) !== '')
  return rows.filter((row) => trimmed(cellText(row[index])) !== '').length * 2 < rows.length
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

/** A section heading, or the title or 填报单位 line of the next unit's part. */
function headingFacts(texts: readonly string[], units: UnitIndex): SectionFacts {
  const [text = ''] = texts
  const facts = texts.length === 1 ? sectionFacts(text, units) : null
  if (facts) return facts
  const unit = unitOfLines(texts, units)
  return unit ? { unit } : {}
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

/** Takes the telephone out of a cell that names a person as well; what is left is the name. */
function takePhone(row: LedgerSheetRow, field: ImportField, cell: string): string {
  if (!/[\d０-９]/.test(cell)) return cell
  const [phone] = /\+?\d[\d\s-]{5,}\d(?:\s*[、,;/]\s*\d[\d-]{5,}\d)*/.exec(cell.normalize('NFKC')) ?? []
  if (phone === undefined) return cell
  if (row.values[field] === undefined) put(row, field, readCell(phone, fieldKind(field), fieldLabel(field), '9999-12-31'))
  return cell.normalize('NFKC').replace(phone, '').replace(/[(、,;:/]\s*[)]?\s*$|\(\)/, '')
}

/** A column asking for 组建情况 is often answered with the mode: 单独组建. */
function takeMode(row: LedgerSheetRow, cell: PlainCell): void {
  const mode = typeof cell === 'string' ? wordValue('orgMode', cell) : null
  if (mode !== null) row.values.orgMode ??= mode as ImportFields['orgMode']
}

const dittoSigns = /^(?:同上|同前|〃|″|"|”|“|''|〞)$/

function isDitto(cell: string): boolean {
  return cell.length <= 4 && dittoSigns.test(trimmed(cell))
}

function put(row: LedgerSheetRow, field: ImportField, reading: CellReading): void {
  const values: Partial<Record<ImportField, unknown>> = row.values
  values[field] = reading.value
  if (reading.month) row.months.push(field)
}

/** The industry as typed is kept where it is not the section's own name. */
function keepWording(row: LedgerSheetRow, cell: PlainCell, reading: CellReading): void {
  const text = trimmed(cellText(cell))
  if (text !== '' && text !== reading.value) row.values.industryText = text.slice(0, 60)
}

/** A tick in a matrix column states its leaf's value; two ticks of one field contradict each other. */
function readTick(row: LedgerSheetRow, column: MappedColumn, cell: PlainCell): number {
  const text = trimmed(cellText(cell))
  if (text === '' || flagValue(text) !== true) return 0
  const reading = readCell(column.tickedWord, fieldKind(column.field), fieldLabel(column.field), '9999-12-31')
  if (reading.value === undefined) return 0
  const known = row.values[column.field]
  if (known !== undefined && known !== reading.value) {
    row.problems.push({
      sheet: row.sheet,
      row: row.row,
      column: columnLetters(column.index),
      code: 'V-10',
      level: 'warning',
      message: `“${fieldLabel(column.field)}”同时勾选了“${String(known)}”和“${String(reading.value)}”，已采用前者，请核对`,
    })
    return 0
  }
  put(row, column.field, reading)
  if (column.field === 'hasPartyOrg') takeMode(row, column.tickedWord)
  return 1
}

/** An empty circle says no only beside full ones; alone it may be a tick. */
function hasFullCircle(sheet: PlainSheet, table: FoundTable, index: number): boolean {
  return sheet.rows.slice(table.headerBottom + 1, table.end).some((row) => row[index] === '●')
}

import type { CalendarDate } from '../../../shared/domain/calendarDate'
import type { Problem } from '../../../shared/contract/problem'
import type { PlainCell, PlainSheet } from '../excel/sheet'
import { trimmed } from '../text/plainText'
import { wordKey } from '../text/wordKey'
import { cellText, type FoundTable } from './findTable'
import { fieldKind, fieldLabel, type ImportField, type ImportFields } from './importField'
import type { ColumnMap, MappedColumn } from './mapColumns'
import { readCell, type CellReading } from './readCell'
import { columnLetters } from '../excel/columnLetters'
import { rowRole } from './skipRow'
import { sumChecker } from './sumChecker'
import type { KnownUnit, UnitIndex } from './unitIndex'
import { flagValue } from './wordTable'

/** One enterprise as a sheet states it. Absent fields are not stated. */
export interface LedgerSheetRow {
  sheet: string
  /** 1-based, as the spreadsheet shows it. */
  row: number
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
  const filled = filledDown(sheet, table.headerBottom)
  const readers = map.columns.map((column) => columnReader(column, today))
  const nameIndex = map.columns.find((column) => column.field === 'enterpriseName')?.index ?? -1
  const header = new Map(table.columns.map((column) => [column.index, wordKey(column.path.at(-1) ?? '')]))
  const sums = sumChecker(map.columns)
  const liaisonHeader = map.columns.find((column) => column.field === 'liaisonName')?.header ?? ''
  const liaisonKind = /指导员|指導員/.test(liaisonHeader) && !/联络员|聯絡員/.test(liaisonHeader) ? '指导员' : '联络员'
  let sector: string | null = null

  for (let r = table.headerBottom + 1; r < sheet.rows.length; r++) {
    const cells = sheet.rows[r] ?? []
    if (cells.length === 0) continue
    const role = rowRole(cells, r, sheet.merges, nameIndex, header)
    if (role.role === 'section') sector = role.sector
    if (role.role === 'sum') result.problems.push(...sums.compare(cells, role.scope, sheet.name, r + 1))
    if (role.role !== 'row') continue
    const row = readRow(r, cells)
    if (!row) continue
    sums.add(row.values)
    result.rows.push(row)
  }
  return result

  function readRow(r: number, cells: readonly PlainCell[]): LedgerSheetRow | null {
    const row: LedgerSheetRow = { sheet: sheet.name, row: r + 1, values: {}, months: [], unit: sheetUnit, problems: [], blocked: false }
    const down = filled.get(r)
    let stated = 0
    for (const reader of readers) {
      const { column } = reader
      const cell = cells[column.index] ?? down?.get(column.index)
      if (cell === null || cell === undefined) continue
      if (reader.tick) {
        stated += readTick(row, column, cell)
        continue
      }
      const reading = reader.read(cell)
      if (reading.finding) row.problems.push({ sheet: sheet.name, row: r + 1, column: columnLetters(column.index), ...reading.finding })
      if (column.field === 'industry') keepWording(row, cell, reading)
      if (reading.value === undefined) continue
      if (column.field !== 'unitName') stated++
      put(row, column.field, reading)
    }
    if (stated === 0) return null
    settleUnit(row)
    settleName(row)
    if (row.values.liaisonName !== undefined) row.values.liaisonKind = liaisonKind
    if (sector !== null && row.values.sector === undefined) row.values.sector = sector as ImportFields['sector']
    return row
  }

  function settleUnit(row: LedgerSheetRow): void {
    const name = row.values.unitName
    if (name !== undefined) {
      const unit = units.find(name)
      row.unit = unit
      if (unit === null) {
        if (!result.unknownUnits.includes(name)) result.unknownUnits.push(name)
        block(row, 'unitName', 'V-02', `所属单位“${name}”不在填报单位名单中，本行未导入；请先新增该单位或为它设置别名`)
      }
    } else if (sheetUnit === null) {
      block(row, 'unitName', 'V-02', '没有写明所属乡镇(街道)，本行未导入；请为这份文件指定填报单位')
    }
  }

  function settleName(row: LedgerSheetRow): void {
    if (row.values.enterpriseName === undefined) block(row, 'enterpriseName', 'V-01', '企业名称为空，本行未导入')
  }

  function block(row: LedgerSheetRow, field: ImportField, code: string, message: string): void {
    const column = map.columns.find((candidate) => candidate.field === field)
    row.blocked = true
    row.problems.push({ sheet: row.sheet, row: row.row, column: column ? columnLetters(column.index) : null, code, level: 'error', message })
  }
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
  return 1
}

interface ColumnReader {
  column: MappedColumn
  tick: boolean
  read(cell: Exclude<PlainCell, null>): CellReading
}

/** Words repeat down a column, so each spelling is understood once. */
function columnReader(column: MappedColumn, today: CalendarDate): ColumnReader {
  const kind = fieldKind(column.field)
  const label = fieldLabel(column.field)
  const known = new Map<PlainCell, CellReading>()
  const repeats = kind.type === 'word' || kind.type === 'flag' || column.field === 'unitName'
  return {
    column,
    tick: column.tickedWord !== null,
    read(cell) {
      if (column.field === 'orgMode' && /是否单独/.test(column.header)) return singleOrJoint(cell)
      if (!repeats || typeof cell === 'object') return readCell(cell, kind, label, today)
      let reading = known.get(cell)
      if (!reading) known.set(cell, (reading = readCell(cell, kind, label, today)))
      return reading
    },
  }
}

/** 是否单独组建: 是 → 单独组建, 否 → 联合组建 (of a built organisation). */
function singleOrJoint(cell: Exclude<PlainCell, null>): CellReading {
  const flag = readCell(cell, { type: 'flag' }, '是否单独组建', '9999-12-31')
  return flag.value === undefined ? flag : { value: flag.value === true ? '单独组建' : '联合组建' }
}

/** Cells covered by a vertical merge below the header take the value of its first row (one liaison, many enterprises). */
function filledDown(sheet: PlainSheet, headerBottom: number): Map<number, Map<number, PlainCell>> {
  const filled = new Map<number, Map<number, PlainCell>>()
  for (const merge of sheet.merges) {
    if (merge.top <= headerBottom || merge.bottom === merge.top || merge.right - merge.left > 3) continue
    const cell = sheet.rows[merge.top]?.[merge.left] ?? null
    if (cell === null) continue
    for (let r = merge.top + 1; r <= merge.bottom; r++) {
      const row = filled.get(r) ?? new Map<number, PlainCell>()
      row.set(merge.left, cell)
      filled.set(r, row)
    }
  }
  return filled
}

import type { CalendarDate } from '../../../shared/domain/calendarDate'
import { ownFieldWord } from '../../../shared/domain/ownWords'
import type { Problem, ProblemLevel } from '../../../shared/contract/problem'
import { columnLetters } from '../excel/columnLetters'
import type { PlainCell, PlainSheet } from '../excel/sheet'
import { trimmed } from '../text/plainText'
import type { ColumnMap, MappedColumn } from './claimColumns'
import { columnReader } from './columnReader'
import { cellText, type FoundTable } from './findTable'
import { unitOfLines } from './headLines'
import type { FieldKind, SheetFields } from './importField'
import { mergedDown } from './mergedDown'
import { readCell, type CellReading } from './readCell'
import { sectionFacts, type SectionFacts } from './sectionFacts'
import type { IssuedTable } from './issued/issuedTable'
import { sameCell } from './issued/sameCell'
import type { IssuedValues, SheetRow } from './sheetRow'
import { rowRole, type RowRole } from './skipRow'
import { sumChecker } from './sumChecker'
import type { KnownUnit, UnitIndex } from './unitIndex'
import { flagValue } from './wordTable'
import type { ReadingWords } from './readingWords'

/** What differs between tables of enterprises and of other things. */
export interface RowShape<F extends string, V> {
  fields: SheetFields<F>
  /** The column that names what a row is about. */
  nameField: F
  /** Whether 同上 may stand for a name: several rows may be about one thing. */
  nameRepeats?: boolean
  /** Unit of money the lines above the table state. */
  moneyUnit?: string | null
  /** `required`: a row whose unit nobody can tell stays out; else the unit is only what the row says of itself. */
  unit: 'required' | 'stated'
  /** Whether the sum rows of such a column are held against its rows. */
  isSummed(kind: FieldKind): boolean
  /** A row that leaves `key` blank goes on with what the row above says of `fields` (F04: one person, many enterprises). */
  fillDown?: { key: F; fields: readonly F[] }
  /** Looks at a cell that was read. */
  afterCell?(row: SheetRow<F, V>, column: MappedColumn<F>, cell: Exclude<PlainCell, null>, reading: CellReading): void
  /** Settles the row; `name` is the cell that names it. */
  finish(row: SheetRow<F, V>, name: PlainCell | undefined, section: SectionFacts, block: BlockRow<F>): void
  /** Called once the sums have taken the row's figures. */
  afterSums?(row: SheetRow<F, V>): void
}

/** Keeps a row out, with the reason at the cell of a field. */
export type BlockRow<F extends string> = (field: F, code: string, message: string) => void

export interface TableInput<F extends string> {
  sheet: PlainSheet
  table: FoundTable
  map: ColumnMap<F>
  units: UnitIndex
  sheetUnit: KnownUnit | null
  today: CalendarDate
  /** What was sent out, when the table is one that came back. */
  issued?: IssuedTable | null
  /** What the district calls the words of closed lists. */
  own: ReadingWords
}

export interface TableRows<F extends string, V> {
  rows: SheetRow<F, V>[]
  problems: Problem[]
  unknownUnits: string[]
  /** Records as they were sent out, by id. */
  issued: Map<number, IssuedValues<F, V>>
}

/** Reads the data region below a header: one row a row that names something, findings per cell, sums held against their rows. */
export function readTable<F extends string, V extends object>(input: TableInput<F>, shape: RowShape<F, V>): TableRows<F, V> {
  const { sheet, table, map, units, sheetUnit, today, issued = null, own } = input
  const { fields, nameField } = shape
  const unitField = 'unitName' as F
  const result: TableRows<F, V> = { rows: [], problems: [], unknownUnits: [], issued: new Map() }
  const merged = mergedDown(sheet, table, map, fields)
  const readers = map.columns.map((column) =>
    columnReader(column, {
      fields,
      nameField: shape.nameRepeats ? null : nameField,
      moneyUnit: shape.moneyUnit ?? null,
      today,
      own,
      fullCircles: () => hasFullCircle(sheet, table, column.index),
    }),
  )
  const columns = new Map(map.columns.map((column) => [column.field, column.index]))
  const nameIndex = columns.get(nameField) ?? -1
  const mappedIndexes = new Set(columns.values())
  const sums = sumChecker(map.columns, fields, shape.isSummed)
  const sparseUnits = isSparse(sheet, table, columns.get(unitField), nameIndex)
  let lastUnit: KnownUnit | null = null
  const isSection = (text: string): boolean => sectionFacts(text, units) !== null
  const section: SectionFacts = {}
  let afterRow = false
  let above: (index: number) => PlainCell | undefined = () => null

  const sentFields = new Set(map.columns.map(({ field }) => field).filter((field) => issued?.columns.fields.has(field)))
  const sent = new Map(issued?.meta.rows.map((row) => [row.id, issued.cellsOf(row)]))
  for (const { id, version } of issued?.meta.rows ?? []) {
    const cells = sent.get(id) ?? []
    const said = blankRow(0)
    readCells(said, cells, (index) => cells[index])
    shape.finish(said, cells[nameIndex], {}, () => undefined)
    result.issued.set(id, { id, version, values: said.values, months: said.months, fields: sentFields })
  }

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
    sums.add(row.values as Stated<F>)
    shape.afterSums?.(row)
    result.rows.push(row)
  }
  return result

  function readRow(r: number, cells: readonly PlainCell[]): SheetRow<F, V> | null {
    const row = blankRow(r)
    const down = merged.filled.get(r)
    const repeated = new Map<number, PlainCell>()
    const stated = readCells(row, sent.get(row.issuedId ?? 0) ?? [], (index, repeats) => {
      const cell = cells[index] ?? down?.get(index)
      if (!repeats || typeof cell !== 'string' || !isDitto(cell)) return cell
      const meant = above(index)
      if (meant !== null && meant !== undefined) repeated.set(index, meant)
      return meant
    })
    if (stated === 0) return null
    const covered = merged.covered.get(r)
    if (covered) row.unclear = map.columns.filter(({ index }) => covered.has(index)).map(({ field }) => field)
    if (shape.fillDown) fillDown(row, shape.fillDown)
    above = (index) => repeated.get(index) ?? cells[index] ?? down?.get(index)
    row.problems.push(...(merged.problems.get(r) ?? []))
    settleUnit(row)
    shape.finish(row, cells[nameIndex], section, (field, code, message) => block(row, field, code, message))
    return row
  }

  function blankRow(r: number): SheetRow<F, V> {
    return {
      sheet: sheet.name, row: r + 1, columns, values: {}, months: [], unit: section.unit ?? sheetUnit, problems: [], blocked: false,
      issuedId: issued?.idAt(r) ?? null,
    }
  }

  /** Reads a row's cells; how many say something. What stood there when it was sent out is nobody's mistake now. */
  function readCells(row: SheetRow<F, V>, before: readonly PlainCell[], cellAt: (index: number, repeats: boolean) => PlainCell | undefined): number {
    let stated = 0
    for (const reader of readers) {
      const { column } = reader
      let cell = cellAt(column.index, reader.repeats)
      if (cell === null || cell === undefined) continue
      const isLeft = sameCell(before[column.index], cell)
      if (reader.tick) {
        stated += readTick(row, column, cell)
        continue
      }
      if (column.phoneField !== undefined && typeof cell === 'string') cell = takePhone(row, column.phoneField, cell)
      const reading = reader.read(cell)
      if (reading.finding && !isLeft) report(row, column.index, reading.finding)
      if (reading.value !== undefined) {
        if (column.field !== unitField && reading.value !== 0 && reading.value !== false) stated++
        put(row, column.field, reading)
      }
      shape.afterCell?.(row, column, cell, reading)
    }
    return stated
  }

  function fillDown(row: SheetRow<F, V>, { key, fields: filled }: NonNullable<RowShape<F, V>['fillDown']>): void {
    const last = result.rows.at(-1)
    const [mine, theirs]: [Stated<F>, Stated<F>] = [row.values as Stated<F>, (last?.values ?? {}) as Stated<F>]
    if (mine[key] !== undefined || theirs[key] === undefined) return
    for (const field of filled) mine[field] ??= theirs[field]
  }

  function settleUnit(row: SheetRow<F, V>): void {
    const name = (row.values as Stated<F>)[unitField]
    if (typeof name === 'string') {
      const unit = units.find(name)
      row.unit = lastUnit = unit
      if (unit === null && !result.unknownUnits.includes(name)) result.unknownUnits.push(name)
      if (unit === null && shape.unit === 'required') {
        block(row, unitField, 'V-02', `所属单位“${name}”不在填报单位名单中，本行未导入；请先新增该单位或为它设置别名`)
      } else if (unit === null) {
        report(row, columns.get(unitField), { code: 'V-02', level: 'warning', message: `所属单位“${name}”不在填报单位名单中，请核对` })
      }
    } else if (row.unit === null && sparseUnits && lastUnit !== null) {
      row.unit = lastUnit
      const message = `没有写明所属单位，按上面写的“${lastUnit.name}”导入，请核对`
      if (shape.unit === 'required') report(row, columns.get(unitField) ?? 0, { code: 'V-02', level: 'warning', message })
    } else if (row.unit === null && shape.unit === 'required') {
      block(row, unitField, 'V-02', '没有写明所属乡镇(街道)，本行未导入；请为这份文件指定填报单位')
    }
  }

  function block(row: SheetRow<F, V>, field: F, code: string, message: string): void {
    row.blocked = true
    report(row, columns.get(field), { code, level: 'error', message })
  }

  function report(row: SheetRow<F, V>, index: number | undefined, finding: { code: string; level: ProblemLevel; message: string }): void {
    row.problems.push({ sheet: row.sheet, row: row.row, column: index === undefined ? null : columnLetters(index), ...finding })
  }

  /** Takes the telephone out of a cell that names a person as well; what is left is the name. */
  function takePhone(row: SheetRow<F, V>, field: F, cell: string): string {
    if (!/[\d０-９]/.test(cell)) return cell
    const [phone] = /\+?\d[\d\s-]{5,}\d(?:\s*[、,;/]\s*\d[\d-]{5,}\d)*/.exec(cell.normalize('NFKC')) ?? []
    if (phone === undefined) return cell
    const known = (row.values as Stated<F>)[field]
    if (known === undefined) put(row, field, readCell(phone, fields.kindOf(field), fields.labelOf(field), '9999-12-31'))
    return cell.normalize('NFKC').replace(phone, '').replace(/[(、,;:/]\s*[)]?\s*$|\(\)/, '')
  }

  /** A tick in a matrix column states its leaf's value; two ticks of one field contradict each other. */
  function readTick(row: SheetRow<F, V>, column: MappedColumn<F>, cell: PlainCell): number {
    const text = trimmed(cellText(cell))
    if (text === '' || flagValue(text, own) !== true) return 0
    const label = fields.labelOf(column.field)
    const reading = readCell(column.tickedWord, fields.kindOf(column.field), label, '9999-12-31', own)
    if (reading.value === undefined) return 0
    const known = (row.values as Stated<F>)[column.field]
    if (known !== undefined && known !== reading.value) {
      const [first, second] = [known, reading.value].map((value) => ownFieldWord(own, column.field, String(value)))
      const message = `“${label}”同时勾选了“${first ?? ''}”和“${second ?? ''}”，已采用前者，请核对`
      report(row, column.index, { code: 'V-10', level: 'warning', message })
      return 0
    }
    put(row, column.field, reading)
    shape.afterCell?.(row, column, column.tickedWord ?? '', reading)
    return 1
  }
}

/** Values of a row by field, before their types are told apart. */
type Stated<F extends string> = Partial<Record<F, unknown>>

function put<F extends string, V>(row: SheetRow<F, V>, field: F, reading: CellReading): void {
  const values = row.values as Stated<F>
  values[field] = reading.value
  if (reading.month) row.months.push(field)
}

/** A column that is filled in fewer than half of the rows: people write the unit once and leave the rows below blank. */
function isSparse(sheet: PlainSheet, table: FoundTable, index: number | undefined, nameIndex: number): boolean {
  if (index === undefined) return false
  const rows = sheet.rows.slice(table.headerBottom + 1, table.end).filter((row) => trimmed(cellText(row[nameIndex])) !== '')
  return rows.filter((row) => trimmed(cellText(row[index])) !== '').length * 2 < rows.length
}

/** A section heading, or the title or 填报单位 line of the next unit's part. */
function headingFacts(texts: readonly string[], units: UnitIndex): SectionFacts {
  const [text = ''] = texts
  const facts = texts.length === 1 ? sectionFacts(text, units) : null
  if (facts) return facts
  const unit = unitOfLines(texts, units)
  return unit ? { unit } : {}
}

const dittoSigns = /^(?:同上|同前|〃|″|"|”|“|''|〞)$/

function isDitto(cell: string): boolean {
  return cell.length <= 4 && dittoSigns.test(trimmed(cell))
}

/** An empty circle says no only beside full ones; alone it may be a tick. */
function hasFullCircle(sheet: PlainSheet, table: FoundTable, index: number): boolean {
  return sheet.rows.slice(table.headerBottom + 1, table.end).some((row) => row[index] === '●')
}

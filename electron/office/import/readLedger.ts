import { calendarDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import type { Problem } from '../../../shared/contract/problem'
import type { PlainSheet, PlainWorkbook } from '../excel/sheet'
import { trimmed } from '../text/plainText'
import { toSimplified } from '../text/toSimplified'
import { columnLetters } from '../excel/columnLetters'
import { cellText, findTable, type FoundTable } from './findTable'
import { mapColumns, type ColumnMap } from './mapColumns'
import { readRows, type LedgerSheetRow } from './readRows'
import { recogniseForm, type RecognisedForm } from './recogniseForm'
import type { KnownUnit, UnitIndex } from './unitIndex'

export interface LedgerSheet {
  name: string
  /** 1-based row of the first header row; null when the sheet holds no table of ours. */
  headerRow: number | null
  /** Column letters → field. */
  mapping: Record<string, string>
  unmapped: { column: string; header: string }[]
  rows: number
}

/** A workbook understood as (part of) the master ledger. */
export interface LedgerReading {
  form: RecognisedForm | null
  /** The unit the file speaks for. */
  unit: KnownUnit | null
  /** Unit names in the file that no unit answers to. */
  unknownUnits: string[]
  filledOn: CalendarDate | null
  sheets: LedgerSheet[]
  rows: LedgerSheetRow[]
  /** Findings that belong to no row. */
  problems: Problem[]
}

/** Reads every visible sheet of a workbook. Pure: same bytes, same units, same day, same result. */
export function readLedger(fileName: string, workbook: PlainWorkbook, units: UnitIndex, today: CalendarDate): LedgerReading {
  const reading: LedgerReading = { form: null, unit: null, unknownUnits: [], filledOn: null, sheets: [], rows: [], problems: [] }
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden)
  const tables = visible.map((sheet) => ({ sheet, table: findTable(sheet) }))

  for (const { sheet, table } of tables) {
    const form = table && recogniseForm(table)
    if (!table || !form) {
      if (sheet.rows.length > 0) reading.sheets.push({ name: sheet.name, headerRow: null, mapping: {}, unmapped: [], rows: 0 })
      continue
    }
    reading.form = reading.form?.ours ? reading.form : form
    if (!form.ours) {
      reading.sheets.push({ name: sheet.name, headerRow: table.headerTop + 1, mapping: {}, unmapped: [], rows: 0 })
      continue
    }
    const map = mapColumns(table.columns, columnSamples(sheet, table), (text) => units.find(text) !== null)
    readSheet(reading, fileName, sheet, table, map, units, today)
  }
  reading.unit = onlyUnit(reading.rows) ?? (reading.rows.every((row) => row.unit === null) ? reading.unit : null)
  return reading
}

function readSheet(
  reading: LedgerReading,
  fileName: string,
  sheet: PlainSheet,
  table: FoundTable,
  map: ColumnMap,
  units: UnitIndex,
  today: CalendarDate,
): void {
  const head = readHead(table.above)
  const stated = head.unit === null ? null : units.find(head.unit)
  const sheetUnit = stated ?? firstWithin(units, [...table.above, sheet.name, fileName])
  reading.unit ??= sheetUnit
  reading.filledOn ??= head.filledOn

  const result = readRows({ sheet, table, map, units, sheetUnit, today })
  reading.rows.push(...result.rows)
  reading.problems.push(...result.problems)
  const headless = result.rows.some((row) => row.unit === null && row.values.unitName === undefined)
  if (head.unit !== null && headless) reading.unknownUnits.push(head.unit)
  for (const name of result.unknownUnits) if (!reading.unknownUnits.includes(name)) reading.unknownUnits.push(name)
  reading.sheets.push({
    name: sheet.name,
    headerRow: table.headerTop + 1,
    mapping: Object.fromEntries(map.columns.map((column) => [columnLetters(column.index), column.field])),
    unmapped: map.unmapped.map(({ index, header }) => ({ column: columnLetters(index), header })),
    rows: result.rows.length,
  })
  for (const { index, header, reason } of map.unmapped) {
    if (reason === null) continue
    const personal = /按规定不采集/.test(reason)
    reading.problems.push({
      sheet: sheet.name,
      row: table.headerBottom + 1,
      column: columnLetters(index),
      code: personal ? 'V-39' : 'V-10',
      level: 'notice',
      message: `列“${header}”未导入：${reason}`,
    })
  }
}

function columnSamples(sheet: PlainSheet, table: FoundTable): (index: number) => string[] {
  const rows = sheet.rows.slice(table.headerBottom + 1, table.headerBottom + 201)
  return (index) => rows.map((row) => cellText(row[index]).trim()).filter((text) => text !== '')
}

interface Head {
  unit: string | null
  filledOn: CalendarDate | null
}

/** 填报单位 and 填报时间 from the lines above the header. */
function readHead(lines: readonly string[]): Head {
  const head: Head = { unit: null, filledOn: null }
  for (const line of lines) {
    const text = toSimplified(line.normalize('NFKC'))
    const unit = /(?:填报单位|上报单位|填表单位|报送单位|单位名称)(?:\([^)]*\))?:\s*([^\s:]+)/.exec(text)?.[1]
    if (unit && head.unit === null && !/家|人|万元/.test(unit)) head.unit = trimmed(unit)
    const date = /(?:填报|上报|填表|报送|统计|截止)(?:时间|日期|至)?(?:\([^)]*\))?[:\s]*(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?/.exec(text)
    if (date && head.filledOn === null) head.filledOn = calendarDate(Number(date[1]), Number(date[2]), Number(date[3] ?? 1))
  }
  return head
}

function firstWithin(units: UnitIndex, texts: readonly string[]): KnownUnit | null {
  for (const text of texts) {
    const unit = units.within(text)
    if (unit) return unit
  }
  return null
}

/** The unit all placed rows share; null when they have several or none. */
function onlyUnit(rows: readonly LedgerSheetRow[]): KnownUnit | null {
  const placed = rows.flatMap((row) => row.unit ?? [])
  const [first] = placed
  return first && placed.every((unit) => unit.id === first.id) ? first : null
}

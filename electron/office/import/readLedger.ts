import type { CalendarDate } from '../../../shared/domain/calendarDate'
import type { SheetColumn, TakenForm } from '../../../shared/contract/mapping'
import { nationalWords } from '../../../shared/domain/ownWords'
import type { Problem } from '../../../shared/contract/problem'
import type { PlainSheet, PlainWorkbook } from '../excel/sheet'
import { columnLetters } from '../excel/columnLetters'
import { readMeta } from '../forms/template/readMeta'
import type { TemplateMeta } from '../forms/template/templateMeta'
import { doubtProblems, memberProblems, unmappedProblems } from './columnProblems'
import { columnSamples } from './columnSamples'
import { cellText, type FoundTable } from './findTable'
import { firstWithin, readHead, type Head } from './headLines'
import type { ColumnSamples } from './claimColumns'
import type { ReadForm } from './forms/formFields'
import type { FormSheetRow, IssuedFormValues } from './forms/formSheetRow'
import { readFormTable } from './forms/readFormTable'
import type { ImportField, ImportFields } from './importField'
import { issuedForm } from './issued/issuedForm'
import { issuedTable, type IssuedTable } from './issued/issuedTable'
import { readRows, type LedgerSheetRow } from './readRows'
import { answeredForm } from './mapping/answeredForm'
import { answeredTables } from './mapping/answeredTables'
import { sheetColumns } from './mapping/sheetColumns'
import type { TableAnswer } from './mapping/tableAnswer'
import { tableFingerprint } from './mapping/tableFingerprint'
import { recogniseTable, type RecognisedTable } from './recogniseForm'
import type { IssuedValues } from './sheetRow'
import type { KnownUnit, UnitIndex } from './unitIndex'
import type { ReadingWords } from './readingWords'

export interface LedgerSheet {
  name: string
  /** 1-based row of the first header row; null when the sheet holds no table of ours. */
  headerRow: number | null
  /** Column letters → field. */
  mapping: Record<string, string>
  unmapped: { column: string; header: string }[]
  rows: number
  /** Of the table: F01 … F12; null when it is not imported. */
  form: TakenForm | null
  /** Of its header (`tableFingerprint`); null on a sheet without one. */
  fingerprint: string | null
  /** A person said what it is. */
  answered: boolean
  columns: SheetColumn[]
}

/** A table of one of the forms F03 to F12. */
export interface FormTable {
  form: ReadForm
  sheet: string
  /** Lines above it: an assessment names its organisation and year there. */
  above: readonly string[]
  /** The day it is stated for. */
  filledOn: CalendarDate | null
  rows: FormSheetRow[]
  /** Records as they were sent out, by id. */
  issued: ReadonlyMap<number, IssuedFormValues>
}

/** Which form a file is; `ours` when it is one that is taken. */
export interface RecognisedForm {
  id: string
  title: string
  ours: boolean
}

/** A workbook this ledger sent out. */
export interface IssuedReading {
  /** YYYY-MM-DD */
  issuedOn: CalendarDate
  /** Enterprises of F01 or F02 as they were sent out, by id. */
  enterprises: ReadonlyMap<number, IssuedValues<ImportField, ImportFields>>
}

/** A workbook understood as standard forms: rows of the master ledger, and tables of the other forms. */
export interface LedgerReading {
  /** Of the first table that is taken, else of the first that is known. */
  form: RecognisedForm | null
  /** The unit the file speaks for. */
  unit: KnownUnit | null
  /** Unit names in the file that no unit answers to. */
  unknownUnits: string[]
  filledOn: CalendarDate | null
  sheets: LedgerSheet[]
  rows: LedgerSheetRow[]
  /** Of the rows: F01 or F02. */
  ledgerForm: 'F01' | 'F02'
  tables: FormTable[]
  /** What was sent out with the workbook, when it is one of ours that came back. */
  issued: IssuedReading | null
  /** Findings that belong to no row. */
  problems: Problem[]
}

/** What is known of the ledger a workbook is read for. */
export interface ReadingScene {
  /** Its own id: a workbook it sent out is known by its hidden sheet as far as that fits what is on the others. */
  ledgerId?: string | null
  /** What the district calls the words of closed lists. */
  own?: ReadingWords
  /** What people said of tables with the same headers; of a table that was sent out nothing needs to be said. */
  answers?: readonly TableAnswer[]
}

/** Reads every visible sheet of a workbook. Pure: same bytes, same units, same day, same ledger, same result. */
export function readLedger(
  fileName: string,
  workbook: PlainWorkbook,
  units: UnitIndex,
  today: CalendarDate,
  { ledgerId = null, own = nationalWords, answers = [] }: ReadingScene = {},
): LedgerReading {
  const reading: LedgerReading = {
    form: null, unit: null, unknownUnits: [], filledOn: null, sheets: [], rows: [], ledgerForm: 'F01', tables: [], issued: null, problems: [],
  }
  const meta = readMeta(workbook)
  if (meta && meta.ledgerId !== ledgerId) reading.problems.push(foreignTemplate(meta))
  const sentOut = meta?.ledgerId === ledgerId ? meta : null
  const sheets = workbook.sheets.filter(({ hidden }) => !hidden).map((sheet) => ({ sheet, found: answeredTables(sheet, answers, own) }))
  const answerOf = new Map(answers.map((answer) => [answer.fingerprint, answer]))
  const cover = readHead(sheets.filter(({ found }) => found.length === 0).flatMap(({ sheet }) => coverLines(sheet)))
  for (const { sheet, found } of sheets) {
    const tables = found.map((table): TableParts => {
      const samples = columnSamples(sheet, table)
      const isUnit = (text: string): boolean => units.find(text) !== null
      const issued = sentOut && issuedTable(sentOut, sheet, table)
      const fingerprint = tableFingerprint(table.columns)
      const answer = issued ? null : (answerOf.get(fingerprint) ?? null)
      const scene = { table, samples, isUnit, own }
      const form = issued ? issuedForm(issued, table, samples, { isUnit, own }) : answer ? answeredForm(answer, scene) : recogniseTable(table, samples, isUnit, own)
      return { sheet, table, samples, isUnit, own, fingerprint, answer, issued, form }
    })
    const [first] = tables
    if (sheet.rows.length > 0 && tables.every(({ form, answer }) => form === null && answer === null)) reading.sheets.push(describeSheet(sheet, first))
    for (const parts of tables) {
      const { table, form, answer } = parts
      if (form && !reading.form?.ours) reading.form = { id: form.id, title: form.title, ours: form.map !== null }
      if (form && form.id !== 'F13') {
        const sheetLines = parts === first ? [] : (first?.table.above ?? [])
        takeTable(reading, { ...parts, fileName, form, sheetLines, cover, units, today })
        continue
      }
      if (form || answer) reading.sheets.push(describeSheet(sheet, parts, table.headerTop + 1))
      reading.problems.push(otherTable(sheet.name, table, form, answer !== null))
    }
  }
  const rows = [...reading.rows, ...reading.tables.flatMap((table) => table.rows)]
  reading.unit = onlyUnit(rows) ?? (rows.every((row) => row.unit === null) ? reading.unit : null)
  return reading
}

/** A table of a sheet and what is known of it before its rows are read. */
interface TableParts {
  sheet: PlainSheet
  table: FoundTable
  samples: ColumnSamples
  isUnit(text: string): boolean
  own: ReadingWords
  fingerprint: string
  answer: TableAnswer | null
  issued: IssuedTable | null
  form: RecognisedTable | null
}

interface TableInput extends TableParts {
  fileName: string
  form: Exclude<RecognisedTable, { id: 'F13' }>
  /** Lines at the head of the sheet, for a later table that says less itself. */
  sheetLines: readonly string[]
  /** What a sheet without a table says for the whole workbook. */
  cover: Head
  units: UnitIndex
  today: CalendarDate
}

function takeTable(reading: LedgerReading, input: TableInput): void {
  const { fileName, sheet, table, samples, form, issued, sheetLines, cover, units, today, own } = input
  const lines = [...table.above, ...sheetLines]
  const head = readHead(lines)
  const sheetUnit =
    issuedUnit(issued, units) ??
    unitOf(head.unit, lines, sheet.name, fileName, units) ??
    (cover.unit === null ? null : units.find(cover.unit))
  reading.unit ??= sheetUnit
  reading.filledOn ??= head.filledOn ?? cover.filledOn

  const place = { sheet, table, units, sheetUnit, today, issued, own }
  let rows: readonly (LedgerSheetRow | FormSheetRow)[]
  if (form.id === 'F01' || form.id === 'F02') {
    const result = readRows({ ...place, map: form.map })
    rows = result.rows
    if (reading.rows.length === 0) reading.ledgerForm = form.id
    reading.rows.push(...result.rows)
    if (issued) reading.issued = { issuedOn: issued.meta.issuedOn, enterprises: new Map([...(reading.issued?.enterprises ?? []), ...result.issued]) }
    noteRows(reading, result)
    reading.problems.push(...unmappedProblems(sheet.name, table, form.map, samples, '台账'), ...memberProblems(sheet.name, table, form.map))
    const headless = result.rows.some((row) => row.unit === null && row.values.unitName === undefined)
    if (head.unit !== null && headless && !reading.unknownUnits.includes(head.unit)) reading.unknownUnits.push(head.unit)
  } else {
    const result = readFormTable(form.id, { ...place, map: form.map })
    rows = result.rows
    reading.tables.push({ form: form.id, sheet: sheet.name, above: lines, filledOn: head.filledOn ?? cover.filledOn, rows: result.rows, issued: result.issued })
    if (issued) reading.issued ??= { issuedOn: issued.meta.issuedOn, enterprises: new Map() }
    noteRows(reading, result)
    reading.problems.push(...unmappedProblems(sheet.name, table, form.map, samples, '本表'))
  }
  const described = describeSheet(sheet, input, table.headerTop + 1)
  reading.problems.push(...doubtProblems(sheet.name, table, described.columns))
  reading.sheets.push({ ...described, rows: rows.length })
}

/** A table as people see it named and mapped; `headerRow` is null where it is none of ours. */
function describeSheet({ name }: PlainSheet, parts: TableParts | undefined, headerRow: number | null = null): LedgerSheet {
  const form = parts?.form && parts.form.id !== 'F13' ? parts.form : null
  return {
    name,
    headerRow,
    mapping: Object.fromEntries((form?.map.columns ?? []).map((column) => [columnLetters(column.index), column.field])),
    unmapped: (form?.map.unmapped ?? []).map(({ index, header }) => ({ column: columnLetters(index), header })),
    rows: 0,
    form: form?.id ?? null,
    fingerprint: parts?.fingerprint ?? null,
    answered: parts ? parts.answer !== null : false,
    columns: parts ? sheetColumns({ ...parts, columns: parts.table.columns, form, issued: parts.issued !== null }) : [],
  }
}

/** The unit a workbook was sent to; null when it was sent to nobody, or that unit is no longer known by its name. */
function issuedUnit(issued: IssuedTable | null, units: UnitIndex): KnownUnit | null {
  const unit = issued?.meta.unit
  return unit ? units.find(unit.name) : null
}

/** Ids of another ledger mean other records here: the workbook is read by its content. */
function foreignTemplate({ issuedOn }: TemplateMeta): Problem {
  const message = `这份表由另一套台账在 ${issuedOn} 发放，按表中内容识别`
  return { sheet: null, row: null, column: null, code: 'V-47', level: 'notice', message }
}

function noteRows(reading: LedgerReading, result: { problems: readonly Problem[]; unknownUnits: readonly string[] }): void {
  reading.problems.push(...result.problems)
  for (const name of result.unknownUnits) if (!reading.unknownUnits.includes(name)) reading.unknownUnits.push(name)
}

/** A table that is none of ours is not read, and that is said. */
function otherTable(sheet: string, table: FoundTable, form: RecognisedTable | null, isRefused: boolean): Problem {
  const what = form ? `是“${form.title}”` : isRefused ? '按选择不导入' : '没有企业名称等台账必需的列'
  return { sheet, row: table.headerTop + 1, column: null, code: 'V-10', level: 'notice', message: `从第 ${table.headerTop + 1} 行起的表${what}${isRefused ? '' : '，未导入'}` }
}

/**
 * The unit of rows that name none: the 填报单位 line, else the only unit named in the lines above, the sheet's name, the
 * file's name. A 填报单位 line naming a township nobody knows is not overruled by another mention.
 */
function unitOf(stated: string | null, lines: readonly string[], sheetName: string, fileName: string, units: UnitIndex): KnownUnit | null {
  const named = stated === null ? null : units.find(stated)
  if (named) return named
  const bare = stated?.replace(/\([^()]*\)$/, '') ?? ''
  if (/(?:街道|镇|乡)$/.test(bare)) return null
  const stem = fileName.replace(/\.[^.]*$/, '')
  return firstWithin(units, lines) ?? units.find(sheetName) ?? units.within(sheetName) ?? units.find(stem) ?? units.within(stem)
}

/** The first lines of a cover sheet, or of a page's title kept in a table of its own. */
function coverLines(sheet: PlainSheet): string[] {
  return sheet.rows.slice(0, 40).flatMap((row) => row.map(cellText).filter((text) => text.trim() !== ''))
}

/** The unit all placed rows share; null when they have several or none. */
function onlyUnit(rows: readonly { unit: KnownUnit | null }[]): KnownUnit | null {
  const placed = rows.flatMap((row) => row.unit ?? [])
  const [first] = placed
  return first && placed.every((unit) => unit.id === first.id) ? first : null
}

import type { ImportAction, KeptSide } from '../../../shared/contract/import'
import type { Problem, ProblemLevel } from '../../../shared/contract/problem'
import { columnLetters } from '../excel/columnLetters'
import type { ImportField, ImportFields } from './importField'
import type { KnownEnterprise } from './knownLedger'
import type { PlannedLiaison } from './planLiaisons'
import type { FieldConflict } from './issued/sinceIssued'
import type { PlannedOrg } from './planOrgs'
import type { LedgerSheetRow } from './readRows'
import type { IssuedValues } from './sheetRow'
import type { KnownUnit } from './unitIndex'

export interface PlanFile {
  fileId: string
  name: string
  form: 'F01' | 'F02'
  rows: readonly LedgerSheetRow[]
  /** The unit the file speaks for. */
  unit: KnownUnit | null
  /** 填报时间: the day its facts are stated for. */
  filledOn: string | null
  /** Enterprises as they were sent out, by id, when the file is a form of ours that came back. */
  issued: ReadonlyMap<number, IssuedValues<ImportField, ImportFields>> | null
  /** Whose values count where ledger and sheet both changed a field since the sheet was sent out. */
  keepOf(row: { sheet: string; row: number }): KeptSide
  /** The organisation a person says the row belongs to; null where nobody did. */
  orgNameOf(row: { sheet: string; row: number }): string | null
}

export interface FieldChange {
  field: ImportField
  before: ImportFields[ImportField] | null
  /** Null: emptied. */
  after: ImportFields[ImportField] | null
}

/** One row of one file and what the commit would do with it. */
export interface PlanEntry {
  file: PlanFile
  row: LedgerSheetRow
  action: ImportAction
  known: KnownEnterprise | null
  unit: KnownUnit | null
  /** The row's facts after its cells were held against each other. */
  facts: Partial<ImportFields>
  /** Key of the stated name. */
  nameKey: string
  /** For a known enterprise: what differs, field by field. */
  changes: FieldChange[]
  /** For a new one: everything it would hold. One object a row, because a file may bring a hundred thousand. */
  added: Partial<ImportFields>
  org: PlannedOrg | null
  liaison: PlannedLiaison | null
  /** Fields that the ledger and the row both changed since the sheet was sent out. */
  conflicts: FieldConflict[]
  /** Whose values of these are taken. */
  keep: KeptSide
  /** What keeps the row out: another unit's row, or record, of the same enterprise. */
  rival: PlanEntry | KnownEnterprise | null
  problems: Problem[]
}

/** One row of one file among those of a run. */
export function rowKey({ fileId, sheet, row }: { fileId: string; sheet: string; row: number }): string {
  return `${fileId}|${row}|${sheet}`
}

/** Whether a rival is a row of the files. */
export function isEntry(rival: PlanEntry | KnownEnterprise): rival is PlanEntry {
  return 'row' in rival
}

export type Report = (code: string, level: ProblemLevel, field: ImportField, message: string) => void

/** Adds findings to an entry, with the cell the field was read from. */
export function reporter(entry: PlanEntry): Report {
  return (code, level, field, message) => {
    const column = entry.row.columns.get(field)
    entry.problems.push({
      sheet: entry.row.sheet,
      row: entry.row.row,
      column: column === undefined ? null : columnLetters(column),
      code,
      level,
      message,
    })
  }
}

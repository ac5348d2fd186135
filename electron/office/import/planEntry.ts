import type { ImportAction } from '../../../shared/contract/import'
import type { Problem, ProblemLevel } from '../../../shared/contract/problem'
import { columnLetters } from '../excel/columnLetters'
import type { ImportField, ImportFields } from './importField'
import type { KnownEnterprise } from './knownLedger'
import type { PlannedLiaison } from './planLiaisons'
import type { PlannedOrg } from './planOrgs'
import type { LedgerSheetRow } from './readRows'
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
}

export interface FieldChange {
  field: ImportField
  before: ImportFields[ImportField] | null
  after: ImportFields[ImportField]
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
  problems: Problem[]
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

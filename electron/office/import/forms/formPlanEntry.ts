import type { ImportAction, KeptSide, PlannedRow } from '../../../../shared/contract/import'
import type { Problem, ProblemLevel } from '../../../../shared/contract/problem'
import type { FieldValue } from '../../../../shared/record/field'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { columnLetters } from '../../excel/columnLetters'
import type { ReadForm } from './formFields'
import type { FormSheetRow } from './formSheetRow'

export interface FormFile {
  fileId: string
  name: string
}

/** One record a row writes; `columns` says from which field of the form each of its values comes. */
export interface EntryRecord {
  kind: RecordKind
  /** Negative for a new record. */
  id: number
  version?: number
  values: Record<string, FieldValue>
  columns: Record<string, string>
}

/** One row of one of the forms F03 to F12 and what a commit would do with it. */
export interface FormPlanEntry {
  file: FormFile
  form: ReadForm
  row: FormSheetRow
  action: ImportAction
  /** What the row speaks of; `id` is null where nothing in the ledger answers to it, and negative for what it adds. */
  target: { kind: RecordKind; id: number | null; name: string }
  unitName: string
  /** Before and after as people read them ("" for blank), by field of the form. */
  changes: { field: string; label: string; before: string; after: string }[]
  /** Fields that ledger and row both changed since the sheet was sent out, as people read them. */
  conflicts: PlannedRow['conflicts']
  /** Whose values of these are taken. */
  keep: KeptSide
  /** In the order they are written; one without values is only looked at by the rules. */
  records: EntryRecord[]
  problems: Problem[]
}

/** Adds a finding to an entry, at the cell its field was read from. */
export function reportAt(entry: Pick<FormPlanEntry, 'row' | 'problems'>, field: string | null, finding: { code: string; level: ProblemLevel; message: string }): void {
  const { row, problems } = entry
  const column = field === null ? undefined : row.columns.get(field)
  problems.push({ sheet: row.sheet, row: row.row, column: column === undefined ? null : columnLetters(column), ...finding })
}

import type { ImportPolicy, KeptSide } from '../../../../shared/contract/import'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { DraftLedger } from './draftLedger'
import { entryDraft, type EntryDraft } from './entryDraft'
import type { FormPlanEntry, FormFile } from './formPlanEntry'
import type { ReadForm } from './formFields'
import type { FormSheetRow, IssuedFormValues } from './readFormTable'
import type { KnownRecords } from './knownRecords'

/** A table of one form with the file it came in. */
export interface PlannedTable {
  file: FormFile
  form: ReadForm
  sheet: string
  /** Lines above it. */
  above: readonly string[]
  filledOn: CalendarDate | null
  /** Records as they were sent out, by id; empty for a table that was not. */
  issued: ReadonlyMap<number, IssuedFormValues>
  /** Whose values count where ledger and sheet both changed a field since the sheet was sent out. */
  keepOf(row: { sheet: string; row: number }): KeptSide
  rows: readonly FormSheetRow[]
}

/** What a planner of one form is given; it goes over the rows of all files in their order. */
export interface PlanScene {
  ledger: DraftLedger
  known: Omit<KnownRecords, 'records'>
  policy: ImportPolicy
}

export interface RowScene extends PlanScene {
  table: PlannedTable
  /** The day the row's facts are stated for. */
  day: CalendarDate
}

/** Plans one row; the draft of the ledger already holds what the rows before it do. */
export type RowPlanner = (row: FormSheetRow, draft: EntryDraft, scene: RowScene) => FormPlanEntry

/** Prepares the lookups of one form and answers how its rows are planned. */
export type FormPlanner = (scene: PlanScene, tables: readonly PlannedTable[]) => RowPlanner

/** Entries of the tables of one form, row by row. Pure: the same input gives the same entries. */
export function planForm(planner: FormPlanner, tables: readonly PlannedTable[], scene: PlanScene): FormPlanEntry[] {
  const planRow = planner(scene, tables)
  return tables.flatMap((table) => {
    const own: RowScene = { ...scene, table, day: table.filledOn ?? scene.known.today }
    return table.rows.map((row) => {
      const draft = entryDraft({ file: table.file, form: table.form, row, policy: scene.policy, ledger: scene.ledger, keep: table.keepOf(row) })
      return row.blocked ? draft.entry : planRow(row, draft, own)
    })
  })
}

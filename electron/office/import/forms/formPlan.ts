import type { ImportPolicy, KeptSide } from '../../../../shared/contract/import'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { DraftLedger, DraftRecord } from './draftLedger'
import { entryDraft, type EntryDraft } from './entryDraft'
import type { Found } from './finders'
import type { FormPlanEntry, FormFile } from './formPlanEntry'
import type { ReadForm } from './formFields'
import type { FormSheetRow, IssuedFormValues } from './formSheetRow'
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
  /** The day it was sent out. */
  issuedOn: CalendarDate | null
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

/**
 * Entries of the tables of one form, in the order of their rows. Rows that were sent out are planned first: a row copied
 * from one of them must not pass for it. Pure: the same input gives the same entries.
 */
export function planForm(planner: FormPlanner, tables: readonly PlannedTable[], scene: PlanScene): FormPlanEntry[] {
  const planRow = planner(scene, tables)
  const rows = tables.flatMap((table) => {
    const own: RowScene = { ...scene, table, day: table.filledOn ?? scene.known.today }
    return table.rows.map((row) => ({ row, own }))
  })
  const planned = new Map<FormSheetRow, FormPlanEntry>()
  for (const { row, own } of [...rows.filter(({ row }) => row.since), ...rows.filter(({ row }) => !row.since)]) {
    const { file, form, keepOf } = own.table
    const draft = entryDraft({ file, form, row, policy: scene.policy, ledger: scene.ledger, keep: keepOf(row), wording: scene.known.settings })
    planned.set(row, row.blocked ? draft.entry : planIssued(row, draft, own, planRow))
  }
  return rows.flatMap(({ row }) => planned.get(row) ?? [])
}

/** Which records the rows of a form are, by their hidden id. */
const issuedKinds: Readonly<Partial<Record<ReadForm, RecordKind>>> = {
  F03: 'partyOrg', F04: 'assignment', F05: 'visit', F06: 'enterprise', F07: 'partyOrg', F08: 'enterprise', F09: 'enterprise', F10: 'fundEntry', F11S: 'partyOrg',
  F12: 'partyOrg',
}

/** The record a row was sent out as; null for one that was added. */
export function issuedRecord({ ledger, table }: RowScene, { issuedId }: FormSheetRow): DraftRecord | null {
  const kind = issuedKinds[table.form]
  return issuedId === null || !kind ? null : (ledger.get(kind, issuedId) ?? null)
}

/** The record a row was sent out as, whatever it is called by now; else the one its name leads to. */
export function issuedOr(scene: RowScene, row: FormSheetRow, find: () => Found): Found {
  const record = issuedRecord(scene, row)
  return record ? { record } : find()
}

/** A row left as it was sent out changes nothing, and one whose record is gone must not bring it back. */
function planIssued(row: FormSheetRow, draft: EntryDraft, scene: RowScene, planRow: RowPlanner): FormPlanEntry {
  if (!row.since) return planRow(row, draft, scene)
  const record = issuedRecord(scene, row)
  if (!record) {
    draft.report(null, 'V-47', 'warning', '该记录在表格发放后已从台账删除，本行未导入；确需恢复请在回收站办理')
    return draft.entry
  }
  const entry = planRow(row, draft, scene)
  return row.since.isTouched ? entry : draft.leave(record, titleOf(row))
}

/** What a row speaks of, in the words of its first columns. */
function titleOf({ values }: FormSheetRow): string {
  const said = ['visitedOn', 'occurredOn', 'liaisonName', 'partyOrgName', 'payeeName', 'enterpriseName'].flatMap((field) => values[field] ?? [])
  return said.join(' ')
}

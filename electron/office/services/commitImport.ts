import type { EntityManager } from '../db/gate'
import type { AuditAction } from '../../../shared/domain/auditAction'
import { quoted } from '../../../shared/domain/quoted'
import type { AbsenceDecision } from '../../../shared/contract/absence'
import type { ImportCounts } from '../../../shared/contract/import'
import type { Problem } from '../../../shared/contract/problem'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { bulkInsert, nextId } from '../db/bulkInsert'
import { ImportBatch } from '../db/entities/importBatch'
import { ImportRow } from '../db/entities/importRow'
import { ImportRun } from '../db/entities/importRun'
import type { NewRow } from '../db/newRow'
import type { PlannedTable } from '../import/forms/formPlan'
import type { FormPlanEntry } from '../import/forms/formPlanEntry'
import { writtenFields } from '../import/planChanges'
import { isEntry, type PlanEntry } from '../import/planEntry'
import { OfficeError } from '../officeError'
import { commitPlan } from './commitPlan'
import type { CommitStamp, EntryIds } from './commitStamp'
import { countEntries } from './importCounts'
import { createImportRecorder } from './importRecorder'
import { runForms } from './runForms'
import { groupBy } from './groupBy'
import {
  entriesOf, fileProblems, formOf, isFormEntry, nameOf, newLiaisonsOf, newOrgsOf, sameForms, unitOf, type RunEntry, type RunPlan,
} from './runPlan'
import type { StoredReading } from './storedReading'
import { writeAbsences } from './writeAbsences'
import { beginEdit, writeEntries, writeRanges, type EntryDraft } from './writeHistory'

export interface ImportStamp extends Omit<CommitStamp, 'recorder'> {
  /** Name typed by the person; "" when none was given. */
  operator: string
  settings: OfficeSettings
  /** Is told of every row on its way into a table; stops the import by throwing. */
  watch<R>(rows: Iterable<R>): Iterable<R>
}

export interface CommittedImport {
  runId: number
  editId: number
  totals: ImportCounts
}

/** The action under which changed records of an import stand in their history: their import row tells of them too. */
export const importAction = '导入' satisfies AuditAction

export interface CommittedRun {
  /** As it was shown. */
  plan: RunPlan
  readings: readonly StoredReading[]
  /** Of the forms F03 to F12. */
  tables: readonly PlannedTable[]
  /** What became of enterprises the plan lists as absent. */
  decisions: readonly AbsenceDecision[]
  /** Why units reported so much more or less than the ledger has; '' where nobody said. */
  reason: string
}

/**
 * Writes a plan as one edit with its record: a run, a batch a file, an import row a sheet row. Changed records are audit
 * entries of the edit, added ones ranges of ids; what the forms F03 to F12 bring, which are fewer, are entries alike
 * (docs/domain.md 11.10). Throws OfficeError `conflict` where a row of those forms would do something else than was shown.
 */
export async function commitImport(manager: EntityManager, { plan: shown, readings, tables, decisions, reason }: CommittedRun, stamp: ImportStamp): Promise<CommittedImport> {
  const { ledger } = shown
  const totals = countEntries(entriesOf(shown), readings.flatMap((stored) => fileProblems(shown, stored.fileId, stored.reading.problems)))
  const runId = await nextId(manager, ImportBatch)
  const editId = await beginEdit(manager, { ...stamp, label: labelOf(readings, totals), runId, action: importAction })
  const recorder = createImportRecorder(manager, stamp.at, (rows) => stamp.watch(rows))
  const ids = await commitPlan(manager, ledger, { ...stamp, recorder })
  const forms = tables.length === 0 ? [] : await runForms(manager, { tables, policy: ledger.policy, stamp: { ...stamp, editId } })
  if (!sameForms(shown.forms, forms)) throw new OfficeError('conflict', { reason: 'plan' })
  const plan: RunPlan = { ...shown, forms }
  await bulkInsert(manager, ImportRun, [runOf(runId, plan)], stamp.at)
  const batches = new Map(readings.map((stored, i) => [stored.fileId, runId + i]))
  await bulkInsert(manager, ImportBatch, readings.map((stored, i) => batchOf(stored, plan, { ...stamp, id: runId + i, runId, editId, reason })), stamp.at)
  await writeRows(manager, plan, ids, batches, stamp)
  const drafts = recorder.changed.map((changed) => ({ ...changed, action: importAction }) satisfies EntryDraft)
  await writeEntries(manager, editId, drafts, stamp)
  await writeAbsences(manager, runId, { absent: ledger.absent, decisions }, { ...stamp, editId })
  await writeRanges(manager, editId, recorder.added.map((range) => ({ ...range, removed: false })), { ...stamp, action: importAction })
  return { runId, editId, totals }
}

function labelOf(readings: readonly StoredReading[], { add, change }: ImportCounts): string {
  const [first] = readings
  const files = readings.length > 1 ? `等 ${readings.length} 个文件` : ''
  return `导入${quoted(first?.name ?? '')}${files}(新增 ${add}，变更 ${change})`
}

function runOf(id: number, plan: RunPlan): NewRow<ImportRun> {
  const { policy, erases } = plan.ledger
  return { id, policy, erases, newOrgs: newOrgsOf(plan.ledger), newLiaisons: newLiaisonsOf(plan) }
}

interface BatchStamp {
  id: number
  runId: number
  editId: number
  at: string
  operator: string
  reason: string
}

function batchOf(stored: StoredReading, plan: RunPlan, { id, runId, editId, at, operator, reason }: BatchStamp): NewRow<ImportBatch> {
  const { reading } = stored
  const entries = entriesOf(plan).filter((entry) => entry.file.fileId === stored.fileId)
  const table = reading.sheets.find((sheet) => sheet.headerRow !== null)
  const problems = fileProblems(plan, stored.fileId, reading.problems).map((problem) =>
    problem.code === 'V-43' && reason !== '' ? { ...problem, message: `${problem.message}；说明的原因：${reason}` } : problem,
  )
  return {
    id,
    runId,
    editId,
    fileName: stored.name,
    sha256: stored.sha256,
    sheet: table?.name ?? null,
    form: reading.form?.id ?? '',
    unit: plan.units.get(stored.fileId) ?? null,
    headerRow: table?.headerRow ?? null,
    mapping: table?.mapping ?? null,
    counts: countEntries(entries, problems),
    startedAt: at,
    operator,
    filledOn: reading.filledOn,
    problems,
    byUnit: countUnits(entries, problems),
    corrected: [...stored.corrected],
  }
}

/** What a file says of each unit, by form. Its own findings count where it speaks of one unit only. */
function countUnits(entries: readonly RunEntry[], problems: readonly Problem[]): ImportBatch['byUnit'] {
  const units = groupBy(entries, (entry) => unitOf(entry)?.id ?? null)
  return [...units].flatMap(([unitId, own]) => {
    return [...groupBy(own, formOf)].map(([form, rows], i) => {
      return { unitId, form, held: rows.filter(isHeld).length, ...countEntries(rows, units.size === 1 && i === 0 ? problems : []) }
    })
  })
}

function isHeld({ action, problems }: RunEntry): boolean {
  return action === 'skip' && problems.some(({ level }) => level === 'error')
}

async function writeRows(manager: EntityManager, plan: RunPlan, ids: EntryIds, batches: ReadonlyMap<string, number>, stamp: ImportStamp): Promise<void> {
  const first = await nextId(manager, ImportRow)
  function* rows(): Generator<NewRow<ImportRow>> {
    for (const [i, entry] of entriesOf(plan).entries()) {
      const place = { id: first + i, batchId: batches.get(entry.file.fileId) ?? 0, sheet: entry.row.sheet, sheetRow: entry.row.row, name: nameOf(entry), unitId: unitOf(entry)?.id ?? null }
      if (isFormEntry(entry)) yield { ...place, ...formRow(entry) }
      else yield { ...place, ...ledgerRow(entry, ids.get(entry) ?? entry.known?.id ?? null) }
    }
  }
  await bulkInsert(manager, ImportRow, stamp.watch(rows()), stamp.at)
}

type RowContent = Omit<NewRow<ImportRow>, 'id' | 'batchId' | 'sheet' | 'sheetRow' | 'name' | 'unitId'>

function ledgerRow(entry: PlanEntry, targetId: number | null): RowContent {
  const { changes, known } = entry
  return {
    form: entry.file.form,
    targetKind: 'enterprise',
    targetId,
    action: entry.action,
    before: known && changes.length > 0 ? Object.fromEntries(changes.map(({ field, before }) => [field, before])) : null,
    after: entry.action === 'add' || entry.action === 'change' ? writtenFields(entry) : null,
    problems: entry.problems,
    rival: entry.rival && rivalOf(entry.rival),
  }
}

function rivalOf(rival: NonNullable<PlanEntry['rival']>): ImportRow['rival'] {
  if (!isEntry(rival)) return { unit: rival.unitName, file: null, sheet: null, row: null }
  return { unit: rival.unit?.name ?? '', file: rival.file.name, sheet: rival.row.sheet, row: rival.row.row }
}

/** Before and after as people were shown them. */
function formRow({ form, target, action, changes, problems }: FormPlanEntry): RowContent {
  const shown = (which: 'before' | 'after'): Record<string, unknown> => Object.fromEntries(changes.map((change) => [change.field, change[which]]))
  return {
    form,
    targetKind: target.kind,
    targetId: target.id,
    action,
    before: action === 'change' ? shown('before') : null,
    after: action === 'add' || action === 'change' ? shown('after') : null,
    problems,
  }
}

import type { EntityManager } from '../db/gate'
import { quoted } from '../../../shared/domain/quoted'
import type { ImportCounts, ImportPlan } from '../../../shared/contract/import'
import { bulkInsert, nextId } from '../db/bulkInsert'
import { ImportBatch } from '../db/entities/importBatch'
import { ImportRow } from '../db/entities/importRow'
import { ImportRun } from '../db/entities/importRun'
import type { NewRow } from '../db/newRow'
import { writtenFields } from '../import/planChanges'
import type { PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'
import { commitPlan } from './commitPlan'
import type { CommitStamp, EntryIds } from './commitStamp'
import { countEntries } from './importCounts'
import { createImportRecorder } from './importRecorder'
import type { StoredReading } from './readingStore'
import { beginEdit, writeEntries, writeRanges } from './writeHistory'

export interface ImportStamp extends Omit<CommitStamp, 'recorder'> {
  /** Name typed by the person; "" when none was given. */
  operator: string
  /** Is told of every row on its way into a table; stops the import by throwing. */
  watch<R>(rows: Iterable<R>): Iterable<R>
}

export interface CommittedImport {
  runId: number
  editId: number
  totals: ImportCounts
}

/** The action under which changed records of an import stand in their history: their import row tells of them too. */
export const importAction = '导入'

/**
 * Writes a plan as one edit with its record: a run, a batch a file, an import row a sheet row. Changed records are audit
 * entries of the edit, added ones ranges of ids (docs/domain.md 11.10).
 */
export async function commitImport(manager: EntityManager, plan: Plan, readings: readonly StoredReading[], newOrgs: ImportPlan['newOrgs'], stamp: ImportStamp): Promise<CommittedImport> {
  const totals = countEntries(plan.entries, allFileProblems(plan, readings))
  const runId = await nextId(manager, ImportBatch)
  const editId = await beginEdit(manager, { ...stamp, label: labelOf(readings, totals), runId })
  const recorder = createImportRecorder(manager, stamp.at, (rows) => stamp.watch(rows))
  const ids = await commitPlan(manager, plan, { ...stamp, recorder })
  await bulkInsert(manager, ImportRun, [runOf(runId, plan, newOrgs)], stamp.at)
  const batches = new Map(readings.map((stored, i) => [stored.fileId, runId + i]))
  await bulkInsert(manager, ImportBatch, readings.map((stored, i) => batchOf(stored, plan, { ...stamp, id: runId + i, runId, editId })), stamp.at)
  await writeRows(manager, plan, ids, batches, stamp)
  const drafts = recorder.changed.map((changed) => ({ ...changed, action: importAction }))
  await writeEntries(manager, editId, drafts, stamp)
  await writeRanges(manager, editId, recorder.added.map((range) => ({ ...range, removed: false })), stamp.at)
  return { runId, editId, totals }
}

function labelOf(readings: readonly StoredReading[], { add, change }: ImportCounts): string {
  const [first] = readings
  const files = readings.length > 1 ? `等 ${readings.length} 个文件` : ''
  return `导入${quoted(first?.name ?? '')}${files}(新增 ${add}，变更 ${change})`
}

function allFileProblems(plan: Plan, readings: readonly StoredReading[]) {
  return [...readings.flatMap(({ reading }) => reading.problems), ...plan.fileProblems]
}

function runOf(id: number, plan: Plan, newOrgs: ImportPlan['newOrgs']): NewRow<ImportRun> {
  return { id, policy: plan.policy, newOrgs, newLiaisons: plan.liaisons.filter(({ existing }) => existing === null).length }
}

interface BatchStamp {
  id: number
  runId: number
  editId: number
  at: string
  operator: string
}

function batchOf(stored: StoredReading, plan: Plan, { id, runId, editId, at, operator }: BatchStamp): NewRow<ImportBatch> {
  const { reading } = stored
  const entries = plan.entries.filter((entry) => entry.file.fileId === stored.fileId)
  const table = reading.sheets.find((sheet) => sheet.headerRow !== null)
  const planned = plan.fileProblems.filter(({ fileId }) => fileId === stored.fileId).map(({ fileId: _fileId, ...problem }) => problem)
  const problems = [...reading.problems, ...planned]
  return {
    id,
    runId,
    editId,
    fileName: stored.name,
    sha256: stored.sha256,
    sheet: table?.name ?? null,
    form: reading.form?.id ?? '',
    unit: entries[0]?.file.unit?.name ?? null,
    headerRow: table?.headerRow ?? null,
    mapping: table?.mapping ?? null,
    counts: countEntries(entries, problems),
    startedAt: at,
    operator,
    filledOn: reading.filledOn,
    problems,
    byUnit: countUnits(entries),
  }
}

function countUnits(entries: readonly PlanEntry[]): ImportBatch['byUnit'] {
  const units = new Map<number, PlanEntry[]>()
  for (const entry of entries) {
    if (!entry.unit) continue
    const own = units.get(entry.unit.id)
    if (own) own.push(entry)
    else units.set(entry.unit.id, [entry])
  }
  return [...units].map(([unitId, own]) => ({ unitId, ...countEntries(own, []) }))
}

async function writeRows(manager: EntityManager, plan: Plan, ids: EntryIds, batches: ReadonlyMap<string, number>, stamp: ImportStamp): Promise<void> {
  const first = await nextId(manager, ImportRow)
  function* rows(): Generator<NewRow<ImportRow>> {
    for (const [i, entry] of plan.entries.entries()) {
      const batchId = batches.get(entry.file.fileId) ?? 0
      const targetId = ids.get(entry) ?? entry.known?.id ?? null
      yield rowOf(entry, first + i, batchId, targetId)
    }
  }
  await bulkInsert(manager, ImportRow, stamp.watch(rows()), stamp.at)
}

function rowOf(entry: PlanEntry, id: number, batchId: number, targetId: number | null): NewRow<ImportRow> {
  const { changes, known } = entry
  return {
    id,
    batchId,
    sheet: entry.row.sheet,
    sheetRow: entry.row.row,
    targetKind: 'enterprise',
    targetId,
    action: entry.action,
    before: known && changes.length > 0 ? Object.fromEntries(changes.map(({ field, before }) => [field, before])) : null,
    after: entry.action === 'add' || entry.action === 'change' ? writtenFields(entry) : null,
    problems: entry.problems,
  }
}

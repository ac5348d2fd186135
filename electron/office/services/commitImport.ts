import type { EntityManager } from '../db/gate'
import type { ImportCounts } from '../../../shared/contract/import'
import { bulkInsert, nextId } from '../db/bulkInsert'
import { AuditEntry } from '../db/entities/auditEntry'
import { ImportBatch } from '../db/entities/importBatch'
import { ImportRow } from '../db/entities/importRow'
import type { NewRow } from '../db/newRow'
import { writtenFields } from '../import/planChanges'
import type { PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'
import { commitPlan } from './commitPlan'
import type { CommitStamp, EntryIds } from './commitStamp'
import { countEntries } from './importCounts'
import type { StoredReading } from './readingStore'

export interface ImportStamp extends CommitStamp {
  /** Name typed by the person; "" when none was given. */
  operator: string
}

/**
 * Writes a plan with its record: one batch and one audit entry a file, one import row a sheet row. The import rows are
 * the history of each enterprise they touched, with old and new values.
 */
export async function commitImport(manager: EntityManager, plan: Plan, readings: readonly StoredReading[], stamp: ImportStamp): Promise<{ batchId: number; totals: ImportCounts }> {
  const ids = await commitPlan(manager, plan, stamp)
  const runId = await nextId(manager, ImportBatch)
  const batches = new Map(readings.map((stored, i) => [stored.fileId, runId + i]))
  await bulkInsert(manager, ImportBatch, readings.map((stored, i) => batchOf(stored, runId + i, runId, plan, stamp)), stamp.at)
  await writeRows(manager, plan, ids, batches, stamp)
  const firstAudit = await nextId(manager, AuditEntry)
  await bulkInsert(manager, AuditEntry, readings.map((stored, i) => auditOf(stored, firstAudit + i, runId + i, stamp)), stamp.at)
  return { batchId: runId, totals: countEntries(plan.entries, allFileProblems(plan, readings)) }
}

function allFileProblems(plan: Plan, readings: readonly StoredReading[]) {
  return [...readings.flatMap(({ reading }) => reading.problems), ...plan.fileProblems]
}

function batchOf(stored: StoredReading, id: number, runId: number, plan: Plan, stamp: ImportStamp): NewRow<ImportBatch> {
  const { reading } = stored
  const entries = plan.entries.filter((entry) => entry.file.fileId === stored.fileId)
  const table = reading.sheets.find((sheet) => sheet.headerRow !== null)
  return {
    id,
    runId,
    fileName: stored.name,
    sha256: stored.sha256,
    sheet: table?.name ?? null,
    form: reading.form?.id ?? '',
    unit: entries[0]?.file.unit?.name ?? null,
    headerRow: table?.headerRow ?? null,
    mapping: table?.mapping ?? null,
    counts: countEntries(entries, [...reading.problems, ...plan.fileProblems.filter((problem) => problem.fileId === stored.fileId)]),
    startedAt: stamp.at,
    operator: stamp.operator,
  }
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
  await bulkInsert(manager, ImportRow, rows(), stamp.at)
}

function rowOf(entry: PlanEntry, id: number, batchId: number, targetId: number | null): NewRow<ImportRow> {
  const { changes, known } = entry
  return {
    id,
    batchId,
    sheet: entry.row.sheet,
    sheetRow: entry.row.row,
    targetId,
    action: entry.action,
    before: known && changes.length > 0 ? Object.fromEntries(changes.map(({ field, before }) => [field, before])) : null,
    after: entry.action === 'add' || entry.action === 'change' ? writtenFields(entry) : null,
    problems: entry.problems,
  }
}

function auditOf(stored: StoredReading, id: number, batchId: number, stamp: ImportStamp): NewRow<AuditEntry> {
  return { id, at: stamp.at, operator: stamp.operator, action: '导入', entity: 'importBatch', entityId: batchId, label: stored.name, changes: [], batchId }
}

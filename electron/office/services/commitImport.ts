import type { EntityManager } from 'typeorm'
import type { ImportCounts } from '../../../shared/contract/import'
import { bulkInsert, nextId } from '../db/bulkInsert'
import { AuditEntry } from '../db/entities/auditEntry'
import { ImportBatch } from '../db/entities/importBatch'
import { ImportRow } from '../db/entities/importRow'
import type { NewRow } from '../db/newRow'
import type { Plan, PlanEntry } from '../import/planImport'
import { commitPlan, type CommitStamp, type EntryIds } from './commitPlan'
import { countEntries } from './importCounts'
import type { StoredReading } from './readingStore'

export interface ImportStamp extends CommitStamp {
  /** Name typed by the person; "" when none was given. */
  operator: string
}

/** Writes a plan with its record: one batch a file, one row a sheet row, one audit entry an enterprise touched. */
export async function commitImport(manager: EntityManager, plan: Plan, readings: readonly StoredReading[], stamp: ImportStamp): Promise<{ batchId: number; totals: ImportCounts }> {
  const ids = await commitPlan(manager, plan, stamp)
  const runId = await nextId(manager, ImportBatch)
  const batches = new Map(readings.map((stored, i) => [stored.fileId, runId + i]))
  await bulkInsert(manager, ImportBatch, readings.map((stored, i) => batchOf(stored, runId + i, runId, plan, stamp)), stamp.at)
  await writeRows(manager, plan, ids, batches, stamp)
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
  const rows: NewRow<ImportRow>[] = []
  const audits: NewRow<AuditEntry>[] = []
  let nextRow = await nextId(manager, ImportRow)
  let nextAudit = await nextId(manager, AuditEntry)
  for (const entry of plan.entries) {
    const batchId = batches.get(entry.file.fileId) ?? 0
    const targetId = ids.get(entry) ?? entry.known?.id ?? null
    rows.push(rowOf(entry, nextRow++, batchId, targetId))
    if (entry.action === 'add' || entry.action === 'change') audits.push(auditOf(entry, nextAudit++, batchId, targetId, stamp))
  }
  await bulkInsert(manager, ImportRow, rows, stamp.at)
  await bulkInsert(manager, AuditEntry, audits, stamp.at)
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
    after: changes.length > 0 ? Object.fromEntries(changes.map(({ field, after }) => [field, after])) : null,
    problems: entry.problems,
  }
}

/** An addition's values stand in its import row; the audit entry of a change carries old and new. */
function auditOf(entry: PlanEntry, id: number, batchId: number, entityId: number | null, stamp: ImportStamp): NewRow<AuditEntry> {
  return {
    id,
    at: stamp.at,
    operator: stamp.operator,
    action: '导入',
    entity: 'enterprise',
    entityId,
    label: entry.known?.enterpriseName ?? entry.facts.enterpriseName ?? '',
    changes: entry.known ? entry.changes.map(({ field, before, after }) => ({ field, before, after })) : [],
    batchId,
  }
}

import type { EntityManager } from 'typeorm'
import type { CorrectedCell } from '../../../../shared/contract/correction'
import type { ImportAction, ImportCounts, ImportPlan, ImportPolicy } from '../../../../shared/contract/import'
import type { Problem, ProblemLevel } from '../../../../shared/contract/problem'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { ImportRun } from '../entities/importRun'
import type { ImportRow } from '../entities/importRow'
import { all, amongIds, raw, select, sql, type Sql } from './sql'

export interface RunRecord {
  runId: number
  at: string
  operator: string
  /** Null before runs were kept. */
  policy: ImportPolicy | null
  erases: boolean
  absent: number
  undecided: number
  undoneAt: string | null
  editId: number | null
}

export interface BatchRecord {
  batchId: number
  runId: number
  name: string
  form: string
  unit: string | null
  filledOn: string | null
  sheet: string | null
  sha256: string
  counts: ImportCounts
  problems: Problem[]
  corrected: CorrectedCell[]
}

export interface RowRecord {
  batchId: number
  file: string
  sheet: string
  row: number
  action: ImportAction
  form: string
  kind: RecordKind
  recordId: number | null
  name: string
  unitName: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  problems: Problem[]
  rival: ImportRow['rival']
}

/** Decided and not taken back. */
const decided = raw('(a.choice IS NOT NULL AND a.undone = 0)')

const runColumns = raw(`b.run_id AS "runId", min(b.started_at) AS at, max(b.operator) AS operator, max(b.undone_at) AS "undoneAt",
  (SELECT r.policy FROM import_run r WHERE r.id = b.run_id) AS policy,
  coalesce((SELECT r.erases FROM import_run r WHERE r.id = b.run_id), 0) AS erases,
  (SELECT count(*) FROM import_absence a WHERE a.run_id = b.run_id) AS absent,
  (SELECT count(*) FROM import_absence a WHERE a.run_id = b.run_id AND NOT ${decided.text}) AS undecided,
  (SELECT max(e.id) FROM edit e WHERE e.run_id = b.run_id AND e.undone_by_id IS NULL) AS "editId"`)

async function page(manager: EntityManager, { offset, limit }: { offset: number; limit: number }): Promise<{ total: number; runs: RunRecord[] }> {
  const counts = await select<{ total: number }>(manager, raw('SELECT count(DISTINCT run_id) AS total FROM import_batch'))
  const runs = await runsWhere(manager, raw('TRUE'), sql`LIMIT ${limit} OFFSET ${offset}`)
  return { total: counts[0]?.total ?? 0, runs }
}

async function find(manager: EntityManager, runId: number): Promise<RunRecord | null> {
  return (await runsWhere(manager, sql`b.run_id = ${runId}`, raw('')))[0] ?? null
}

async function runsWhere(manager: EntityManager, where: Sql, range: Sql): Promise<RunRecord[]> {
  const rows = await select<Omit<RunRecord, 'erases'> & { erases: number }>(
    manager,
    sql`SELECT ${runColumns} FROM import_batch b WHERE ${where} GROUP BY b.run_id ORDER BY b.run_id DESC ${range}`,
  )
  return rows.map((row) => ({ ...row, erases: row.erases === 1 }))
}

/** The files of some runs, in their order. */
async function batches(manager: EntityManager, runIds: readonly number[]): Promise<BatchRecord[]> {
  const rows = await select<Omit<BatchRecord, 'counts' | 'problems' | 'corrected'> & { counts: string; problems: string; corrected: string }>(
    manager,
    sql`SELECT b.id AS "batchId", b.run_id AS "runId", b.file_name AS name, b.form AS form, b.unit AS unit, b.filled_on AS "filledOn",
      b.sheet AS sheet, b.sha256 AS sha256, b.counts AS counts, b.problems AS problems, b.corrected AS corrected
    FROM import_batch b WHERE ${amongIds(raw('b.run_id'), runIds)} ORDER BY b.id`,
  )
  return rows.map((row) => ({
    ...row,
    counts: JSON.parse(row.counts) as ImportCounts,
    problems: JSON.parse(row.problems) as Problem[],
    corrected: JSON.parse(row.corrected) as CorrectedCell[],
  }))
}

/** What a run created, as it was called then. */
async function created(manager: EntityManager, runId: number): Promise<{ newOrgs: ImportPlan['newOrgs']; newLiaisons: number }> {
  const run = await manager.findOneBy(ImportRun, { id: runId })
  return { newOrgs: run?.newOrgs ?? [], newLiaisons: run?.newLiaisons ?? 0 }
}

export interface RowQuery {
  runId: number
  batchId?: number | undefined
  form?: string | undefined
  action?: ImportAction | undefined
  level?: ProblemLevel | undefined
  crossUnit: boolean
  of?: { kind: RecordKind; id: number } | undefined
}

function rowsSql(query: RowQuery): Sql {
  const { runId, batchId, form, action, level, crossUnit, of } = query
  const conditions = [sql`b.run_id = ${runId}`]
  if (batchId !== undefined) conditions.push(sql`b.id = ${batchId}`)
  if (form !== undefined) conditions.push(sql`r.form = ${form}`)
  if (action !== undefined) conditions.push(sql`r.action = ${action}`)
  if (level !== undefined) conditions.push(sql`r.problems LIKE ${`%"level":"${level}"%`}`)
  if (crossUnit) conditions.push(raw('r.rival IS NOT NULL'))
  if (of) conditions.push(sql`r.target_kind = ${of.kind} AND r.target_id = ${of.id}`)
  return sql`FROM import_batch b JOIN import_row r ON r.batch_id = b.id WHERE ${all(conditions)}`
}

async function countRows(manager: EntityManager, query: RowQuery): Promise<number> {
  return (await select<{ total: number }>(manager, sql`SELECT count(*) AS total ${rowsSql(query)}`))[0]?.total ?? 0
}

async function rows(manager: EntityManager, query: RowQuery & { offset: number; limit: number }): Promise<RowRecord[]> {
  const found = await select<Omit<RowRecord, 'before' | 'after' | 'problems' | 'rival'> & Record<'before' | 'after' | 'rival', string | null> & { problems: string }>(
    manager,
    sql`SELECT b.id AS "batchId", b.file_name AS file, r.sheet AS sheet, r.sheet_row AS row, r.action AS action, r.form AS form,
      r.target_kind AS kind, r.target_id AS "recordId", coalesce(nullif(r.name, ''), (
        SELECT e.name FROM enterprise e WHERE r.target_kind = 'enterprise' AND e.id = r.target_id
      ), '') AS name,
      coalesce((SELECT u.name FROM unit u WHERE u.id = r.unit_id), '') AS "unitName",
      r.before AS before, r.after AS after, r.problems AS problems, r.rival AS rival
    ${rowsSql(query)} ORDER BY r.id LIMIT ${query.limit} OFFSET ${query.offset}`,
  )
  return found.map(({ before, after, problems, rival, ...row }) => ({
    ...row,
    before: parsed(before),
    after: parsed(after),
    problems: JSON.parse(problems) as Problem[],
    rival: parsed(rival),
  }))
}

function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T)
}

/** What the rows of each form came to, with their findings. */
async function forms(manager: EntityManager, runId: number): Promise<(ImportCounts & { form: string })[]> {
  const found = (level: ProblemLevel): Sql =>
    sql`coalesce(sum((SELECT count(*) FROM json_each(r.problems) p WHERE json_extract(p.value, '$.level') = ${level})), 0)`
  return select<ImportCounts & { form: string }>(
    manager,
    sql`SELECT r.form AS form, count(*) AS rows, sum(r.action = 'add') AS "add", sum(r.action = 'change') AS change, sum(r.action = 'same') AS same,
      sum(r.action = 'skip') AS skipped, ${found('error')} AS errors, ${found('warning')} AS warnings, ${found('notice')} AS notices
    ${rowsSql({ runId, crossUnit: false })} GROUP BY r.form ORDER BY r.form`,
  )
}

export const runRepository = { page, find, batches, created, forms, countRows, rows }

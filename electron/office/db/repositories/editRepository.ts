import type { EntityManager } from 'typeorm'
import type { LogFilter } from '../../../../shared/contract/log'
import { definitionOf, recordKinds, type RecordKind } from '../../../../shared/record/recordKind'
import type { AuditChange } from '../entities/auditEntry'
import { Edit } from '../entities/edit'
import { columnOf, tableOf } from './recordSql'
import { all, join, oneOf, raw, select, sql, type Sql } from './sql'

export interface EditRecord {
  id: number
  at: string
  operator: string
  label: string
  records: number
  undoesId: number | null
  undoneById: number | null
  /** The import it is, takes back or brings again. */
  runId: number | null
}

/** A line of the 操作日志: an edit, or under a negative id what was done besides; `records` is null where none were meant. */
export interface LogLine extends Omit<EditRecord, 'records'> {
  action: string
  records: number | null
}

export interface EntryRecord {
  at: string
  operator: string
  action: string
  entity: RecordKind
  entityId: number
  label: string
  editId: number | null
  /** The import the edit is; null for other edits, undos and redos among them. */
  runId: number | null
  changes: AuditChange[]
}

/** An entry about something that is no record: setting, importBatch, period. */
export type OtherEntry = Omit<EntryRecord, 'entity'> & { entity: string }

export interface EditQuery extends LogFilter {
  offset: number
  limit: number
}

/**
 * The lines of the log: edits by their head entries, and under negative ids what was done besides. An entry of an import
 * made before imports were edits stands for its batch.
 */
const done = raw(`FROM audit_entry a LEFT JOIN edit e ON a.entity = 'edit' AND e.id = a.entity_id
  WHERE a.edit_id IS NULL AND a.entity <> 'editRange'`)

const lineColumns = raw(`coalesce(e.id, -a.id) AS id, a.at AS at, a.operator AS operator, a.action AS action,
  CASE a.entity WHEN 'importBatch' THEN '导入“' || a.label || '”' WHEN 'period' THEN a.action || '报告期“' || a.label || '”'
    WHEN 'backup' THEN a.action || '“' || a.label || '”' ELSE a.label END AS label,
  CASE WHEN e.id IS NOT NULL THEN e.records
    WHEN a.entity = 'importBatch' THEN (SELECT count(*) FROM import_row r WHERE r.batch_id = a.batch_id AND r.action IN ('add', 'change'))
    WHEN a.entity = 'period' THEN 1 ELSE NULL END AS records,
  e.undoes_id AS "undoesId", e.undone_by_id AS "undoneById", e.run_id AS "runId"`)

/** 操作日志, the latest first. */
async function page(manager: EntityManager, query: EditQuery): Promise<{ total: number; rows: LogLine[] }> {
  const where = all(conditionsOf(query))
  const counts = await select<{ total: number }>(manager, sql`SELECT count(*) AS total ${done} AND ${where}`)
  const rows = await select<LogLine>(
    manager,
    sql`SELECT ${lineColumns} ${done} AND ${where} ORDER BY a.id DESC LIMIT ${query.limit} OFFSET ${query.offset}`,
  )
  return { total: counts[0]?.total ?? 0, rows }
}

function conditionsOf({ search, operator, from, to, actions = [], kinds = [] }: LogFilter): Sql[] {
  const day = raw("date(a.at, '+8 hours')")
  const ofEdit = raw('SELECT 1 FROM audit_entry x WHERE x.edit_id = e.id')
  const conditions: Sql[] = []
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`a.label LIKE ${like} ESCAPE '\\' OR EXISTS (${ofEdit} AND x.label LIKE ${like} ESCAPE '\\')`)
  }
  if (operator) conditions.push(sql`a.operator = ${operator}`)
  if (from) conditions.push(sql`${day} >= ${from}`)
  if (to) conditions.push(sql`${day} <= ${to}`)
  if (actions.length > 0) {
    conditions.push(sql`${oneOf(raw('a.action'), actions)} OR EXISTS (${ofEdit} AND ${oneOf(raw('x.action'), actions)})`)
  }
  if (kinds.length > 0) {
    const ranges = sql`SELECT 1 FROM edit_range g WHERE g.edit_id = e.id AND ${oneOf(raw('g.kind'), kinds)}`
    conditions.push(sql`EXISTS (${ofEdit} AND ${oneOf(raw('x.entity'), kinds)}) OR EXISTS (${ranges})`)
  }
  return conditions
}

async function find(manager: EntityManager, id: number): Promise<EditRecord | null> {
  return manager.findOneBy(Edit, { id })
}

/** What an edit changed, in the order it was written. */
async function entries(manager: EntityManager, editId: number, limit = -1): Promise<EntryRecord[]> {
  return parsed(
    await select(manager, sql`SELECT ${entryColumns} FROM audit_entry a WHERE a.edit_id = ${editId} ORDER BY a.id LIMIT ${limit}`),
  )
}

/** One audit entry that belongs to no edit. */
async function entry(manager: EntityManager, id: number): Promise<OtherEntry | null> {
  const rows = await select<Omit<OtherEntry, 'changes'> & { changes: string }>(
    manager,
    sql`SELECT ${entryColumns} FROM audit_entry a WHERE a.id = ${id} AND a.edit_id IS NULL`,
  )
  return rows[0] ? { ...rows[0], changes: JSON.parse(rows[0].changes) as AuditChange[] } : null
}

const entryColumns = raw(`a.at AS at, a.operator AS operator, a.action AS action, a.entity AS entity,
  a.entity_id AS "entityId", a.label AS label, a.edit_id AS "editId", a.changes AS changes,
  (SELECT e.run_id FROM edit e WHERE e.id = a.edit_id AND e.undoes_id IS NULL) AS "runId"`)

function parsed(rows: readonly (Omit<EntryRecord, 'changes'> & { changes: string })[]): EntryRecord[] {
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as AuditChange[] }))
}

/**
 * What edits did to a record and, for an enterprise or organisation, to the records that hang on it; the latest first.
 * `except`: an action that is told of elsewhere.
 */
async function history(manager: EntityManager, kind: RecordKind, id: number, except = ''): Promise<EntryRecord[]> {
  const conditions = family(manager, kind, id).map(({ kind: of, ids }) => sql`(a.entity = ${of} AND a.entity_id IN (${ids}))`)
  const where = sql`(${join(conditions, ' OR ')}) AND a.action <> ${except}`
  return parsed(await select(manager, sql`SELECT ${entryColumns} FROM audit_entry a WHERE ${where} ORDER BY a.id DESC LIMIT 1000`))
}

/** A record and what hangs on it, by kind as a SELECT of their ids. */
function family(manager: EntityManager, kind: RecordKind, id: number): { kind: RecordKind; ids: Sql }[] {
  const own = { kind, ids: sql`SELECT ${id} AS id` }
  if (kind !== 'enterprise' && kind !== 'partyOrg') return [own]
  const field = `${kind}Id`
  const children = recordKinds
    .filter((child) => field in definitionOf(child).fields)
    .map((child) => {
      return { kind: child, ids: sql`SELECT c.id AS id FROM ${tableOf(manager, child)} c WHERE ${columnOf(manager, child, field, 'c')} = ${id}` }
    })
  return [own, ...children]
}

/** An edit that brought records as they were, or took them. */
export interface RangeRecord {
  editId: number
  at: string
  operator: string
  kind: RecordKind
  /** How many of the records asked about. */
  records: number
  removed: boolean
  undoesId: number | null
  label: string
  runId: number | null
}

/** Records of a kind that an edit brought or took by ranges of ids. */
export interface KindCount {
  kind: RecordKind
  records: number
  removed: boolean
}

async function rangeCounts(manager: EntityManager, editId: number): Promise<KindCount[]> {
  const rows = await select<{ kind: RecordKind; records: number; removed: number }>(
    manager,
    sql`SELECT g.kind AS kind, sum(g.last_id - g.first_id + 1) AS records, g.removed AS removed
    FROM edit_range g WHERE g.edit_id = ${editId} GROUP BY g.kind, g.removed ORDER BY min(g.id)`,
  )
  return rows.map((row) => ({ ...row, removed: row.removed === 1 }))
}

/** What edits did by ranges of ids to a record and to what hangs on it, the latest first. */
async function rangeHistory(manager: EntityManager, kind: RecordKind, id: number): Promise<RangeRecord[]> {
  const parts = family(manager, kind, id).map(
    ({ kind: of, ids }) =>
      sql`SELECT g.edit_id AS "editId", ${of} AS kind, g.removed AS removed, f.id AS id
      FROM (${ids}) f JOIN edit_range g ON g.kind = ${of} AND f.id BETWEEN g.first_id AND g.last_id`,
  )
  const rows = await select<Omit<RangeRecord, 'removed'> & { removed: number }>(
    manager,
    sql`SELECT r."editId", e.at AS at, e.operator AS operator, r.kind AS kind, count(*) AS records, r.removed AS removed,
      e.undoes_id AS "undoesId", e.label AS label, e.run_id AS "runId"
    FROM (${join(parts, ' UNION ALL ')}) r JOIN edit e ON e.id = r."editId"
    GROUP BY r."editId", r.kind, r.removed ORDER BY r."editId" DESC LIMIT 1000`,
  )
  return rows.map((row) => ({ ...row, removed: row.removed === 1 }))
}

/** Records in the recycle bin since an instant, the latest first, with who removed them. */
async function removed(
  manager: EntityManager,
  query: { since: string; offset: number; limit: number },
): Promise<{ total: number; rows: { kind: RecordKind; id: number; removedAt: string; operator: string }[] }> {
  const parts = recordKinds.map(
    (kind) =>
      sql`SELECT ${kind} AS kind, r.id AS id, r.deleted_at AS "removedAt" FROM ${tableOf(manager, kind)} r
      WHERE r.deleted_at >= ${query.since}`,
  )
  const bin = join(parts, ' UNION ALL ')
  const counts = await select<{ total: number }>(manager, sql`SELECT count(*) AS total FROM (${bin})`)
  const rows = await select<{ kind: RecordKind; id: number; removedAt: string; operator: string }>(
    manager,
    sql`SELECT b.kind AS kind, b.id AS id, b."removedAt" AS "removedAt", coalesce((
        SELECT e.operator FROM edit e WHERE e.id = (SELECT max(l.id) FROM (
          SELECT a.edit_id AS id FROM audit_entry a WHERE a.entity = b.kind AND a.entity_id = b.id
          UNION ALL SELECT g.edit_id FROM edit_range g WHERE g.kind = b.kind AND b.id BETWEEN g.first_id AND g.last_id
        ) l)
      ), '') AS operator
    FROM (${bin}) b ORDER BY b."removedAt" DESC, b.kind, b.id LIMIT ${query.limit} OFFSET ${query.offset}`,
  )
  return { total: counts[0]?.total ?? 0, rows }
}

/** Counts further records of an edit. */
async function addRecords(manager: EntityManager, editId: number, count: number): Promise<void> {
  await manager.query('UPDATE edit SET records = records + ? WHERE id = ?', [count, editId])
}

export const editRepository = { addRecords, page, find, entries, entry, history, rangeCounts, rangeHistory, removed }

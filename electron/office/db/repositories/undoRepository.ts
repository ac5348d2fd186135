import { setImmediate } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { definitionOf, recordKinds, refsOf, type RecordKind } from '../../../../shared/record/recordKind'
import type { AuditChange } from '../entities/auditEntry'
import { columnOf, tableOf } from './recordSql'
import { all, amongIds, raw, select, sql, type Sql } from './sql'

export interface RangeRow {
  kind: RecordKind
  firstId: number
  lastId: number
  removed: boolean
}

/** An entry of a later edit, as far as it tells what a record was before. */
export interface LaterEntry {
  id: number
  editId: number
  at: string
  operator: string
  changes: AuditChange[]
}

/** A living record that points at another one. */
export interface Pointer {
  kind: RecordKind
  id: number
  field: string
  /** It cannot do without. */
  required: boolean
  target: number
}

async function ranges(manager: EntityManager, editId: number): Promise<RangeRow[]> {
  const rows = await select<Omit<RangeRow, 'removed'> & { removed: number }>(
    manager,
    sql`SELECT g.kind AS kind, g.first_id AS "firstId", g.last_id AS "lastId", g.removed AS removed
    FROM edit_range g WHERE g.edit_id = ${editId} ORDER BY g.id`,
  )
  return rows.map((row) => ({ ...row, removed: row.removed === 1 }))
}

/** Which ids of a range are of living records, or of such in the recycle bin. */
async function idsWithin(manager: EntityManager, { kind, firstId, lastId }: Omit<RangeRow, 'removed'>, living: boolean): Promise<number[]> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT r.id AS id FROM ${tableOf(manager, kind)} r
    WHERE r.id BETWEEN ${firstId} AND ${lastId} AND r.deleted_at IS ${raw(living ? 'NULL' : 'NOT NULL')}`,
  )
  return rows.map(({ id }) => id)
}

/** What edits after one did to records of a kind, in their order, by record. */
async function laterEntries(manager: EntityManager, editId: number, kind: RecordKind, ids: ReadonlySet<number>): Promise<Map<number, LaterEntry[]>> {
  const rows = await select<Omit<LaterEntry, 'changes'> & { changes: string }>(
    manager,
    sql`SELECT a.entity_id AS id, a.edit_id AS "editId", a.at AS at, a.operator AS operator, a.changes AS changes
    FROM audit_entry a WHERE a.edit_id > ${editId} AND a.entity = ${kind} ORDER BY a.id`,
  )
  const found = new Map<number, LaterEntry[]>()
  for (const row of rows) {
    if (!ids.has(row.id)) continue
    const entry = { ...row, changes: JSON.parse(row.changes) as AuditChange[] }
    const own = found.get(row.id)
    if (own) own.push(entry)
    else found.set(row.id, [entry])
  }
  return found
}

/** Which of the records an edit before one touched that was taken back. */
async function withUndone(manager: EntityManager, editId: number, kind: RecordKind, ids: readonly number[]): Promise<number[]> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT j.value AS id FROM json_each(${JSON.stringify(ids)}) j WHERE EXISTS (
      SELECT 1 FROM audit_entry a JOIN edit e ON e.id = a.edit_id
      WHERE a.entity = ${kind} AND a.entity_id = j.value AND a.edit_id < ${editId} AND e.undone_by_id IS NOT NULL
    )`,
  )
  return rows.map(({ id }) => id)
}

/** The latest entry of each record that is of an edit before one and older than the entry named with the record. */
async function entriesBelow(
  manager: EntityManager,
  editId: number,
  kind: RecordKind,
  below: readonly (readonly [id: number, entryId: number])[],
): Promise<Map<number, { entryId: number; editId: number; changes: AuditChange[] }>> {
  const rows = await select<{ id: number; entryId: number; editId: number; changes: string }>(
    manager,
    sql`SELECT a.entity_id AS id, a.id AS "entryId", a.edit_id AS "editId", a.changes AS changes
    FROM json_each(${JSON.stringify(below)}) j JOIN audit_entry a ON a.id = (
      SELECT b.id FROM audit_entry b WHERE b.entity = ${kind} AND b.entity_id = json_extract(j.value, '$[0]')
        AND b.id < json_extract(j.value, '$[1]') AND b.edit_id < ${editId}
      ORDER BY b.id DESC LIMIT 1
    )`,
  )
  return new Map(rows.map(({ id, changes, ...entry }) => [id, { ...entry, changes: JSON.parse(changes) as AuditChange[] }]))
}

/** The edit that took back each edit that was taken back. */
async function undoneBy(manager: EntityManager): Promise<Map<number, number>> {
  const rows = await select<{ id: number; by: number }>(
    manager,
    raw('SELECT e.id AS id, e.undone_by_id AS "by" FROM edit e WHERE e.undone_by_id IS NOT NULL'),
  )
  return new Map(rows.map(({ id, by }) => [id, by]))
}

/**
 * Living records that point at records of a kind. Those that `except` brought by ranges are left out: they are looked
 * at as what they are, not as what depends on something.
 */
async function pointers(manager: EntityManager, kind: RecordKind, ids: readonly number[], except: number): Promise<Pointer[]> {
  const found: Pointer[] = []
  for (const child of recordKinds) {
    for (const { name, to, required } of refsOf(child)) {
      if (to !== kind) continue
      const column = columnOf(manager, child, name, 'r')
      const rows = await select<{ id: number; target: number }>(
        manager,
        sql`SELECT r.id AS id, ${column} AS target FROM ${tableOf(manager, child)} r
        WHERE r.deleted_at IS NULL AND ${amongIds(column, ids)} AND NOT ${broughtBy(except, child, raw('r.id'), false)}`,
      )
      for (const { id, target } of rows) found.push({ kind: child, id, field: name, required, target })
    }
  }
  return found
}

/** Records of a kind, living or not, that point at one of the ids through a field. */
async function children(manager: EntityManager, kind: RecordKind, field: string, ids: readonly number[]): Promise<number[]> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT r.id AS id FROM ${tableOf(manager, kind)} r WHERE ${amongIds(columnOf(manager, kind, field, 'r'), ids)}`,
  )
  return rows.map(({ id }) => id)
}

function broughtBy(editId: number, kind: RecordKind, id: Sql, removed: boolean): Sql {
  return sql`EXISTS (SELECT 1 FROM edit_range g WHERE g.edit_id = ${editId} AND g.kind = ${kind}
    AND g.removed = ${Number(removed)} AND ${id} BETWEEN g.first_id AND g.last_id)`
}

/** Records that an edit took by a range and that could not come back: a living one has what may stand once. */
async function collisions(manager: EntityManager, { kind, firstId, lastId }: RangeRow): Promise<{ id: number; other: number }[]> {
  const { unique } = definitionOf(kind)
  if (!unique) return []
  const same = unique.fields.map((field) => sql`${columnOf(manager, kind, field, 'o')} = ${columnOf(manager, kind, field, 'r')}`)
  const open = unique.whileBlank === undefined ? [] : [sql`${columnOf(manager, kind, unique.whileBlank, 'r')} IS NULL`, sql`${columnOf(manager, kind, unique.whileBlank, 'o')} IS NULL`]
  return select(
    manager,
    sql`SELECT r.id AS id, o.id AS other FROM ${tableOf(manager, kind)} r JOIN ${tableOf(manager, kind)} o ON ${all(same)}
    WHERE r.id BETWEEN ${firstId} AND ${lastId} AND r.deleted_at IS NOT NULL AND o.deleted_at IS NULL AND ${all(open)}`,
  )
}

/** Records that an edit took by a range and that point at one in the recycle bin, which it does not bring back. */
async function orphans(manager: EntityManager, editId: number, { kind, firstId, lastId }: RangeRow): Promise<{ id: number; field: string; to: RecordKind; target: number }[]> {
  const found: { id: number; field: string; to: RecordKind; target: number }[] = []
  for (const { name, to } of refsOf(kind)) {
    const rows = await select<{ id: number; target: number }>(
      manager,
      sql`SELECT r.id AS id, p.id AS target FROM ${tableOf(manager, kind)} r
      JOIN ${tableOf(manager, to)} p ON p.id = ${columnOf(manager, kind, name, 'r')}
      WHERE r.id BETWEEN ${firstId} AND ${lastId} AND r.deleted_at IS NOT NULL AND p.deleted_at IS NOT NULL
        AND NOT ${broughtBy(editId, to, raw('p.id'), true)}`,
    )
    for (const row of rows) found.push({ ...row, field: name, to })
  }
  return found
}

/** Imports that were taken back, other than one; they may be in force again. */
async function undoneImports(manager: EntityManager, except: number): Promise<number[]> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT e.id AS id FROM edit e
    WHERE e.undoes_id IS NULL AND e.undone_by_id IS NOT NULL AND e.run_id IS NOT NULL AND e.id <> ${except} ORDER BY e.id`,
  )
  return rows.map(({ id }) => id)
}

/** Ids written between two breaths. */
const portion = 5000

/** Puts records into the recycle bin as of `removedAt`, or takes them out of it (null). */
async function setRemoved(
  manager: EntityManager,
  range: Omit<RangeRow, 'removed'>,
  removedAt: string | null,
  at: string,
  moved: (records: number) => void,
): Promise<void> {
  const { kind, firstId, lastId } = range
  for (let from = firstId; from <= lastId; from += portion) {
    const until = Math.min(from + portion - 1, lastId)
    await manager.query(
      `UPDATE ${tableOf(manager, kind).text} SET deleted_at = ?, updated_at = ?, version = version + 1 WHERE id BETWEEN ? AND ?`,
      [removedAt, at, from, until],
    )
    moved(until - from + 1)
    await setImmediate()
  }
}

/** Marks the files of a run as taken back at an instant, or as there again (null). */
async function markRun(manager: EntityManager, runId: number, undoneAt: string | null): Promise<void> {
  await manager.query('UPDATE import_batch SET undone_at = ? WHERE run_id = ?', [undoneAt, runId])
}

export const undoRepository = {
  ranges, idsWithin, laterEntries, withUndone, entriesBelow, undoneBy, pointers, children, collisions, orphans, undoneImports, setRemoved, markRun,
}

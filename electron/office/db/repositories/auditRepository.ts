import { setImmediate } from 'node:timers/promises'
import { In, type EntityManager } from 'typeorm'
import type { AuditAction } from '../../../../shared/domain/auditAction'
import { bulkInsert, nextId } from '../bulkInsert'
import { AuditEntry, type AuditChange } from '../entities/auditEntry'
import { entryHash, type SealedEntry } from '../entryHash'
import { logHead, logHeadKey, type LogHead } from '../logHead'
import type { NewRow } from '../newRow'
import { settingRepository } from './settingRepository'
import { select, sql } from './sql'

/** What was done, before it has its place in the log. */
export interface NewEntry {
  at: string
  /** Name typed by the person; "" when none was given. */
  operator: string
  action: AuditAction
  entity: string
  entityId?: number | null
  label: string
  changes?: AuditChange[]
  editId?: number | null
}

/** An entry as the check reads it. */
export type StoredEntry = SealedEntry & { hash: string }

/** Entries between two breaths of a reading. */
const portion = 2000

/**
 * Adds entries to the 操作日志, each sealed with the one before. The only way into it. Call it inside `gate.write`, with
 * the change it tells of.
 */
async function append(manager: EntityManager, entries: Iterable<NewEntry>, at: string): Promise<void> {
  let id = (await nextId(manager, AuditEntry)) - 1
  let { hash } = (await head(manager)) ?? { hash: '' }
  const first = id
  function* sealed(): Generator<NewRow<AuditEntry>> {
    for (const { at: done, operator, action, entity, entityId = null, label, changes = [], editId = null } of entries) {
      const row = { id: ++id, at: done, operator, action, entity, entityId, label, changes, editId, batchId: null }
      hash = entryHash(hash, { ...row, changes: JSON.stringify(changes) })
      yield { ...row, hash }
    }
  }
  await bulkInsert(manager, AuditEntry, sealed(), at)
  if (id > first) await settingRepository.put(manager, logHeadKey, { id, hash } satisfies LogHead, at)
}

/** Null while nothing was ever logged. */
async function head(manager: EntityManager): Promise<LogHead | null> {
  return logHead.safeParse(await settingRepository.get(manager, logHeadKey)).data ?? null
}

/** All entries in their order, some thousand at a time. */
async function* read(manager: EntityManager): AsyncGenerator<StoredEntry[]> {
  for (let after = 0; ; ) {
    const rows = await select<StoredEntry>(
      manager,
      sql`SELECT id, at, operator, action, entity, entity_id AS "entityId", label, changes, batch_id AS "batchId",
        edit_id AS "editId", hash FROM audit_entry WHERE id > ${after} ORDER BY id LIMIT ${portion}`,
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.id
    await setImmediate()
  }
}

/** Hashes of entries by their number; what is not there is left out. */
async function hashes(manager: EntityManager, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await manager.find(AuditEntry, { select: { id: true, hash: true }, where: { id: In([...ids]) } })
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

/** What the entries of an entity tell, entry by entry. */
async function changesOf(manager: EntityManager, entity: string): Promise<AuditChange[][]> {
  const rows = await manager.find(AuditEntry, { select: { id: true, changes: true }, where: { entity }, order: { id: 'ASC' } })
  return rows.map(({ changes }) => changes)
}

/** An edit, or the records it brought or took as a whole, that is not as the log tells it. */
export interface TornEdit {
  id: number
  at: string
  operator: string
  label: string
  /** Whether the log has an entry of it at all. */
  told: number
}

/** Edits whose name, time or person is not the one their entry has, and edits without an entry. */
async function tornEdits(manager: EntityManager): Promise<TornEdit[]> {
  return select<TornEdit>(
    manager,
    sql`SELECT e.id AS id, e.at AS at, e.operator AS operator, e.label AS label, a.id IS NOT NULL AS told FROM edit e
      LEFT JOIN audit_entry a ON a.entity = 'edit' AND a.entity_id = e.id
      WHERE a.id IS NULL OR a.at <> e.at OR a.operator <> e.operator OR a.label <> e.label ORDER BY e.id`,
  )
}

/** What `editRange` entries name: records an edit brought or took as a whole. */
async function ranges(manager: EntityManager): Promise<{ editId: number; kind: string; ids: string; removed: number }[]> {
  return select(
    manager,
    sql`SELECT edit_id AS "editId", kind, first_id || '-' || last_id AS ids, removed FROM edit_range ORDER BY id`,
  )
}

export const auditRepository = { append, changesOf, hashes, head, read, ranges, tornEdits }

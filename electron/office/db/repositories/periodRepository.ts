import type { EntityManager } from 'typeorm'
import { bulkInsert, nextId } from '../bulkInsert'
import { Period } from '../entities/period'
import { SnapshotList } from '../entities/snapshotList'
import { SnapshotRow } from '../entities/snapshotRow'
import { amongIds, raw, select, sql } from './sql'

export interface PeriodRecord {
  id: number
  kind: string
  label: string
  cutOffOn: string
  lockedAt: string | null
  lockedBy: string | null
  edition: number
  /** Why this edition was made; null for the first. */
  reason: string | null
  /** Why the next edition was made; null for the one in force. */
  correctedFor: string | null
}

/** With the number of enterprises in its snapshot. */
export interface CountedPeriod extends PeriodRecord {
  enterprises: number
}

const columns = raw(`p.id AS id, p.kind AS kind, p.label AS label, p.cut_off_on AS "cutOffOn", p.locked_at AS "lockedAt",
  p.locked_by AS "lockedBy", p.edition AS edition, p.reason AS reason, (SELECT n.reason FROM period n
    WHERE n.label = p.label AND n.edition = p.edition + 1 AND n.deleted_at IS NULL) AS "correctedFor"`)
const order = raw('ORDER BY p.cut_off_on DESC, p.edition DESC, p.id DESC')

/** All periods with their counts, the latest cut-off first and of it the latest edition. */
async function list(manager: EntityManager): Promise<CountedPeriod[]> {
  return select(
    manager,
    sql`SELECT ${columns}, (SELECT count(*) FROM snapshot_row s WHERE s.period_id = p.id) AS enterprises
    FROM period p WHERE p.deleted_at IS NULL ${order}`,
  )
}

/** Locked periods of every edition, in the same order; their rows are not counted, which takes a look at each. */
async function locked(manager: EntityManager): Promise<PeriodRecord[]> {
  return select(manager, sql`SELECT ${columns} FROM period p WHERE p.deleted_at IS NULL AND p.locked_at IS NOT NULL ${order}`)
}

/** Locked periods, of each its latest edition. */
async function inForce(manager: EntityManager): Promise<PeriodRecord[]> {
  return (await locked(manager)).filter(({ correctedFor }) => correctedFor === null)
}

/** What was frozen of each enterprise, by its id. */
async function snapshot(manager: EntityManager, periodId: number): Promise<Record<string, unknown>[]> {
  const rows = await select<{ facts: string }>(
    manager,
    sql`SELECT s.facts AS facts FROM snapshot_row s WHERE s.period_id = ${periodId} AND s.deleted_at IS NULL ORDER BY s.enterprise_id`,
  )
  return rows.map(({ facts }) => JSON.parse(facts) as Record<string, unknown>)
}

export interface FrozenName {
  enterpriseId: number
  name: string
  unitName: string
}

/** What some enterprises and their units were called when the period was frozen. */
async function names(manager: EntityManager, periodId: number, ids: readonly number[]): Promise<FrozenName[]> {
  return select(
    manager,
    sql`SELECT s.enterprise_id AS "enterpriseId", json_extract(s.facts, '$.enterpriseName') AS name,
      json_extract(s.facts, '$.unitName') AS "unitName"
    FROM snapshot_row s WHERE s.period_id = ${periodId} AND ${amongIds(raw('s.enterprise_id'), ids)}`,
  )
}

/** What was frozen beside the enterprises, by name; nothing for a period locked before such lists were kept. */
async function lists(manager: EntityManager, periodId: number, wanted: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await select<{ name: string; content: string }>(
    manager,
    sql`SELECT l.name AS name, l.content AS content FROM snapshot_list l
    WHERE l.period_id = ${periodId} AND l.deleted_at IS NULL AND l.name IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`,
  )
  return new Map(rows.map(({ name, content }) => [name, JSON.parse(content) as unknown]))
}

/** What a locked period keeps. */
export interface Snapshot {
  enterprises: Iterable<{ id: number } & Record<string, unknown>>
  lists: Readonly<Record<string, unknown>>
}

/** Writes a locked period with its snapshot. Call it inside `gate.write`. */
async function insert(
  manager: EntityManager,
  period: Pick<PeriodRecord, 'kind' | 'label' | 'cutOffOn' | 'lockedBy' | 'edition' | 'reason'>,
  frozen: Snapshot,
  at: string,
): Promise<number> {
  const id = await nextId(manager, Period)
  const before = (await inForce(manager)).find(({ cutOffOn }) => cutOffOn < period.cutOffOn)
  await bulkInsert(manager, Period, [{ ...period, id, lockedAt: at, previousId: before?.id ?? null }], at)
  await bulkInsert(manager, SnapshotRow, numbered(frozen.enterprises, id, await nextId(manager, SnapshotRow)), at)
  const firstList = await nextId(manager, SnapshotList)
  const kept = Object.entries(frozen.lists).map(([name, content], i) => ({ id: firstList + i, periodId: id, name, content }))
  await bulkInsert(manager, SnapshotList, kept, at)
  return id
}

function* numbered(rows: Snapshot['enterprises'], periodId: number, firstId: number): Generator<Pick<SnapshotRow, 'id' | 'periodId' | 'enterpriseId' | 'facts'>> {
  let id = firstId
  for (const row of rows) yield { id: id++, periodId, enterpriseId: row.id, facts: row }
}

export const periodRepository = { list, locked, inForce, snapshot, names, lists, insert }

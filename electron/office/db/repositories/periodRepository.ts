import { IsNull, type EntityManager } from 'typeorm'
import { bulkInsert, nextId } from '../bulkInsert'
import { Period } from '../entities/period'
import { SnapshotRow } from '../entities/snapshotRow'
import { select, sql } from './sql'

export interface PeriodRecord {
  id: number
  kind: string
  label: string
  cutOffOn: string
  lockedAt: string | null
  lockedBy: string | null
  enterprises: number
}

/** All periods, the latest cut-off first. */
async function list(manager: EntityManager): Promise<PeriodRecord[]> {
  return select(
    manager,
    sql`SELECT p.id AS id, p.kind AS kind, p.label AS label, p.cut_off_on AS "cutOffOn", p.locked_at AS "lockedAt",
      p.locked_by AS "lockedBy", (SELECT count(*) FROM snapshot_row s WHERE s.period_id = p.id) AS enterprises
    FROM period p WHERE p.deleted_at IS NULL ORDER BY p.cut_off_on DESC, p.id DESC`,
  )
}

/** The latest period that ends before a day. */
async function before(manager: EntityManager, cutOffOn: string): Promise<number | null> {
  const found = await manager.find(Period, { where: { deletedAt: IsNull() }, order: { cutOffOn: 'DESC' } })
  return found.find((period) => period.cutOffOn < cutOffOn)?.id ?? null
}

/** What was frozen of each enterprise, by its id. */
async function snapshot(manager: EntityManager, periodId: number): Promise<Record<string, unknown>[]> {
  const rows = await select<{ facts: string }>(
    manager,
    sql`SELECT s.facts AS facts FROM snapshot_row s WHERE s.period_id = ${periodId} AND s.deleted_at IS NULL ORDER BY s.enterprise_id`,
  )
  return rows.map(({ facts }) => JSON.parse(facts) as Record<string, unknown>)
}

/** Writes a locked period with its snapshot. Call it inside `gate.write`. */
async function insert(
  manager: EntityManager,
  period: Pick<PeriodRecord, 'kind' | 'label' | 'cutOffOn' | 'lockedBy'>,
  facts: readonly ({ id: number } & Record<string, unknown>)[],
  at: string,
): Promise<number> {
  const id = await nextId(manager, Period)
  const previousId = await before(manager, period.cutOffOn)
  await bulkInsert(manager, Period, [{ ...period, id, lockedAt: at, previousId }], at)
  const firstId = await nextId(manager, SnapshotRow)
  const rows = facts.map((row, i) => ({ id: firstId + i, periodId: id, enterpriseId: row.id, facts: row }))
  await bulkInsert(manager, SnapshotRow, rows, at)
  return id
}

export const periodRepository = { list, snapshot, insert }

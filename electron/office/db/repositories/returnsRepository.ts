import type { EntityManager } from 'typeorm'
import type { ImportBatch } from '../entities/importBatch'
import { raw, select, sql } from './sql'

/** A file as far as it is a unit's report. */
export interface ReturnRecord {
  runId: number
  /** The day it was imported. */
  on: string
  undone: boolean
  byUnit: ImportBatch['byUnit']
}

/** Files imported up to a day, the earliest first. */
async function until(manager: EntityManager, day: string): Promise<ReturnRecord[]> {
  const rows = await select<{ runId: number; on: string; undone: number; byUnit: string }>(
    manager,
    sql`SELECT b.run_id AS "runId", date(b.started_at, '+8 hours') AS "on", b.undone_at IS NOT NULL AS undone, b.by_unit AS "byUnit"
    FROM import_batch b WHERE date(b.started_at, '+8 hours') <= ${day} ORDER BY b.id`,
  )
  return rows.map((row) => ({ ...row, undone: row.undone === 1, byUnit: JSON.parse(row.byUnit) as ImportBatch['byUnit'] }))
}

/** Enterprises each unit left out of each run, and those that turned out to be 漏报. */
async function absences(manager: EntityManager): Promise<{ runId: number; unitId: number; absent: number; omitted: number }[]> {
  return select(
    manager,
    raw(`SELECT a.run_id AS "runId", a.unit_id AS "unitId", count(*) AS absent,
      sum(CASE WHEN a.choice = '漏报' AND a.undone = 0 THEN 1 ELSE 0 END) AS omitted
    FROM import_absence a GROUP BY a.run_id, a.unit_id`),
  )
}

export const returnsRepository = { until, absences }

import type { EntityManager } from 'typeorm'
import type { Absence, AbsenceDecision } from '../../../../shared/contract/absence'
import type { AbsenceChoice } from '../../../../shared/domain/absence'
import { bulkInsert, nextId } from '../bulkInsert'
import { ImportAbsence } from '../entities/importAbsence'
import { all, amongIds, raw, select, sql } from './sql'

export interface AbsenceQuery {
  runId: number
  unitId?: number | undefined
  undecided: boolean
  offset: number
  limit: number
}

export interface NewAbsence {
  enterpriseId: number
  unitId: number
  name: string
}

/** What units left out, by unit in official order, then as the ledger orders enterprises. */
async function page(manager: EntityManager, { runId, unitId, undecided, offset, limit }: AbsenceQuery): Promise<{ total: number; rows: Absence[] }> {
  const conditions = [sql`a.run_id = ${runId}`]
  if (unitId !== undefined) conditions.push(sql`a.unit_id = ${unitId}`)
  if (undecided) conditions.push(raw('(a.choice IS NULL OR a.undone = 1)'))
  const where = all(conditions)
  const counts = await select<{ total: number }>(manager, sql`SELECT count(*) AS total FROM import_absence a WHERE ${where}`)
  const rows = await select<Absence>(
    manager,
    sql`SELECT a.enterprise_id AS "enterpriseId", a.name AS name, a.unit_id AS "unitId", u.name AS unit,
      CASE WHEN e.deleted_at IS NULL THEN e.operating_status END AS status,
      CASE WHEN a.undone = 0 THEN a.choice END AS choice, CASE WHEN a.undone = 0 THEN a.decided_on END AS "on",
      CASE WHEN a.undone = 0 THEN a.decided_by ELSE '' END AS by
    FROM import_absence a JOIN unit u ON u.id = a.unit_id JOIN enterprise e ON e.id = a.enterprise_id
    WHERE ${where} ORDER BY u.sort_no, u.id, e.sort_key, e.id LIMIT ${limit} OFFSET ${offset}`,
  )
  return { total: counts[0]?.total ?? 0, rows }
}

async function add(manager: EntityManager, runId: number, absences: readonly NewAbsence[], at: string): Promise<void> {
  const first = await nextId(manager, ImportAbsence)
  await bulkInsert(manager, ImportAbsence, absences.map((absence, i) => ({ id: first + i, runId, decidedBy: '', ...absence })), at)
}

/** Which of the enterprises the run lists, with what is decided about each. */
async function decisions(manager: EntityManager, runId: number, enterpriseIds: readonly number[]): Promise<Map<number, AbsenceChoice | null>> {
  const rows = await select<{ id: number; choice: AbsenceChoice | null }>(
    manager,
    sql`SELECT a.enterprise_id AS id, CASE WHEN a.undone = 0 THEN a.choice END AS choice
    FROM import_absence a WHERE a.run_id = ${runId} AND ${amongIds(raw('a.enterprise_id'), enterpriseIds)}`,
  )
  return new Map(rows.map(({ id, choice }) => [id, choice]))
}

async function decide(manager: EntityManager, runId: number, decision: AbsenceDecision, { by, editId, at }: { by: string; editId: number | null; at: string }): Promise<void> {
  const { enterpriseId, choice, on } = decision
  await manager.query(
    `UPDATE import_absence SET choice = ?, decided_on = ?, decided_by = ?, edit_id = ?, undone = 0, updated_at = ?, version = version + 1
     WHERE run_id = ? AND enterprise_id = ?`,
    [choice, choice === null ? null : on, choice === null ? '' : by, editId, at, runId, enterpriseId],
  )
}

/** What an edit decided is decided no more, or again. */
async function markEdit(manager: EntityManager, editId: number, undone: boolean): Promise<void> {
  await manager.query('UPDATE import_absence SET undone = ? WHERE edit_id = ?', [Number(undone), editId])
}

export const absenceRepository = { page, add, decisions, decide, markEdit }

import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { OperatingStatus } from '../../../../shared/domain/valueDomain'
import type { AuditChange } from '../entities/auditEntry'
import { amongIds, raw, select, sql } from './sql'

/** What the history and the locked periods say of enterprises that came, went or changed (form F13). */

export interface EnterpriseEntry {
  id: number
  editId: number
  enterpriseId: number
  operator: string
  /** What the edit was, an undone and redone one at first: 修改, 合并, 导入 … */
  action: string
  /** The day it was written, in UTC+8. */
  day: CalendarDate
  changes: AuditChange[]
}

/** Entries in force that touch name, unit or status of an enterprise, or merge two, in their order. */
async function entries(manager: EntityManager): Promise<EnterpriseEntry[]> {
  const rows = await select<Omit<EnterpriseEntry, 'changes'> & { changes: string }>(
    manager,
    sql`WITH RECURSIVE depth AS (
      SELECT d.id AS id, d.id AS root, 0 AS steps FROM edit d WHERE d.undoes_id IS NULL
      UNION ALL SELECT d.id, depth.root, depth.steps + 1 FROM edit d JOIN depth ON depth.id = d.undoes_id
    )
    SELECT * FROM (
      SELECT a.id AS id, a.edit_id AS "editId", a.entity_id AS "enterpriseId", a.operator AS operator,
        (SELECT r.action FROM audit_entry r WHERE r.edit_id = depth.root LIMIT 1) AS action,
        date(a.at, '+8 hours') AS day, a.changes AS changes
      FROM audit_entry a JOIN edit d ON d.id = a.edit_id JOIN depth ON depth.id = d.id
      WHERE a.entity = 'enterprise' AND d.undone_by_id IS NULL AND depth.steps % 2 = 0
    ) AS told
    WHERE action = '合并' OR changes LIKE '%"operatingStatus"%' OR changes LIKE '%"name"%' OR changes LIKE '%"unitId"%'
    ORDER BY id`,
  )
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as AuditChange[] }))
}

export interface ChangedEnterprise {
  id: number
  name: string
  creditCode: string | null
  unitId: number
  unitName: string
  statusReason: string | null
  removed: number
}

/** Enterprises by id as they are now, those in the recycle bin too. */
async function enterprises(manager: EntityManager, ids: readonly number[]): Promise<ChangedEnterprise[]> {
  return select(
    manager,
    sql`SELECT e.id AS id, e.name AS name, e.credit_code AS "creditCode", e.unit_id AS "unitId", u.name AS "unitName",
      e.status_reason AS "statusReason", (e.deleted_at IS NOT NULL) AS removed
    FROM enterprise e JOIN unit u ON u.id = e.unit_id WHERE ${amongIds(raw('e.id'), ids)}`,
  )
}

export interface Arrival extends ChangedEnterprise {
  /** Null where nobody stated it. */
  establishedOn: CalendarDate | null
  /** The day it came into the ledger, in UTC+8. */
  enteredOn: CalendarDate
}

/**
 * Living enterprises founded within a span, and those that came into the ledger within it after a locked period they
 * are not part of; without such a period nobody can tell who is new to the ledger.
 */
async function arrivals(
  manager: EntityManager,
  { from, to, baseline }: { from: CalendarDate; to: CalendarDate; baseline: { id: number; cutOffOn: CalendarDate } | undefined },
): Promise<Arrival[]> {
  const entered = raw("date(e.created_at, '+8 hours')")
  const isNew = baseline
    ? sql`${entered} > ${baseline.cutOffOn} AND ${entered} BETWEEN ${from} AND ${to} AND NOT EXISTS (
        SELECT 1 FROM snapshot_row s WHERE s.period_id = ${baseline.id} AND s.enterprise_id = e.id)`
    : raw('FALSE')
  return select(
    manager,
    sql`SELECT e.id AS id, e.name AS name, e.credit_code AS "creditCode", e.unit_id AS "unitId", u.name AS "unitName",
      e.status_reason AS "statusReason", 0 AS removed, e.established_on AS "establishedOn", ${entered} AS "enteredOn"
    FROM enterprise e JOIN unit u ON u.id = e.unit_id
    WHERE e.deleted_at IS NULL AND (e.established_on BETWEEN ${from} AND ${to} OR (${isNew})) ORDER BY e.id`,
  )
}

export interface SnapshotDifference {
  enterpriseId: number
  name: string
  unitId: number
  unitName: string
  operatingStatus: OperatingStatus
  nameNow: string
  unitNow: string
  statusNow: OperatingStatus
  statusSince: CalendarDate | null
}

/** Living enterprises whose name, unit or status is not what a locked period says. */
async function since(manager: EntityManager, periodId: number): Promise<SnapshotDifference[]> {
  return select(
    manager,
    sql`SELECT * FROM (
      SELECT s.enterprise_id AS "enterpriseId", json_extract(s.facts, '$.enterpriseName') AS name,
        json_extract(s.facts, '$.unitName') AS "unitName", json_extract(s.facts, '$.operatingStatus') AS "operatingStatus",
        json_extract(s.facts, '$.unitId') AS "unitId", e.unit_id AS "unitIdNow", e.name AS "nameNow", u.name AS "unitNow",
        e.operating_status AS "statusNow", e.status_since AS "statusSince"
      FROM snapshot_row s JOIN enterprise e ON e.id = s.enterprise_id AND e.deleted_at IS NULL JOIN unit u ON u.id = e.unit_id
      WHERE s.period_id = ${periodId} AND s.deleted_at IS NULL
    ) AS frozen
    WHERE name <> "nameNow" OR "unitId" <> "unitIdNow" OR "operatingStatus" <> "statusNow" ORDER BY "enterpriseId"`,
  )
}

export interface FormerCoverage {
  enterpriseId: number
  since: CalendarDate | null
  until: CalendarDate | null
  dissolvedOn: CalendarDate | null
  dissolveReason: string | null
}

/** Which organisations have covered the enterprises, with what became of them. */
async function coverages(manager: EntityManager, ids: readonly number[]): Promise<FormerCoverage[]> {
  return select(
    manager,
    sql`SELECT c.enterprise_id AS "enterpriseId", c.since AS since, c.until AS until, o.dissolved_on AS "dissolvedOn",
      o.dissolve_reason AS "dissolveReason"
    FROM coverage c JOIN party_org o ON o.id = c.party_org_id
    WHERE c.deleted_at IS NULL AND ${amongIds(raw('c.enterprise_id'), ids)} ORDER BY c.since DESC NULLS LAST, c.id DESC`,
  )
}

export const changeRepository = { entries, enterprises, arrivals, since, coverages }

import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { coveringSql, livesOnSql } from './coverageSql'
import { all, raw, select, sql, type Sql } from './sql'

/** Which records the registers (F04, F05, F08, F09, F10) list, in their order, with the names that stand beside them. */

export interface FormQuery {
  asOf: CalendarDate
  /** First day that is listed; null for all before `asOf`. */
  from: CalendarDate | null
  /** Only of this unit. */
  unitId: number | null
}

interface OfEnterprise {
  id: number
  unitName: string
  enterpriseName: string
}

const living = raw('e.deleted_at IS NULL')

function ofUnit(unitId: number | null): Sql {
  return unitId === null ? raw('TRUE') : sql`e.unit_id = ${unitId}`
}

function since(day: Sql, { from, asOf }: FormQuery): Sql {
  return from === null ? sql`${day} <= ${asOf}` : sql`${day} BETWEEN ${from} AND ${asOf}`
}

/**
 * 联系关系: those that live on `asOf`, or with `from` those that lived on any day since. Whoever contacts several
 * enterprises has them side by side, at the place of the first unit.
 */
async function assignments(
  manager: EntityManager,
  query: FormQuery,
): Promise<(OfEnterprise & { liaisonId: number; built: number })[]> {
  const { asOf, from, unitId } = query
  const lives =
    from === null
      ? livesOnSql(raw('a.from_date'), raw('a.to_date'), asOf)
      : sql`(a.from_date IS NULL OR a.from_date <= ${asOf}) AND (a.to_date IS NULL OR a.to_date >= ${from})`
  const conditions = [raw('a.deleted_at IS NULL'), raw('l.deleted_at IS NULL'), living, ofUnit(unitId), lives]
  return select(
    manager,
    sql`WITH ${coveringSql(asOf)}
    SELECT a.id AS id, a.liaison_id AS "liaisonId", u.name AS "unitName", e.name AS "enterpriseName",
      (covering.enterprise_id IS NOT NULL) AS built
    FROM assignment a JOIN liaison l ON l.id = a.liaison_id JOIN enterprise e ON e.id = a.enterprise_id
    JOIN unit u ON u.id = e.unit_id LEFT JOIN covering ON covering.enterprise_id = e.id
    WHERE ${all(conditions)}
    ORDER BY min(u.sort_no) OVER (PARTITION BY a.liaison_id), a.liaison_id, u.sort_no, u.id, e.sort_key, e.id, a.id`,
  )
}

/** 走访记录 by day. */
async function visits(manager: EntityManager, query: FormQuery): Promise<(OfEnterprise & { liaisonName: string })[]> {
  const conditions = [raw('v.deleted_at IS NULL'), living, ofUnit(query.unitId), since(raw('v.visited_on'), query)]
  return select(
    manager,
    sql`SELECT v.id AS id, l.name AS "liaisonName", u.name AS "unitName", e.name AS "enterpriseName"
    FROM visit v JOIN liaison l ON l.id = v.liaison_id JOIN enterprise e ON e.id = v.enterprise_id
    JOIN unit u ON u.id = e.unit_id
    WHERE ${all(conditions)} ORDER BY v.visited_on, v.id`,
  )
}

/** 三建三送: the items of each enterprise side by side, with the organisation that covers it. */
async function deliveries(
  manager: EntityManager,
  { asOf, unitId }: FormQuery,
): Promise<(OfEnterprise & { enterpriseId: number; partyOrgName: string | null })[]> {
  return select(
    manager,
    sql`WITH ${coveringSql(asOf)}
    SELECT d.id AS id, e.id AS "enterpriseId", u.name AS "unitName", e.name AS "enterpriseName", o.name AS "partyOrgName"
    FROM delivery d JOIN enterprise e ON e.id = d.enterprise_id JOIN unit u ON u.id = e.unit_id
    LEFT JOIN covering ON covering.enterprise_id = e.id LEFT JOIN party_org o ON o.id = covering.party_org_id
    WHERE ${all([raw('d.deleted_at IS NULL'), living, ofUnit(unitId)])}
    ORDER BY u.sort_no, u.id, e.sort_key, e.id, d.id`,
  )
}

/** The latest 六有评定 of each enterprise, by its quarter. */
async function goalChecks(
  manager: EntityManager,
  query: FormQuery,
): Promise<(OfEnterprise & { enterpriseId: number; partyOrgName: string | null })[]> {
  return select(
    manager,
    sql`WITH ${coveringSql(query.asOf)}, latest AS (
      SELECT g.id, g.enterprise_id, row_number() OVER (PARTITION BY g.enterprise_id ORDER BY g.period DESC, g.id DESC) AS place
      FROM goal_check g WHERE g.deleted_at IS NULL AND ${since(raw('g.checked_on'), query)}
    )
    SELECT latest.id AS id, e.id AS "enterpriseId", u.name AS "unitName", e.name AS "enterpriseName", o.name AS "partyOrgName"
    FROM latest JOIN enterprise e ON e.id = latest.enterprise_id JOIN unit u ON u.id = e.unit_id
    LEFT JOIN covering ON covering.enterprise_id = e.id LEFT JOIN party_org o ON o.id = covering.party_org_id
    WHERE latest.place = 1 AND ${living} AND ${ofUnit(query.unitId)}
    ORDER BY u.sort_no, u.id, e.sort_key, e.id`,
  )
}

/** 经费 up to a day, the earliest first: those before `from` too, for they make the balance. */
async function fundEntries(
  manager: EntityManager,
  { asOf, unitId }: FormQuery,
): Promise<{ id: number; unitName: string; payeeName: string; partyOrgId: number | null; enterpriseId: number | null }[]> {
  const unit = raw('coalesce(o.unit_id, e.unit_id)')
  return select(
    manager,
    sql`SELECT f.id AS id, u.name AS "unitName", coalesce(o.name, e.name) AS "payeeName",
      f.party_org_id AS "partyOrgId", f.enterprise_id AS "enterpriseId"
    FROM fund_entry f LEFT JOIN party_org o ON o.id = f.party_org_id LEFT JOIN enterprise e ON e.id = f.enterprise_id
    JOIN unit u ON u.id = ${unit}
    WHERE f.deleted_at IS NULL AND f.occurred_on <= ${asOf} AND ${unitId === null ? raw('TRUE') : sql`${unit} = ${unitId}`}
    ORDER BY f.occurred_on, f.id`,
  )
}

export const formRepository = { assignments, visits, deliveries, goalChecks, fundEntries }

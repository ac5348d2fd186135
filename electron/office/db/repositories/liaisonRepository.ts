import type { EntityManager } from 'typeorm'
import type { PlacedEnterprise } from '../../../../shared/contract/placed'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { Site } from '../../../../shared/domain/liaisonProposal'
import { departedStatuses, type CoverageStatus, type LiaisonKind } from '../../../../shared/domain/valueDomain'
import { coverageFactsSql, coverageJoins, coveringSql, liaisedSql, livesOnSql } from './coverageSql'
import { employerPost } from './ledgerColumns'
import { placedColumns } from './planRepository'
import { amongIds, oneOf, raw, select, sql } from './sql'

export interface LiaisonRecord {
  id: number
  name: string
  kind: LiaisonKind
  /** Employer and post as one text. */
  employerPost: string | null
  phone: string | null
  fullTime: boolean
  level: string | null
  active: boolean
  /** Living enterprises assigned to the liaison on the date. */
  enterprises: number
}

/** All liaisons that are not deleted, in the order they were entered. */
async function list(manager: EntityManager, query: { asOf: CalendarDate }): Promise<LiaisonRecord[]> {
  const rows = await select<Omit<LiaisonRecord, 'fullTime' | 'active'> & { fullTime: number; active: number }>(
    manager,
    sql`WITH contacts AS MATERIALIZED (
      SELECT a.liaison_id, count(DISTINCT a.enterprise_id) AS enterprises
      FROM assignment a JOIN enterprise e ON e.id = a.enterprise_id
      WHERE a.deleted_at IS NULL AND e.deleted_at IS NULL
        AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), query.asOf)}
      GROUP BY a.liaison_id
    )
    SELECT l.id AS id, l.name AS name, l.kind AS kind, ${raw(employerPost('l'))} AS "employerPost", l.phone AS phone,
      l.full_time AS "fullTime", l.level AS level, l.active AS active, coalesce(contacts.enterprises, 0) AS enterprises
    FROM liaison l LEFT JOIN contacts ON contacts.liaison_id = l.id
    WHERE l.deleted_at IS NULL
    ORDER BY l.id`,
  )
  return rows.map((row) => ({ ...row, fullTime: row.fullTime === 1, active: row.active === 1 }))
}

/** 未覆盖 of 实体运营 on a day, by unit and name. `ids`: only these. */
async function uncovered(
  manager: EntityManager,
  query: { on: CalendarDate; rules: CoverageRules; unitIds?: readonly number[] | undefined; ids?: readonly number[] },
): Promise<PlacedEnterprise[]> {
  const { on, rules, unitIds, ids } = query
  const { inBase, status } = coverageFactsSql(rules)
  return select(
    manager,
    sql`WITH ${coveringSql(on)}, ${liaisedSql(on)}
    SELECT ${placedColumns} FROM enterprise e JOIN unit u ON u.id = e.unit_id ${coverageJoins}
    WHERE e.deleted_at IS NULL AND ${inBase} AND ${status} = ${'未覆盖' satisfies CoverageStatus}
      AND ${unitIds?.length ? oneOf(raw('e.unit_id'), unitIds) : raw('TRUE')} AND ${ids ? amongIds(raw('e.id'), ids) : raw('TRUE')}
    ORDER BY u.sort_no, e.sort_key, e.id`,
  )
}

export interface OfficerRecord {
  id: number
  version: number
  name: string
  kind: LiaisonKind
  employerPost: string | null
  level: string | null
}

/** Those in office, by name. */
async function inOffice(manager: EntityManager): Promise<OfficerRecord[]> {
  return select(
    manager,
    sql`SELECT l.id AS id, l.version AS version, l.name AS name, l.kind AS kind, ${raw(employerPost('l'))} AS "employerPost",
      l.level AS level
    FROM liaison l WHERE l.deleted_at IS NULL AND l.active IS TRUE ORDER BY l.name, l.id`,
  )
}

/** The registered enterprises of each liaison in office on a day, each once. */
async function served(manager: EntityManager, on: CalendarDate): Promise<(Site & { liaisonId: number })[]> {
  return select(
    manager,
    sql`SELECT DISTINCT a.liaison_id AS "liaisonId", e.id AS id, e.unit_id AS "unitId", e.community AS community,
      e.place_kind AS "placeKind", e.place_name AS "placeName", e.business_address AS "businessAddress", e.industry AS industry
    FROM assignment a JOIN liaison l ON l.id = a.liaison_id JOIN enterprise e ON e.id = a.enterprise_id
    WHERE a.deleted_at IS NULL AND l.deleted_at IS NULL AND e.deleted_at IS NULL AND l.active IS TRUE
      AND NOT ${oneOf(raw('e.operating_status'), departedStatuses)} AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), on)}
    ORDER BY a.liaison_id, e.id`,
  )
}

export const liaisonRepository = { list, uncovered, inOffice, served }

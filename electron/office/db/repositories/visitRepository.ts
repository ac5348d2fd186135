import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { departedStatuses, type FrequencyUnit } from '../../../../shared/domain/valueDomain'
import { livesOnSql } from './coverageSql'
import { all, amongIds, oneOf, raw, select, sql, type Sql } from './sql'

/** What an assignment asks of visits, and the visits. */
export interface AskedVisits {
  id: number
  from: CalendarDate | null
  to: CalendarDate | null
  times: number
  unit: FrequencyUnit
  recordedOn: CalendarDate
  /** Days of the visits that count, from `since` on, in no order. */
  visits: CalendarDate[]
}

/** An assignment as visits are asked of it: its liaison is in office and its enterprise in the register. */
export interface DutyRecord extends AskedVisits {
  liaisonId: number
  enterpriseId: number
  unitId: number
  /** It lives on the day. */
  isLiving: boolean
}

export interface DutyQuery {
  on: CalendarDate
  /** Assignments that ended and visits that were made before it are left out. */
  since: CalendarDate
  telephoneCounts: boolean
  /** Only these assignments, those of these liaisons, those to enterprises of these units. */
  ids?: readonly number[] | undefined
  liaisonIds?: readonly number[] | undefined
  unitIds?: readonly number[] | undefined
}

async function duties(manager: EntityManager, query: DutyQuery): Promise<DutyRecord[]> {
  const { on, since } = query
  if (query.ids?.length === 0 || query.liaisonIds?.length === 0) return []
  const rows = await select<Joined<Omit<DutyRecord, 'isLiving'>> & { isLiving: number }>(
    manager,
    sql`SELECT ${askedSql(query)}, a.liaison_id AS "liaisonId", a.enterprise_id AS "enterpriseId", e.unit_id AS "unitId",
      (${livesOnSql(raw('a.from_date'), raw('a.to_date'), on)}) AS "isLiving"
    ${inOfficeSql(query)} AND (a.from_date IS NULL OR a.from_date <= ${on}) AND (a.to_date IS NULL OR a.to_date >= ${since})
    ORDER BY a.id`,
  )
  return rows.map((row) => ({ ...row, isLiving: row.isLiving === 1, visits: parted(row.visits) }))
}

/** The assignments that live on the day. */
async function asked(manager: EntityManager, query: Pick<DutyQuery, 'on' | 'since' | 'telephoneCounts' | 'unitIds'>): Promise<AskedVisits[]> {
  const rows = await select<Joined<AskedVisits>>(
    manager,
    sql`SELECT ${askedSql(query)} ${inOfficeSql({ unitIds: query.unitIds })} AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), query.on)}
    ORDER BY a.id`,
  )
  return rows.map((row) => ({ ...row, visits: parted(row.visits) }))
}

/** With the visits as one text. */
type Joined<T extends AskedVisits> = Omit<T, 'visits'> & { visits: string | null }

function parted(visits: string | null): CalendarDate[] {
  return visits?.split(',') ?? []
}

function askedSql({ on, since, telephoneCounts }: Pick<DutyQuery, 'on' | 'since' | 'telephoneCounts'>): Sql {
  return sql`a.id AS id, a.from_date AS "from", a.to_date AS "to", a.frequency_times AS times, a.frequency_unit AS unit,
    date(a.created_at, '+8 hours') AS "recordedOn",
    (SELECT group_concat(v.visited_on) FROM visit v
      WHERE v.enterprise_id = a.enterprise_id AND v.liaison_id = a.liaison_id AND v.deleted_at IS NULL
        AND v.visited_on >= ${since} AND v.visited_on <= ${on}
        AND ${telephoneCounts ? raw('TRUE') : raw("v.mode <> '电话'")}) AS visits`
}

/** Ids of the assignments that live on a day, in their order. */
async function living(manager: EntityManager, on: CalendarDate): Promise<number[]> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT a.id AS id ${inOfficeSql({})} AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), on)} ORDER BY a.id`,
  )
  return rows.map(({ id }) => id)
}

/**
 * 期满未续 on a day (docs/domain.md, S8): ended without a stated reason, and nobody of the same kind in office has been
 * assigned to the enterprise since; the longest ended first.
 */
async function expired(manager: EntityManager, on: CalendarDate): Promise<number[]> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT a.id AS id ${inOfficeSql({})} AND a.to_date < ${on} AND a.end_reason IS NULL
      AND NOT EXISTS (SELECT 1 FROM assignment b JOIN liaison m ON m.id = b.liaison_id
        WHERE b.enterprise_id = a.enterprise_id AND b.deleted_at IS NULL AND m.deleted_at IS NULL AND m.active IS TRUE
          AND m.kind = l.kind AND ${livesOnSql(raw('b.from_date'), raw('b.to_date'), on)})
    ORDER BY a.to_date, a.id`,
  )
  return rows.map(({ id }) => id)
}

/** Assignments `a` of liaisons `l` in office to enterprises `e` in the register. */
function inOfficeSql({ ids, liaisonIds, unitIds }: Pick<DutyQuery, 'ids' | 'liaisonIds' | 'unitIds'>): Sql {
  const conditions: Sql[] = [
    raw('a.deleted_at IS NULL AND l.deleted_at IS NULL AND e.deleted_at IS NULL AND l.active IS TRUE'),
    sql`NOT ${oneOf(raw('e.operating_status'), departedStatuses)}`,
  ]
  if (ids) conditions.push(amongIds(raw('a.id'), ids))
  if (liaisonIds) conditions.push(amongIds(raw('a.liaison_id'), liaisonIds))
  if (unitIds?.length) conditions.push(oneOf(raw('e.unit_id'), unitIds))
  return sql`FROM assignment a JOIN liaison l ON l.id = a.liaison_id JOIN enterprise e ON e.id = a.enterprise_id
    WHERE ${all(conditions)}`
}

/** What stands beside an assignment in a list: who, whether it is over, and when he was there last. */
interface AssignmentFacts {
  id: number
  liaisonKind: string
  liaisonPhone: string | null
  ended: boolean
  lastVisitOn: CalendarDate | null
}

async function assignmentFacts(
  manager: EntityManager,
  ids: readonly number[],
  on: CalendarDate,
): Promise<AssignmentFacts[]> {
  const rows = await select<Omit<AssignmentFacts, 'ended'> & { ended: number }>(
    manager,
    sql`SELECT a.id AS id, l.kind AS "liaisonKind", l.phone AS "liaisonPhone",
      (a.to_date IS NOT NULL AND a.to_date < ${on}) AS ended,
      (SELECT max(v.visited_on) FROM visit v WHERE v.enterprise_id = a.enterprise_id AND v.liaison_id = a.liaison_id
        AND v.deleted_at IS NULL) AS "lastVisitOn"
    FROM assignment a JOIN liaison l ON l.id = a.liaison_id WHERE ${amongIds(raw('a.id'), ids)}`,
  )
  return rows.map((row) => ({ ...row, ended: row.ended === 1 }))
}

/** The visit found a problem that is not solved yet. */
export function isOpenProblem(alias: string): Sql {
  return raw(`${alias}.problem IS NOT NULL AND coalesce(${alias}.resolution, '') <> '已解决'`)
}

const openProblem = isOpenProblem('v')

/** The way of each visit's problem, and whether somebody has looked again. */
async function visitFacts(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ id: number; problem: 'open' | 'solved' | null; deadline: CalendarDate | null; followedOn: CalendarDate | null }[]> {
  return select(
    manager,
    sql`SELECT v.id AS id, CASE WHEN ${openProblem} THEN 'open' WHEN v.problem IS NOT NULL THEN 'solved' END AS problem,
      v.deadline AS deadline,
      (SELECT max(f.visited_on) FROM visit f WHERE f.follows_visit_id = v.id AND f.deleted_at IS NULL) AS "followedOn"
    FROM visit v WHERE ${amongIds(raw('v.id'), ids)}`,
  )
}

/** Visits with a problem that is not solved: the overdue first, then by deadline; those without one last. */
async function openProblems(manager: EntityManager, query: { overdueOn?: CalendarDate }): Promise<number[]> {
  const overdue = query.overdueOn === undefined ? raw('TRUE') : sql`v.deadline < ${query.overdueOn}`
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT v.id AS id FROM visit v WHERE v.deleted_at IS NULL AND ${openProblem} AND ${overdue}
    ORDER BY v.deadline ASC NULLS LAST, v.visited_on, v.id`,
  )
  return rows.map(({ id }) => id)
}

/** Problems of a set of units: open, of these overdue, and solved since a day. */
async function problemCounts(
  manager: EntityManager,
  query: { on: CalendarDate; since: CalendarDate; unitIds?: readonly number[] | undefined },
): Promise<{ open: number; overdue: number; solved: number }> {
  const units = query.unitIds?.length ? oneOf(raw('e.unit_id'), query.unitIds) : raw('TRUE')
  const [counts] = await select<{ open: number; overdue: number; solved: number }>(
    manager,
    sql`SELECT count(*) FILTER (WHERE ${openProblem}) AS open,
      count(*) FILTER (WHERE ${openProblem} AND v.deadline < ${query.on}) AS overdue,
      count(*) FILTER (WHERE v.resolution = '已解决' AND v.resolved_on >= ${query.since}) AS solved
    FROM visit v JOIN enterprise e ON e.id = v.enterprise_id
    WHERE v.deleted_at IS NULL AND v.problem IS NOT NULL AND ${units}`,
  )
  return counts ?? { open: 0, overdue: 0, solved: 0 }
}

/** Enterprises in the register that no liaison in office contacts on a day, by unit and name. */
async function uncontacted(
  manager: EntityManager,
  query: { on: CalendarDate; unitIds?: readonly number[] | undefined },
): Promise<number[]> {
  const units = query.unitIds?.length ? oneOf(raw('e.unit_id'), query.unitIds) : raw('TRUE')
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT e.id AS id FROM enterprise e JOIN unit u ON u.id = e.unit_id
    WHERE e.deleted_at IS NULL AND NOT ${oneOf(raw('e.operating_status'), departedStatuses)} AND ${units}
      AND e.id NOT IN (
        SELECT a.enterprise_id FROM assignment a JOIN liaison l ON l.id = a.liaison_id
        WHERE a.deleted_at IS NULL AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), query.on)}
          AND l.deleted_at IS NULL AND l.active IS TRUE
      )
    ORDER BY u.sort_no, e.sort_key, e.id`,
  )
  return rows.map(({ id }) => id)
}

/** 指导员 and 联络员 in office. */
async function peopleInOffice(manager: EntityManager): Promise<{ instructors: number; contacts: number }> {
  const [counts] = await select<{ instructors: number; contacts: number }>(
    manager,
    sql`SELECT count(*) FILTER (WHERE l.kind = '指导员') AS instructors, count(*) FILTER (WHERE l.kind = '联络员') AS contacts
    FROM liaison l WHERE l.deleted_at IS NULL AND l.active IS TRUE`,
  )
  return counts ?? { instructors: 0, contacts: 0 }
}

export const visitRepository = {
  duties, asked, living, expired, assignmentFacts, visitFacts, openProblems, problemCounts, uncontacted, peopleInOffice,
}

import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { EnterpriseFact, FundFact, VisitFact } from '../../../../shared/domain/statistics/tableFacts'
import { goals, type DeliveryItem, type DeliveryState, type Goal, type OrgMode, type OrgType, type SecretarySource } from '../../../../shared/domain/valueDomain'
import { coverageFactsSql, coverageJoins, coveringSql, liaisedSql } from './coverageSql'
import { secretaryOnSql } from './ledgerSources'
import { raw, select, sql } from './sql'

/** What the tables S1–S14 count (shared/domain/statistics/tableFacts.ts), as the ledger of a day has it. */

/** An enterprise without what is read of its other records. */
export type OwnFacts = Omit<EnterpriseFact, 'deliveries' | 'deliveryAmount' | 'goals'>

type Flag = 'registered' | 'inBase' | 'eligible' | 'aboveScale'

/** Living enterprises, by id. */
async function enterprises(manager: EntityManager, asOf: CalendarDate, rules: CoverageRules): Promise<OwnFacts[]> {
  const facts = coverageFactsSql(rules)
  const rows = await select<Omit<OwnFacts, Flag> & Record<Flag, number>>(
    manager,
    sql`WITH ${coveringSql(asOf)}, ${liaisedSql(asOf)}
    SELECT e.id AS id, e.unit_id AS "unitId", e.place_name AS "placeName", (${facts.registered}) AS registered,
      (${facts.inBase}) AS "inBase", (${facts.eligible}) AS eligible, (${facts.aboveScale}) AS "aboveScale",
      ${facts.status} AS status, e.operating_status AS "operatingStatus", e.enterprise_type AS "enterpriseType",
      e.industry AS industry, e.unbuilt_reason AS "unbuiltReason", covering.party_org_id AS "partyOrgId",
      e.established_on AS "establishedOn", e.employees AS employees, e.formal_members AS "formalMembers",
      e.probationary_members AS "probationaryMembers", e.members_registered_here AS "membersRegisteredHere",
      e.members_registered_elsewhere AS "membersRegisteredElsewhere", e.floating_members AS "floatingMembers",
      e.activists AS activists, e.admitted_this_year AS "admittedThisYear"
    FROM enterprise e ${coverageJoins} WHERE e.deleted_at IS NULL ORDER BY e.id`,
  )
  return rows.map((row) => ({
    ...row,
    registered: row.registered === 1,
    inBase: row.inBase === 1,
    eligible: row.eligible === 1,
    aboveScale: row.aboveScale === 1,
  }))
}

export interface DeliveredItem {
  enterpriseId: number
  item: DeliveryItem
  state: DeliveryState
  /** 分 */
  amount: number | null
}

/** 三建三送 on a day: what came about later was not there yet. */
async function deliveries(manager: EntityManager, asOf: CalendarDate): Promise<DeliveredItem[]> {
  return select(
    manager,
    sql`SELECT d.enterprise_id AS "enterpriseId", d.item AS item, d.state AS state, d.amount AS amount
    FROM delivery d WHERE d.deleted_at IS NULL AND (d.done_on IS NULL OR d.done_on <= ${asOf})`,
  )
}

export type Judgement = { enterpriseId: number } & Record<Goal, boolean | null>

/** The last 六有评定 of each enterprise in the year, up to a day; none where no goal was judged. */
async function judgements(manager: EntityManager, asOf: CalendarDate): Promise<Judgement[]> {
  const met = raw(goals.map(({ key }) => `g.${key}_met AS "${key}"`).join(', '))
  const judged = raw(goals.map(({ key }) => `g.${key}_met IS NOT NULL`).join(' OR '))
  const rows = await select<{ enterpriseId: number } & Record<Goal, number | null>>(
    manager,
    sql`SELECT "enterpriseId", org, place, fund, activity, rule, effect FROM (
      SELECT g.enterprise_id AS "enterpriseId", ${met},
        row_number() OVER (PARTITION BY g.enterprise_id ORDER BY g.period DESC) AS nth
      FROM goal_check g WHERE g.deleted_at IS NULL AND g.period LIKE ${`${asOf.slice(0, 4)}年%`}
        AND g.checked_on <= ${asOf} AND (${judged})
    ) AS latest WHERE nth = 1`,
  )
  const flag = (stored: number | null): boolean | null => (stored === null ? null : stored === 1)
  return rows.map(({ enterpriseId, org, place, fund, activity, rule, effect }) => ({
    enterpriseId, org: flag(org), place: flag(place), fund: flag(fund), activity: flag(activity), rule: flag(rule), effect: flag(effect),
  }))
}

export interface OrgRow {
  id: number
  unitId: number
  orgType: OrgType | null
  mode: OrgMode
  foundedOn: CalendarDate | null
  dissolvedOn: CalendarDate | null
  lastElectionOn: CalendarDate | null
  termYears: number | null
  termEndsOn: CalendarDate | null
  extendedTo: CalendarDate | null
  secretaryTermId: number | null
}

/** Organisations that live on the last day, or were dissolved from the first on. One founded later is none yet. */
async function orgs(manager: EntityManager, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<OrgRow[]> {
  return select(
    manager,
    sql`SELECT o.id AS id, o.unit_id AS "unitId", o.org_type AS "orgType", o.mode AS mode, o.founded_on AS "foundedOn",
      o.dissolved_on AS "dissolvedOn", o.last_election_on AS "lastElectionOn", o.term_years AS "termYears",
      o.term_ends_on AS "termEndsOn", o.extended_to AS "extendedTo", ${secretaryOnSql(raw('o.id'), to)} AS "secretaryTermId"
    FROM party_org o WHERE o.deleted_at IS NULL AND (o.dissolved_on IS NULL OR o.dissolved_on >= ${from})
      AND (o.founded_on IS NULL OR o.founded_on <= ${to}) ORDER BY o.id`,
  )
}

export interface PostRow {
  id: number
  name: string
  phone: string | null
  source: SecretarySource | null
  identity: string | null
  fullTime: boolean | null
  education: string | null
  trainings: number
}

/** The given terms of secretaries, with their trainings of a year. */
async function posts(manager: EntityManager, ids: readonly number[], year: number): Promise<PostRow[]> {
  const rows = await select<Omit<PostRow, 'fullTime'> & { fullTime: number | null }>(
    manager,
    sql`SELECT s.id AS id, s.name AS name, s.phone AS phone, s.source AS source, s.identity AS identity,
      s.full_time AS "fullTime", s.education AS education,
      coalesce((SELECT sum(json_extract(t.value, '$.count')) FROM json_each(s.trainings) t
        WHERE json_extract(t.value, '$.year') = ${year}), 0) AS trainings
    FROM secretary_term s WHERE s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY s.id`,
  )
  return rows.map((row) => ({ ...row, fullTime: row.fullTime === null ? null : row.fullTime === 1 }))
}

/** What an assignment says of its liaison and its end, by its id. */
async function liaisonsOf(
  manager: EntityManager,
): Promise<Map<number, { kind: string; fullTime: boolean; endReason: string | null }>> {
  const rows = await select<{ id: number; kind: string; fullTime: number; endReason: string | null }>(
    manager,
    raw(`SELECT a.id AS id, l.kind AS kind, l.full_time AS "fullTime", a.end_reason AS "endReason"
    FROM assignment a JOIN liaison l ON l.id = a.liaison_id WHERE a.deleted_at IS NULL`),
  )
  return new Map(rows.map(({ id, kind, fullTime, endReason }) => [id, { kind, fullTime: fullTime === 1, endReason }]))
}

/** Visits from one day to another that found a problem. */
async function problems(manager: EntityManager, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<VisitFact[]> {
  const rows = await select<Omit<VisitFact, 'solved'> & { solved: number }>(
    manager,
    sql`SELECT v.id AS id, e.unit_id AS "unitId",
      (coalesce(v.resolution, '') = '已解决' AND (v.resolved_on IS NULL OR v.resolved_on <= ${to})) AS solved
    FROM visit v JOIN enterprise e ON e.id = v.enterprise_id AND e.deleted_at IS NULL
    WHERE v.deleted_at IS NULL AND v.problem IS NOT NULL AND v.visited_on BETWEEN ${from} AND ${to} ORDER BY v.id`,
  )
  return rows.map((row) => ({ ...row, solved: row.solved === 1 }))
}

/** Incomes and expenses up to a day, with the enterprise they may belong to. */
async function funds(
  manager: EntityManager,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<(FundFact & { enterpriseId: number | null })[]> {
  const rows = await select<Omit<FundFact, 'inPeriod'> & { enterpriseId: number | null; inPeriod: number }>(
    manager,
    sql`SELECT f.id AS id, coalesce(o.unit_id, e.unit_id) AS "unitId", f.direction AS direction,
      coalesce(CASE f.direction WHEN '收入' THEN f.source ELSE f.use END, '') AS name, f.amount AS amount,
      (f.occurred_on >= ${from}) AS "inPeriod", f.party_org_id AS "partyOrgId", f.enterprise_id AS "enterpriseId"
    FROM fund_entry f LEFT JOIN party_org o ON o.id = f.party_org_id LEFT JOIN enterprise e ON e.id = f.enterprise_id
    WHERE f.deleted_at IS NULL AND f.occurred_on <= ${to} AND coalesce(o.unit_id, e.unit_id) IS NOT NULL ORDER BY f.id`,
  )
  return rows.map((row) => ({ ...row, inPeriod: row.inPeriod === 1 }))
}

/** The assessment of a year that was made last; null without one. */
async function schemeOf(manager: EntityManager, year: number): Promise<number | null> {
  const [scheme] = await select<{ id: number }>(
    manager,
    sql`SELECT s.id AS id FROM scheme s WHERE s.deleted_at IS NULL AND s.year = ${year} ORDER BY s.id DESC LIMIT 1`,
  )
  return scheme?.id ?? null
}

export interface TableUnit {
  id: number
  name: string
  /** A table shows it although nothing is counted in it. */
  inUse: boolean
}

/** All units in official order, those out of use and removed among them. */
async function units(manager: EntityManager): Promise<TableUnit[]> {
  const rows = await select<Omit<TableUnit, 'inUse'> & { inUse: number }>(
    manager,
    raw(`SELECT u.id AS id, u.name AS name, (u.active IS TRUE AND u.deleted_at IS NULL) AS "inUse" FROM unit u ORDER BY u.sort_no, u.id`),
  )
  return rows.map((row) => ({ ...row, inUse: row.inUse === 1 }))
}

export const tableFactsRepository = {
  enterprises, deliveries, judgements, orgs, posts, liaisonsOf, problems, funds, schemeOf, units,
}

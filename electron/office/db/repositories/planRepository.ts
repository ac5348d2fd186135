import type { EntityManager } from 'typeorm'
import type { PlacedEnterprise } from '../../../../shared/contract/placed'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { FollowUpStep } from '../../../../shared/domain/followUpStanding'
import type { PlanState } from '../../../../shared/domain/planStanding'
import { departedStatuses, type CoverageStatus } from '../../../../shared/domain/valueDomain'
import { coverageFactsSql, coverageJoins, coveringSql, liaisedSql } from './coverageSql'
import { amongIds, oneOf, raw, select, sql, type Sql } from './sql'

interface UnbuiltQuery {
  on: CalendarDate
  rules: CoverageRules
  unitIds?: readonly number[] | undefined
}

/** No index holds what plans are told from, and going through one to look into the table takes longer (recordSource.ts). */
const enterprises = raw('enterprise e NOT INDEXED')

/** 实体运营 without an organisation (S1, column Q), over `e` and `covering`. */
function unbuiltSql({ rules, unitIds }: UnbuiltQuery): Sql {
  return sql`e.deleted_at IS NULL AND ${coverageFactsSql(rules).inBase} AND covering.party_org_id IS NULL AND ${inUnits(unitIds)}`
}

/** shared/domain/planStanding.ts over `e`. */
function planStateSql(on: CalendarDate): Sql {
  const [planned, month] = [raw('substr(e.planned_founding_on, 1, 7)'), on.slice(0, 7)]
  return sql`CASE WHEN ${planned} IS NULL THEN ${'未列计划' satisfies PlanState}
    WHEN ${planned} < ${month} THEN ${'逾期' satisfies PlanState}
    WHEN ${planned} = ${month} THEN ${'本月到期' satisfies PlanState} ELSE ${'已列计划' satisfies PlanState} END`
}

/**
 * The unbuilt, those with the earliest planned month first, so the overdue lead; then those that meet the conditions,
 * then by unit and name. `isEligible`: no others; `states`: no others.
 */
async function unbuilt(
  manager: EntityManager,
  query: UnbuiltQuery & { isEligible?: boolean; states?: readonly PlanState[] },
): Promise<number[]> {
  const { on, rules, isEligible, states } = query
  const { eligible } = coverageFactsSql(rules)
  const rows = await select<{ id: number }>(
    manager,
    sql`WITH ${coveringSql(on)}
    SELECT e.id AS id FROM ${enterprises} JOIN unit u ON u.id = e.unit_id
    LEFT JOIN covering ON covering.enterprise_id = e.id
    WHERE ${unbuiltSql(query)} AND ${isEligible ? eligible : raw('TRUE')}
      AND ${states ? oneOf(planStateSql(on), states) : raw('TRUE')}
    ORDER BY substr(e.planned_founding_on, 1, 7) NULLS LAST, ${eligible} DESC, u.sort_no, e.sort_key, e.id`,
  )
  return rows.map(({ id }) => id)
}

export interface UnbuiltCount {
  state: PlanState
  eligible: boolean
  unbuiltReason: string | null
  count: number
}

/** The unbuilt by how far their plan is, whether they meet the conditions, and why they are unbuilt. */
async function unbuiltCounts(manager: EntityManager, query: UnbuiltQuery): Promise<UnbuiltCount[]> {
  const rows = await select<Omit<UnbuiltCount, 'eligible'> & { eligible: number }>(
    manager,
    sql`WITH ${coveringSql(query.on)}
    SELECT ${planStateSql(query.on)} AS state, (${coverageFactsSql(query.rules).eligible}) AS eligible,
      e.unbuilt_reason AS "unbuiltReason", count(*) AS count
    FROM ${enterprises} LEFT JOIN covering ON covering.enterprise_id = e.id
    WHERE ${unbuiltSql(query)} GROUP BY 1, 2, 3`,
  )
  return rows.map((row) => ({ ...row, eligible: row.eligible === 1 }))
}

/** A newly founded enterprise and the looks at it on record. */
export interface Newcomer {
  id: number
  establishedOn: CalendarDate
  firstId: number | null
  firstDoneOn: CalendarDate | null
  secondId: number | null
  secondDoneOn: CalendarDate | null
}

/** Enterprises in the register founded since a day, the latest first; only the given ones when `ids` is there. */
async function newcomers(
  manager: EntityManager,
  query: { since: CalendarDate; on: CalendarDate; ids?: readonly number[]; unitIds?: readonly number[] | undefined },
): Promise<Newcomer[]> {
  const { since, on, ids, unitIds } = query
  const among = ids ? sql`e.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))` : raw('TRUE')
  return select(
    manager,
    sql`SELECT e.id AS id, e.established_on AS "establishedOn", first.id AS "firstId", first.done_on AS "firstDoneOn",
      second.id AS "secondId", second.done_on AS "secondDoneOn"
    FROM ${enterprises} ${lookJoin('first', '首次')} ${lookJoin('second', '再次')}
    WHERE e.deleted_at IS NULL AND e.established_on >= ${since} AND e.established_on <= ${on}
      AND NOT ${oneOf(raw('e.operating_status'), departedStatuses)} AND ${among} AND ${inUnits(unitIds)}
    ORDER BY e.established_on DESC, e.id DESC`,
  )
}

function lookJoin(alias: 'first' | 'second', step: FollowUpStep): Sql {
  return sql`LEFT JOIN follow_up ${raw(alias)} ON ${raw(alias)}.enterprise_id = e.id
    AND ${raw(alias)}.deleted_at IS NULL AND ${raw(alias)}.step = ${step}`
}

function inUnits(unitIds: readonly number[] | undefined): Sql {
  return unitIds?.length ? oneOf(raw('e.unit_id'), unitIds) : raw('TRUE')
}

/** Planned months of enterprises, by id; null where there is no plan. */
async function plannedMonths(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ id: number; plannedFoundingOn: CalendarDate | null }[]> {
  return select(
    manager,
    sql`SELECT e.id AS id, e.planned_founding_on AS "plannedFoundingOn" FROM enterprise e
    WHERE e.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
}

/** Living enterprises by where they stand in the coverage on a day. */
async function byCoverage(
  manager: EntityManager,
  query: { on: CalendarDate; rules: CoverageRules; statuses: readonly CoverageStatus[] },
): Promise<number[]> {
  const rows = await select<{ id: number }>(
    manager,
    sql`WITH ${coveringSql(query.on)}, ${liaisedSql(query.on)}
    SELECT e.id AS id FROM enterprise e ${coverageJoins}
    WHERE e.deleted_at IS NULL AND ${oneOf(coverageFactsSql(query.rules).status, query.statuses)}`,
  )
  return rows.map(({ id }) => id)
}

/** How an enterprise stands and where, for proposals (`e`, `u`). */
export const placedColumns = raw(`e.id AS id, e.version AS version, e.name AS name, e.unit_id AS "unitId", u.name AS "unitName",
  e.community AS community, e.place_kind AS "placeKind", e.place_name AS "placeName", e.business_address AS "businessAddress",
  e.industry AS industry, e.formal_members AS "formalMembers"`)

/**
 * The unbuilt with some 正式党员, but fewer than an organisation needs, that no plan names yet, by unit and name.
 * `ids`: only these.
 */
async function jointCandidates(
  manager: EntityManager,
  query: UnbuiltQuery & { ids?: readonly number[] },
): Promise<(PlacedEnterprise & { formalMembers: number })[]> {
  const { on, rules, ids } = query
  return select(
    manager,
    sql`WITH ${coveringSql(on)}
    SELECT ${placedColumns} FROM ${enterprises} JOIN unit u ON u.id = e.unit_id
    LEFT JOIN covering ON covering.enterprise_id = e.id
    WHERE ${unbuiltSql(query)} AND e.formal_members >= 1 AND e.formal_members < ${rules.minMembers}
      AND e.planned_founding_on IS NULL AND ${ids ? amongIds(raw('e.id'), ids) : raw('TRUE')}
    ORDER BY u.sort_no, e.sort_key, e.id`,
  )
}

/** The unbuilt that are no candidates: planned for already although too small alone; without members, or none stated. */
async function unproposed(manager: EntityManager, query: UnbuiltQuery): Promise<{ planned: number; memberless: number }> {
  const [counts] = await select<{ planned: number; memberless: number }>(
    manager,
    sql`WITH ${coveringSql(query.on)}
    SELECT count(*) FILTER (WHERE e.formal_members >= 1 AND e.formal_members < ${query.rules.minMembers}
        AND e.planned_founding_on IS NOT NULL) AS planned,
      count(*) FILTER (WHERE coalesce(e.formal_members, 0) = 0) AS memberless
    FROM ${enterprises} LEFT JOIN covering ON covering.enterprise_id = e.id WHERE ${unbuiltSql(query)}`,
  )
  return counts ?? { planned: 0, memberless: 0 }
}

export const planRepository = {
  unbuilt, unbuiltCounts, newcomers, plannedMonths, byCoverage, jointCandidates, unproposed,
}

import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import { departedStatuses, type CoverageStatus, type OrgMode } from '../../../../shared/domain/valueDomain'
import { all, oneOf, raw, sql, type Sql } from './sql'

/**
 * The sets of docs/domain.md 3.2 in SQL, word for word those of shared/domain/coverage.ts; coverageSql.test.ts compares
 * the two on random ledgers. The common tables hold at most one row an enterprise and are built once a query:
 * asking for each enterprise separately takes twice as long over a whole ledger (0.27 s against 0.13 s for 100,000).
 */

/** Which enterprises are looked at, as a condition on a column that holds their id. */
export type Scope = (enterpriseId: Sql) => Sql

export const everyEnterprise: Scope = () => raw('TRUE')

/** A relation that has begun and whose last day has not passed. */
export function livesOnSql(since: Sql, until: Sql, date: CalendarDate): Sql {
  return sql`(${since} IS NULL OR ${since} <= ${date}) AND (${until} IS NULL OR ${until} >= ${date})`
}

/**
 * `covering`: org(e), the organisation covering an enterprise on the date. Should two do so, the relation that began
 * last counts, then the one recorded last.
 */
export function coveringSql(date: CalendarDate, scope: Scope = everyEnterprise): Sql {
  return sql`covering AS MATERIALIZED (
    SELECT enterprise_id, coverage_id, party_org_id, mode FROM (
      SELECT c.enterprise_id, c.id AS coverage_id, c.party_org_id, o.mode, row_number() OVER (
        PARTITION BY c.enterprise_id ORDER BY c.since DESC NULLS LAST, c.id DESC
      ) AS place
      FROM coverage c JOIN party_org o ON o.id = c.party_org_id
      WHERE c.deleted_at IS NULL AND ${scope(raw('c.enterprise_id'))}
        AND ${livesOnSql(raw('c.since'), raw('c.until'), date)}
        AND o.deleted_at IS NULL AND (o.dissolved_on IS NULL OR o.dissolved_on > ${date})
    ) AS candidate WHERE place = 1
  )`
}

/** `liaising`: the enterprises an active liaison is assigned to on the date. */
export function liaisedSql(date: CalendarDate, scope: Scope = everyEnterprise): Sql {
  return sql`liaising AS MATERIALIZED (SELECT DISTINCT a.enterprise_id ${livingAssignments(date, scope)})`
}

/**
 * `liaising` with the one who is shown, 指导员 before 联络员, then whoever began last. A quarter slower than
 * `liaisedSql` alone.
 */
export function liaisingSql(date: CalendarDate, scope: Scope = everyEnterprise): Sql {
  return sql`liaising AS MATERIALIZED (
    SELECT enterprise_id, assignment_id, liaison_id FROM (
      SELECT a.enterprise_id, a.id AS assignment_id, a.liaison_id, row_number() OVER (
        PARTITION BY a.enterprise_id
        ORDER BY CASE l.kind WHEN '指导员' THEN 0 ELSE 1 END, a.from_date DESC NULLS LAST, a.id DESC
      ) AS place
      ${livingAssignments(date, scope)}
    ) AS candidate WHERE place = 1
  )`
}

function livingAssignments(date: CalendarDate, scope: Scope): Sql {
  return sql`FROM assignment a JOIN liaison l ON l.id = a.liaison_id
      WHERE a.deleted_at IS NULL AND ${scope(raw('a.enterprise_id'))}
        AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), date)}
        AND l.deleted_at IS NULL AND l.active IS TRUE`
}

/** Brings both tables to the enterprises `e`, or as they are called. */
export function coverageJoinsOf(alias: string): Sql {
  return raw(`
  LEFT JOIN covering ON covering.enterprise_id = ${alias}.id
  LEFT JOIN liaising ON liaising.enterprise_id = ${alias}.id`)
}

export const coverageJoins = coverageJoinsOf('e')

/** Facts of an enterprise as SQL expressions: over its row `e`, or the names of columns that already hold them. */
export interface CoverageFactsSql {
  registered: Sql
  inBase: Sql
  eligible: Sql
  aboveScale: Sql
  status: Sql
}

/** The facts over `e`, or as the enterprises are called, `covering` and `liaising`. */
export function coverageFactsSql(rules: CoverageRules, alias = 'e'): CoverageFactsSql {
  const e = (column: string): Sql => raw(`${alias}.${column}`)
  const status = e('operating_status')
  const registered = sql`NOT ${oneOf(status, departedStatuses)}`
  const massOrgs = rules.womenCount ? ['has_union', 'has_league', 'has_women_org'] : ['has_union', 'has_league']
  const massOrg = raw(massOrgs.map((column) => `${alias}.${column} IS TRUE`).join(' OR '))
  return {
    registered,
    inBase: all([
      oneOf(status, rules.base),
      registered,
      ...(rules.enterprisesOnly ? [sql`${e('sector')} = '非公企业'`] : []),
      ...(rules.legalPersonsOnly ? [sql`${e('is_legal_person')} IS TRUE`] : []),
      ...(rules.threeHaveOnly ? [sql`${e('is_three_have')} IS TRUE`] : []),
      ...(rules.baseEmployees > 0 ? [sql`coalesce(${e('employees')}, 0) >= ${rules.baseEmployees}`] : []),
    ]),
    eligible: sql`coalesce(${e('formal_members')}, 0) >= ${rules.minMembers}`,
    aboveScale: sql`${e('is_above_scale')} IS TRUE`,
    status: sql`CASE
      WHEN covering.mode = ${'单独组建' satisfies OrgMode} THEN ${'单独' satisfies CoverageStatus}
      WHEN covering.mode = ${'联合组建' satisfies OrgMode} THEN ${'联合' satisfies CoverageStatus}
      WHEN liaising.enterprise_id IS NOT NULL THEN ${'工作覆盖(联络)' satisfies CoverageStatus}
      WHEN ${massOrg} THEN ${'工作覆盖(群团)' satisfies CoverageStatus}
      ELSE ${'未覆盖' satisfies CoverageStatus} END`,
  }
}

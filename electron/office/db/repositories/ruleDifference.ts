import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import { coverageFactsSql, coverageJoins, coveringSql, liaisedSql } from './coverageSql'
import { select, sql } from './sql'

/** Living, registered enterprises the two rules judge differently. */
export interface RuleDifferences {
  status: number
  inBase: number
  eligible: number
  /** At least one of the three. */
  any: number
}

/** How many enterprises would be judged otherwise on a date if other rules were in force. */
export async function countRuleDifferences(
  manager: EntityManager,
  asOf: CalendarDate,
  before: CoverageRules,
  after: CoverageRules,
): Promise<RuleDifferences> {
  const old = coverageFactsSql(before)
  const facts = coverageFactsSql(after)
  const [counts] = await select<RuleDifferences>(
    manager,
    sql`WITH ${coveringSql(asOf)}, ${liaisedSql(asOf)},
    judged AS MATERIALIZED (
      SELECT ${old.status} <> ${facts.status} AS status, (${old.inBase}) <> (${facts.inBase}) AS in_base,
        (${old.eligible}) <> (${facts.eligible}) AS eligible
      FROM enterprise e ${coverageJoins}
      WHERE e.deleted_at IS NULL AND ${facts.registered}
    )
    SELECT count(*) FILTER (WHERE status) AS status, count(*) FILTER (WHERE in_base) AS "inBase",
      count(*) FILTER (WHERE eligible) AS eligible, count(*) FILTER (WHERE status OR in_base OR eligible) AS "any"
    FROM judged`,
  )
  return counts ?? { status: 0, inBase: 0, eligible: 0, any: 0 }
}

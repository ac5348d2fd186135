import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import { s1Counted, type S1Counts } from '../../../../shared/domain/s1'
import { coverageFactsSql, coverageJoins, coveringSql, liaisedSql, type CoverageFactsSql } from './coverageSql'
import { figureSql } from './figureSql'
import { join, raw, select, sql } from './sql'

export interface UnitS1Counts extends S1Counts {
  unitId: number
  unitName: string
}

const columns: CoverageFactsSql = {
  registered: raw('registered'),
  inBase: raw('in_base'),
  eligible: raw('eligible'),
  aboveScale: raw('above_scale'),
  status: raw('status'),
}

/**
 * The counts of table S1 on a date: one row a unit in official order, for every unit that is active or has a living
 * enterprise.
 */
async function counts(manager: EntityManager, asOf: CalendarDate, rules: CoverageRules): Promise<UnitS1Counts[]> {
  const facts = coverageFactsSql(rules)
  const figures = s1Counted.map(
    (column) => sql`count(*) FILTER (WHERE ${figureSql(column, columns)}) AS ${raw(`"${column}"`)}`,
  )
  const sums = raw(s1Counted.map((column) => `coalesce(figures."${column}", 0) AS "${column}"`).join(', '))
  return select<UnitS1Counts>(
    manager,
    sql`WITH ${coveringSql(asOf)}, ${liaisedSql(asOf)},
    facts AS MATERIALIZED (
      SELECT e.unit_id, ${facts.registered} AS registered, ${facts.inBase} AS in_base, ${facts.eligible} AS eligible,
        ${facts.aboveScale} AS above_scale, ${facts.status} AS status
      FROM enterprise e ${coverageJoins}
      WHERE e.deleted_at IS NULL
    ),
    figures AS MATERIALIZED (SELECT unit_id, ${join(figures, ', ')} FROM facts GROUP BY unit_id)
    SELECT u.id AS "unitId", u.name AS "unitName", ${sums}
    FROM unit u LEFT JOIN figures ON figures.unit_id = u.id
    WHERE figures.unit_id IS NOT NULL OR (u.active IS TRUE AND u.deleted_at IS NULL)
    ORDER BY u.sort_no, u.id`,
  )
}

export const s1Repository = { counts }

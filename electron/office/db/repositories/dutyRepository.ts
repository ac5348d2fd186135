import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { FrequencyUnit } from '../../../../shared/domain/valueDomain'
import { coveringSql } from './coverageSql'
import { raw, select, sql } from './sql'

/** An assignment that lives in a span of days, with whom it counts for and the days of its visits. */
export interface Duty {
  from: CalendarDate | null
  to: CalendarDate | null
  times: number
  unit: FrequencyUnit
  recordedOn: CalendarDate
  unitId: number
  /** The organisation that covers the enterprise on the last day. */
  partyOrgId: number | null
  /** Days of the visits that count, divided by commas. */
  visits: string
}

/** Assignments living between two days, both included, with their visits on those days. */
async function within(
  manager: EntityManager,
  span: { from: CalendarDate; to: CalendarDate },
  telephoneCounts: boolean,
): Promise<Duty[]> {
  const counting = telephoneCounts ? raw('TRUE') : sql`v.mode <> '电话'`
  return select(
    manager,
    sql`WITH ${coveringSql(span.to)}, made AS MATERIALIZED (
      SELECT v.enterprise_id, v.liaison_id, group_concat(v.visited_on) AS days FROM visit v
      WHERE v.deleted_at IS NULL AND ${counting} AND v.visited_on BETWEEN ${span.from} AND ${span.to}
      GROUP BY v.enterprise_id, v.liaison_id
    )
    SELECT a.from_date AS "from", a.to_date AS "to", a.frequency_times AS times, a.frequency_unit AS unit,
      date(a.created_at, '+8 hours') AS "recordedOn", e.unit_id AS "unitId",
      covering.party_org_id AS "partyOrgId", coalesce(made.days, '') AS visits
    FROM assignment a JOIN enterprise e ON e.id = a.enterprise_id AND e.deleted_at IS NULL
    LEFT JOIN covering ON covering.enterprise_id = e.id
    LEFT JOIN made ON made.enterprise_id = a.enterprise_id AND made.liaison_id = a.liaison_id
    WHERE a.deleted_at IS NULL AND (a.from_date IS NULL OR a.from_date <= ${span.to})
      AND (a.to_date IS NULL OR a.to_date >= ${span.from})`,
  )
}

export const dutyRepository = { within }

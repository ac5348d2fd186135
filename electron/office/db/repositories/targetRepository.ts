import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { deliveryItems } from '../../../../shared/domain/valueDomain'
import { select, sql } from './sql'

/** Organisations founded in a year up to a day, by the unit that administers them; dissolved ones are not counted. */
async function founded(
  manager: EntityManager,
  year: number,
  asOf: CalendarDate,
): Promise<{ unitId: number; orgs: number }[]> {
  return select(
    manager,
    sql`SELECT o.unit_id AS "unitId", count(*) AS orgs FROM party_org o
    WHERE o.deleted_at IS NULL AND o.founded_on >= ${`${year}-01-01`} AND o.founded_on <= ${asOf}
      AND (o.dissolved_on IS NULL OR o.dissolved_on > ${asOf}) GROUP BY o.unit_id`,
  )
}

/** Enterprises that have every item of 三建三送, own or shared, by unit. */
async function delivered(manager: EntityManager): Promise<{ unitId: number; enterprises: number }[]> {
  return select(
    manager,
    sql`SELECT e.unit_id AS "unitId", count(*) AS enterprises FROM enterprise e
    WHERE e.deleted_at IS NULL AND (
      SELECT count(*) FROM delivery d
      WHERE d.enterprise_id = e.id AND d.deleted_at IS NULL AND d.state IN ('已落实', '共用', '不适用')
    ) >= ${deliveryItems.length} GROUP BY e.unit_id`,
  )
}

export const targetRepository = { founded, delivered }

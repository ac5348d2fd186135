import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { LiaisonKind } from '../../../../shared/domain/valueDomain'
import { livesOnSql } from './coverageSql'
import { employerPost } from './ledgerColumns'
import { raw, select, sql } from './sql'

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

export const liaisonRepository = { list }

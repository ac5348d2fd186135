import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { coveringSql, livesOnSql, type Scope } from './coverageSql'
import { amongIds, raw, select, sql } from './sql'

/** 党员 of the enterprises an organisation covers on a day, summed; null counts as 0. */
async function orgMembers(
  manager: EntityManager,
  ids: readonly number[],
  on: CalendarDate,
): Promise<{ id: number; formalMembers: number; probationaryMembers: number }[]> {
  const scope: Scope = (enterpriseId) =>
    sql`${enterpriseId} IN (SELECT enterprise_id FROM coverage WHERE ${amongIds(raw('party_org_id'), ids)})`
  return select(
    manager,
    sql`WITH ${coveringSql(on, scope)}
    SELECT covering.party_org_id AS id, coalesce(sum(e.formal_members), 0) AS "formalMembers",
      coalesce(sum(e.probationary_members), 0) AS "probationaryMembers"
    FROM covering JOIN enterprise e ON e.id = covering.enterprise_id AND e.deleted_at IS NULL
    WHERE ${amongIds(raw('covering.party_org_id'), ids)}
    GROUP BY covering.party_org_id`,
  )
}

/** 正式党员 of the enterprise of each relation. */
async function coveredMembers(manager: EntityManager, ids: readonly number[]): Promise<{ id: number; formalMembers: number | null }[]> {
  return select(
    manager,
    sql`SELECT c.id AS id, e.formal_members AS "formalMembers" FROM coverage c JOIN enterprise e ON e.id = c.enterprise_id
    WHERE ${amongIds(raw('c.id'), ids)}`,
  )
}

/** 联系企业数 on a day, and visits of its calendar year, of each liaison. */
async function liaisonLoad(
  manager: EntityManager,
  ids: readonly number[],
  on: CalendarDate,
): Promise<{ id: number; enterprises: number; visitsThisYear: number; lastVisitOn: CalendarDate | null }[]> {
  const yearStart = `${on.slice(0, 4)}-01-01`
  return select(
    manager,
    sql`SELECT l.id AS id,
      (SELECT count(*) FROM assignment a JOIN enterprise e ON e.id = a.enterprise_id AND e.deleted_at IS NULL
        WHERE a.liaison_id = l.id AND a.deleted_at IS NULL
          AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), on)}) AS enterprises,
      (SELECT count(*) FROM visit v WHERE v.liaison_id = l.id AND v.deleted_at IS NULL
        AND v.visited_on >= ${yearStart} AND v.visited_on <= ${on}) AS "visitsThisYear",
      (SELECT max(v.visited_on) FROM visit v WHERE v.liaison_id = l.id AND v.deleted_at IS NULL) AS "lastVisitOn"
    FROM liaison l WHERE ${amongIds(raw('l.id'), ids)}`,
  )
}

/** What the answer to a 意见建议 is told by: of the given ones, else of all living ones. */
async function answers(
  manager: EntityManager,
  ids?: readonly number[],
): Promise<{ id: number; state: string; answerDue: CalendarDate | null }[]> {
  const which = ids ? amongIds(raw('p.id'), ids) : raw('p.deleted_at IS NULL')
  return select(manager, sql`SELECT p.id AS id, p.state AS state, p.answer_due AS "answerDue" FROM proposal p WHERE ${which}`)
}

/** The living liaisons by name. */
async function liaisonIds(manager: EntityManager): Promise<number[]> {
  const rows = await select<{ id: number }>(manager, sql`SELECT l.id AS id FROM liaison l WHERE l.deleted_at IS NULL ORDER BY l.name, l.id`)
  return rows.map(({ id }) => id)
}

export const workRepository = { orgMembers, coveredMembers, liaisonLoad, answers, liaisonIds }

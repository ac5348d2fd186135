import type { EntityManager } from 'typeorm'
import { lifeNorms } from '../../../../shared/domain/assessment'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { Sector } from '../../../../shared/domain/valueDomain'
import { coveringSql } from './coverageSql'
import { join, raw, select, sql } from './sql'

/** What an assessment needs of each organisation that its own record does not say. */
export interface OrgWork {
  id: number
  /** Σ min(done, norm) over the given quarters. */
  lifeDone: number
  covered: number
  deliveriesDone: number
  /** Items marked 不适用, which are not asked for. */
  deliveriesWaived: number
  goalsMet: number
}

/** Organisation life, 三建三送 and 六有 by organisation on a day; only organisations that have any of them. */
async function orgWork(
  manager: EntityManager,
  asOf: CalendarDate,
  year: number,
  endedQuarters: readonly string[],
): Promise<OrgWork[]> {
  const done = Object.entries({
    memberMeetings: 'member_meetings',
    themeDays: 'theme_days',
    lectures: 'lectures',
  } satisfies Record<keyof typeof lifeNorms, string>).map(([norm, column]) => {
    return sql`min(coalesce(a.${raw(column)}, 0), ${lifeNorms[norm as keyof typeof lifeNorms]})`
  })
  const met = ['org', 'place', 'fund', 'activity', 'rule', 'effect'].map((goal) => raw(`coalesce(g.${goal}_met, 0)`))
  return select(
    manager,
    sql`WITH ${coveringSql(asOf)},
    life AS (
      SELECT a.party_org_id AS id, sum(${join(done, ' + ')}) AS done FROM activity_count a
      WHERE a.deleted_at IS NULL AND a.quarter IN (SELECT value FROM json_each(${JSON.stringify(endedQuarters)}))
      GROUP BY a.party_org_id
    ),
    delivered AS (
      SELECT d.enterprise_id, count(*) FILTER (WHERE d.state IN ('已落实', '共用')) AS done,
        count(*) FILTER (WHERE d.state = '不适用') AS waived
      FROM delivery d WHERE d.deleted_at IS NULL GROUP BY d.enterprise_id
    ),
    judged AS (
      SELECT enterprise_id, met FROM (
        SELECT g.enterprise_id, ${join(met, ' + ')} AS met,
          row_number() OVER (PARTITION BY g.enterprise_id ORDER BY g.period DESC) AS place
        FROM goal_check g WHERE g.deleted_at IS NULL AND g.period LIKE ${`${year}年%`} AND g.checked_on <= ${asOf}
      ) AS latest WHERE place = 1
    ),
    enterprises AS (
      SELECT covering.party_org_id AS id, count(*) AS covered, sum(coalesce(delivered.done, 0)) AS deliveries_done,
        sum(coalesce(delivered.waived, 0)) AS deliveries_waived, sum(coalesce(judged.met, 0)) AS goals_met
      FROM covering JOIN enterprise e ON e.id = covering.enterprise_id AND e.deleted_at IS NULL
      LEFT JOIN delivered ON delivered.enterprise_id = e.id LEFT JOIN judged ON judged.enterprise_id = e.id
      GROUP BY covering.party_org_id
    )
    SELECT o.id AS id, coalesce(life.done, 0) AS "lifeDone", coalesce(enterprises.covered, 0) AS covered,
      coalesce(enterprises.deliveries_done, 0) AS "deliveriesDone",
      coalesce(enterprises.deliveries_waived, 0) AS "deliveriesWaived",
      coalesce(enterprises.goals_met, 0) AS "goalsMet"
    FROM party_org o LEFT JOIN life ON life.id = o.id LEFT JOIN enterprises ON enterprises.id = o.id
    WHERE o.deleted_at IS NULL AND (life.id IS NOT NULL OR enterprises.id IS NOT NULL)`,
  )
}

/** Trainings in a year of the secretary who is in office on a day, by organisation that has one. */
async function trainings(
  manager: EntityManager,
  asOf: CalendarDate,
  year: number,
): Promise<{ id: number; trainings: number }[]> {
  return select(
    manager,
    sql`SELECT s.party_org_id AS id, coalesce(max((
        SELECT sum(json_extract(t.value, '$.count')) FROM json_each(s.trainings) t
        WHERE json_extract(t.value, '$.year') = ${year}
      )), 0) AS trainings
    FROM secretary_term s WHERE s.deleted_at IS NULL AND (s.since IS NULL OR s.since <= ${asOf})
      AND (s.until IS NULL OR s.until >= ${asOf}) GROUP BY s.party_org_id`,
  )
}

export interface StoredScore {
  id: number
  version: number
  partyOrgId: number
  schemeItemId: number
  self: number | null
  final: number | null
  deduction: string | null
  note: string | null
}

/** What was typed under a scheme. */
async function scores(manager: EntityManager, schemeId: number): Promise<StoredScore[]> {
  return select(
    manager,
    sql`SELECT s.id AS id, s.version AS version, s.party_org_id AS "partyOrgId", s.scheme_item_id AS "schemeItemId",
      s.self AS self, s.final AS final, s.deduction AS deduction, s.note AS note
    FROM score s JOIN scheme_item i ON i.id = s.scheme_item_id AND i.deleted_at IS NULL
    WHERE i.scheme_id = ${schemeId} AND s.deleted_at IS NULL`,
  )
}

export interface StoredQuarter {
  id: number
  version: number
  partyOrgId: number
  quarter: number
  points: number | null
}

/** 季度分值 of a year. */
async function quarterScores(manager: EntityManager, year: number): Promise<StoredQuarter[]> {
  return select(
    manager,
    sql`SELECT q.id AS id, q.version AS version, q.party_org_id AS "partyOrgId", q.quarter AS quarter, q.points AS points
    FROM quarter_score q WHERE q.year = ${year} AND q.deleted_at IS NULL`,
  )
}

export interface StoredYear {
  id: number
  version: number
  partyOrgId: number
  firstHalf: number | null
  secondHalf: number | null
  note: string | null
}

/** 半年分值 of a year. */
async function yearScores(manager: EntityManager, year: number): Promise<StoredYear[]> {
  return select(
    manager,
    sql`SELECT y.id AS id, y.version AS version, y.party_org_id AS "partyOrgId", y.first_half AS "firstHalf",
      y.second_half AS "secondHalf", y.note AS note
    FROM year_score y WHERE y.year = ${year} AND y.deleted_at IS NULL`,
  )
}

export interface CoveredClass {
  /** Of the organisation. */
  id: number
  sector: Sector
  localIndustry: string | null
}

/** Every sector and local industry that occurs among the enterprises each organisation covers on a day. */
async function coveredClasses(manager: EntityManager, asOf: CalendarDate): Promise<CoveredClass[]> {
  return select(
    manager,
    sql`WITH ${coveringSql(asOf)}
    SELECT DISTINCT covering.party_org_id AS id, e.sector AS sector, e.local_industry AS "localIndustry"
    FROM covering JOIN enterprise e ON e.id = covering.enterprise_id AND e.deleted_at IS NULL`,
  )
}

export const assessmentRepository = { orgWork, trainings, scores, quarterScores, yearScores, coveredClasses }

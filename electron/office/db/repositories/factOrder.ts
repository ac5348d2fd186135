import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { coverageFactsSql, coverageJoinsOf, coveringSql, everyEnterprise, liaisedSql, liaisingSql, livesOnSql, type Scope } from './coverageSql'
import { placeIn } from './ledgerOrder'
import { coverageStatuses } from '../../../../shared/domain/valueDomain'
import { secretaryOnSql } from './ledgerSources'
import { amongIds, raw, sql, type Sql } from './sql'
import { isOpenProblem } from './visitRepository'

/** What the records `r` of a page are put in order by; null stands last in both directions. */
export interface FactOrder {
  /** Under `WITH`. */
  tables: Sql[]
  joins: Sql
  by: Sql
}

export interface OrderScene {
  on: CalendarDate
  rules: CoverageRules
  /** The records that are listed, where only some can be. */
  ids?: readonly number[] | undefined
}

type Order = (scene: OrderScene) => FactOrder

function plain(by: Sql): Order {
  return () => ({ tables: [], joins: raw(''), by })
}

/** Facts that SQL knows how to order; those that follow from rules in shared/domain are ranked in services/factRanking. */
const orders: Partial<Record<RecordKind, Readonly<Record<string, Order>>>> = {
  enterprise: {
    status: (scene) => ({
      tables: [coveringSql(scene.on, scopeOf(scene)), liaisedSql(scene.on, scopeOf(scene))],
      joins: coverageJoinsOf('r'),
      by: placeIn(coverageFactsSql(scene.rules, 'r').status, coverageStatuses),
    }),
    inBase: ({ rules }) => ({ tables: [], joins: raw(''), by: coverageFactsSql(rules, 'r').inBase }),
    partyOrgName: (scene) => ({
      tables: [coveringSql(scene.on, scopeOf(scene))],
      joins: raw('LEFT JOIN covering ON covering.enterprise_id = r.id LEFT JOIN party_org o ON o.id = covering.party_org_id'),
      by: raw('o.name'),
    }),
    liaisonName: (scene) => ({
      tables: [liaisingSql(scene.on, scopeOf(scene))],
      joins: raw('LEFT JOIN liaising ON liaising.enterprise_id = r.id LEFT JOIN liaison l ON l.id = liaising.liaison_id'),
      by: raw('l.name'),
    }),
    // 逾期, 本月到期, 已列计划, 未列计划: the earlier the month, the more urgent.
    planState: plain(raw("coalesce(substr(r.planned_founding_on, 1, 7), '9')")),
  },
  partyOrg: {
    state: ({ on }) => ({ tables: [], joins: raw(''), by: sql`(r.dissolved_on IS NOT NULL AND r.dissolved_on <= ${on})` }),
    covers: membersOrder('count(*)'),
    formalMembers: membersOrder('sum(e.formal_members)'),
    probationaryMembers: membersOrder('sum(e.probationary_members)'),
    secretaryName: secretaryOrder('s.name'),
    secretaryPhone: secretaryOrder('s.phone'),
  },
  coverage: { formalMembers: plain(raw('(SELECT e.formal_members FROM enterprise e WHERE e.id = r.enterprise_id)')) },
  liaison: {
    enterprises: ({ on }) => ({
      tables: [],
      joins: raw(''),
      by: sql`(SELECT count(*) FROM assignment a JOIN enterprise e ON e.id = a.enterprise_id AND e.deleted_at IS NULL
        WHERE a.liaison_id = r.id AND a.deleted_at IS NULL AND ${livesOnSql(raw('a.from_date'), raw('a.to_date'), on)})`,
    }),
    visitsThisYear: ({ on }) => ({
      tables: [],
      joins: raw(''),
      by: sql`(SELECT count(*) FROM visit v WHERE v.liaison_id = r.id AND v.deleted_at IS NULL
        AND v.visited_on >= ${`${on.slice(0, 4)}-01-01`} AND v.visited_on <= ${on})`,
    }),
    lastVisitOn: plain(raw('(SELECT max(v.visited_on) FROM visit v WHERE v.liaison_id = r.id AND v.deleted_at IS NULL)')),
  },
  assignment: {
    liaisonKind: plain(raw('(SELECT l.kind FROM liaison l WHERE l.id = r.liaison_id)')),
    liaisonPhone: plain(raw('(SELECT l.phone FROM liaison l WHERE l.id = r.liaison_id)')),
    lastVisitOn: plain(raw(`(SELECT max(v.visited_on) FROM visit v
      WHERE v.enterprise_id = r.enterprise_id AND v.liaison_id = r.liaison_id AND v.deleted_at IS NULL)`)),
  },
  visit: {
    // 超期, 未销号, 已销号, none: open problems by their deadline.
    problemState: plain(sql`CASE WHEN ${isOpenProblem('r')} THEN coalesce(r.deadline, '8') WHEN r.problem IS NOT NULL THEN '9' END`),
    problemDays: plain(sql`CASE WHEN ${isOpenProblem('r')} THEN r.deadline END`),
    followedOn: () => ({
      tables: [
        raw(`followed AS MATERIALIZED (
          SELECT f.follows_visit_id, max(f.visited_on) AS latest FROM visit f
          WHERE f.deleted_at IS NULL AND f.follows_visit_id IS NOT NULL GROUP BY f.follows_visit_id
        )`),
      ],
      joins: raw('LEFT JOIN followed ON followed.follows_visit_id = r.id'),
      by: raw('followed.latest'),
    }),
  },
  // 已超期, 7天内到期, 未到期, 无期限, 已答复: unanswered ones by the day the answer is due.
  proposal: { answerState: plain(raw("CASE WHEN r.state = '已答复' THEN '9' ELSE coalesce(r.answer_due, '8') END")) },
}

export function factOrder(kind: RecordKind, name: string, scene: OrderScene): FactOrder | undefined {
  return orders[kind]?.[name]?.(scene)
}

/** Records in the order of a list of their ids; those it does not name stand last. */
export function rankedOrder(ids: readonly number[]): FactOrder {
  return {
    // Without the casts no index is made of it, and every record looks through the whole list.
    tables: [
      sql`ranking AS MATERIALIZED (
        SELECT CAST(value AS INTEGER) AS id, CAST(key AS INTEGER) AS place FROM json_each(${JSON.stringify(ids)})
      )`,
    ],
    joins: raw('LEFT JOIN ranking ON ranking.id = r.id'),
    by: raw('ranking.place'),
  }
}

/** Of more records it is quicker to look at all relations once. */
const mostScoped = 2000

function scopeOf({ ids }: OrderScene): Scope {
  return ids && ids.length <= mostScoped ? (enterpriseId) => amongIds(enterpriseId, ids) : everyEnterprise
}

/** A sum over the enterprises an organisation covers. */
function membersOrder(sum: string): Order {
  return ({ on }) => ({
    tables: [
      coveringSql(on),
      sql`members AS MATERIALIZED (
        SELECT covering.party_org_id, ${raw(sum)} AS total FROM covering
        JOIN enterprise e ON e.id = covering.enterprise_id AND e.deleted_at IS NULL GROUP BY covering.party_org_id
      )`,
    ],
    joins: raw('LEFT JOIN members ON members.party_org_id = r.id'),
    by: raw('coalesce(members.total, 0)'),
  })
}

function secretaryOrder(column: string): Order {
  return ({ on }) => ({
    tables: [],
    joins: sql`LEFT JOIN secretary_term s ON s.id = ${secretaryOnSql(raw('r.id'), on)}`,
    by: raw(column),
  })
}

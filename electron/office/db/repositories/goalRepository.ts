import type { EntityManager } from 'typeorm'
import type { GoalCounts, GoalFilter, GoalSort, GoalStanding } from '../../../../shared/contract/goal'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { GoalFacts } from '../../../../shared/domain/goalSuggestion'
import { goals, type Goal } from '../../../../shared/domain/valueDomain'
import { coverageFactsSql, coveringSql } from './coverageSql'
import { ledgerFilterSql } from './ledgerFilter'
import { enterpriseOrder } from './ledgerOrder'
import { all, join, raw, select, sql, withTables, type Sql } from './sql'

export interface GoalQuery {
  /** `terms`: normalised words of the search. */
  filter: Omit<GoalFilter, 'search'> & { terms: readonly string[] }
  /** Label of the quarter. */
  period: string
  today: CalendarDate
  rules: CoverageRules
}

/** The quarter whose facts are looked at: its days, and the one on which the organisation is asked for. */
export interface GoalSpan {
  period: string
  from: CalendarDate
  to: CalendarDate
  asOf: CalendarDate
}

export interface GoalRecord extends GoalFacts {
  id: number
  name: string
  unitName: string
  check: StoredCheck | null
}

export type StoredCheck = {
  id: number
  version: number
  checkedOn: string
  remedy: string | null
  deadline: string | null
} & Record<`${Goal}Met`, boolean | null> &
  Record<`${Goal}Evidence`, string | null>

const columns = goals.map(({ key }) => ({ goal: key, met: `g.${key}_met`, evidence: `g.${key}_evidence` }))
const anyOf = (test: string): Sql => raw(columns.map(({ met }) => `${met} ${test}`).join(' OR '))
const unmetCount = raw(columns.map(({ met }) => `coalesce(${met} IS FALSE, 0)`).join(' + '))
const allMet = raw(columns.map(({ met }) => `coalesce(${met} IS TRUE, FALSE)`).join(' AND '))

/** Ids of one page, and how many enterprises the filter finds. `asOf`: the day whose organisation is sorted by. */
async function page(
  manager: EntityManager,
  query: GoalQuery & { sort: GoalSort; asOf: CalendarDate; offset: number; limit: number },
): Promise<{ total: number; ids: number[] }> {
  const { sort } = query
  const order = enterpriseOrder(sort && { by: sortedBy(sort.field), descending: sort.descending })
  const asksVerdicts = Boolean(query.filter.standings?.length) || (sort !== null && !ofEnterprise.includes(sort.field))
  const found = sql`found AS MATERIALIZED (SELECT e.id AS id, row_number() OVER (ORDER BY ${order}) AS place ${foundSql(query, asksVerdicts)})`
  const tables = sort?.field === 'partyOrgName' ? [coveringSql(query.asOf), found] : [found]
  const rows = await select<{ total: number; id: number | null }>(
    manager,
    sql`${withTables(tables)}
    SELECT count.total AS total, found.id AS id FROM (SELECT count(*) AS total FROM found) AS count
    LEFT JOIN found ON found.place > ${query.offset} AND found.place <= ${query.offset + query.limit}
    ORDER BY found.place`,
  )
  return { total: rows[0]?.total ?? 0, ids: rows.flatMap(({ id }) => id ?? []) }
}

/** What rows are sorted by without a look at the verdicts. */
const ofEnterprise: readonly NonNullable<GoalSort>['field'][] = ['unitName', 'name', 'partyOrgName']

/** 达标 before 未达标 before what nobody has judged; the best standing first. */
function sortedBy(field: NonNullable<GoalSort>['field']): Sql {
  switch (field) {
    case 'unitName':
      return raw('u.sort_no')
    case 'name':
      return raw('e.sort_key')
    case 'partyOrgName':
      return raw(`(SELECT o.name FROM covering JOIN party_org o ON o.id = covering.party_org_id
        WHERE covering.enterprise_id = e.id)`)
    case 'standing':
      return sql`CASE WHEN ${anyOf('IS FALSE')} THEN ${unmetCount} WHEN ${allMet} THEN 0 END`
    case 'deadline':
    case 'remedy':
    case 'checkedOn':
      return raw({ deadline: 'g.deadline', remedy: 'g.remedy', checkedOn: 'g.checked_on' }[field])
    default:
      return raw(`CASE g.${field}_met WHEN 1 THEN 0 WHEN 0 THEN 1 END`)
  }
}

/** The enterprises `e` found, with the verdicts `g` of the quarter where they are asked for. */
function foundSql({ filter, period, today, rules }: GoalQuery, asksVerdicts: boolean): Sql {
  const verdicts = sql`LEFT JOIN goal_check g INDEXED BY goal_check_verdicts
    ON g.enterprise_id = e.id AND g.period = ${period} AND g.deleted_at IS NULL`
  const { standings, ids, ...ledger } = filter
  const facts = coverageFactsSql(rules)
  const listed = ids ? sql`e.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))` : facts.registered
  const conditions = [ledgerFilterSql(ledger, facts), listed]
  if (standings?.length) conditions.push(join(standings.map((standing) => sql`(${standingSql(standing, today)})`), ' OR '))
  return sql`FROM enterprise e JOIN unit u ON u.id = e.unit_id
    ${asksVerdicts ? verdicts : raw('')} WHERE ${all(conditions)}`
}

function standingSql(standing: GoalStanding, today: CalendarDate): Sql {
  switch (standing) {
    case '达标':
      return allMet
    case '未达标':
      return anyOf('IS FALSE')
    case '未评定':
      return sql`g.id IS NULL OR ${anyOf('IS NULL')}`
    case '整改逾期':
      return sql`g.deadline < ${today} AND (${anyOf('IS FALSE')})`
  }
}

async function counts(manager: EntityManager, query: GoalQuery): Promise<GoalCounts> {
  const sums = columns.flatMap(({ goal, met }) => [
    `coalesce(sum(${met} IS TRUE), 0) AS "${goal}.met"`,
    `coalesce(sum(${met} IS FALSE), 0) AS "${goal}.unmet"`,
  ])
  const [row] = await select<Record<string, number>>(
    manager,
    sql`SELECT count(*) AS total,
      coalesce(sum(${standingSql('达标', query.today)}), 0) AS "达标",
      coalesce(sum(${standingSql('未达标', query.today)}), 0) AS "未达标",
      coalesce(sum(${standingSql('未评定', query.today)}), 0) AS "未评定",
      coalesce(sum(${standingSql('整改逾期', query.today)}), 0) AS "整改逾期",
      ${raw(sums.join(', '))} ${foundSql(query, true)}`,
  )
  const of = (name: string): number => row?.[name] ?? 0
  const goal = (key: Goal): { met: number; unmet: number } => ({ met: of(`${key}.met`), unmet: of(`${key}.unmet`) })
  return {
    total: of('total'),
    standings: { 达标: of('达标'), 未达标: of('未达标'), 未评定: of('未评定'), 整改逾期: of('整改逾期') },
    goals: {
      org: goal('org'), place: goal('place'), fund: goal('fund'), activity: goal('activity'), rule: goal('rule'), effect: goal('effect'),
    },
  }
}

/** Enterprises with what their goals are judged from and the verdict of the quarter, in the order of the ids. */
async function read(manager: EntityManager, ids: readonly number[], span: GoalSpan): Promise<GoalRecord[]> {
  const among = (column: Sql): Sql => sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const year = span.period.slice(0, 4)
  const belongs = (alias: string): Sql =>
    raw(`${alias}.deleted_at IS NULL AND (${alias}.enterprise_id = e.id OR ${alias}.party_org_id = o.id)`)
  const facts = await select<Omit<GoalRecord, 'check'>>(
    manager,
    sql`WITH ${coveringSql(span.asOf, among)}
    SELECT e.id AS id, e.name AS name, u.name AS "unitName", o.name AS "orgName", covering.mode AS "orgMode",
      o.place_area AS "placeArea", ${deliveredSql('room', span.asOf)} AS "roomState",
      ${deliveredSql('rules', span.asOf)} AS "ruleState",
      (SELECT coalesce(sum(f.amount), 0) FROM fund_entry f WHERE ${belongs('f')} AND f.direction = '收入'
        AND f.occurred_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}) AS "fundIncome",
      (SELECT count(*) FROM activity a WHERE ${belongs('a')}
        AND a.held_on BETWEEN ${span.from} AND ${span.to}) AS activities,
      (SELECT coalesce(sum(coalesce(k.member_meetings, 0) + coalesce(k.committee_meetings, 0)
          + coalesce(k.group_meetings, 0) + coalesce(k.lectures, 0) + coalesce(k.theme_days, 0) + coalesce(k.other, 0)), 0)
        FROM activity_count k WHERE k.party_org_id = o.id AND k.quarter = ${span.period}
        AND k.deleted_at IS NULL) AS "lifeCount"
    FROM enterprise e JOIN unit u ON u.id = e.unit_id
    LEFT JOIN covering ON covering.enterprise_id = e.id LEFT JOIN party_org o ON o.id = covering.party_org_id
    WHERE ${among(raw('e.id'))}`,
  )
  const checks = await readChecks(manager, among(raw('g.enterprise_id')), span.period)
  const byId = new Map(facts.map((row) => [row.id, { ...row, check: checks.get(row.id) ?? null }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** State of an item on a day: what came about later was not there yet. */
function deliveredSql(item: 'room' | 'rules', asOf: CalendarDate): Sql {
  return sql`(SELECT d.state FROM delivery d WHERE d.enterprise_id = e.id AND d.item = ${item} AND d.deleted_at IS NULL
        AND (d.done_on IS NULL OR d.done_on <= ${asOf}))`
}

async function readChecks(manager: EntityManager, among: Sql, period: string): Promise<Map<number, StoredCheck>> {
  const judged = columns.flatMap(({ goal, met, evidence }) => [`${met} AS "${goal}Met"`, `${evidence} AS "${goal}Evidence"`])
  const rows = await select<Record<string, unknown> & { enterpriseId: number }>(
    manager,
    sql`SELECT g.enterprise_id AS "enterpriseId", g.id AS id, g.version AS version, g.checked_on AS "checkedOn",
      g.remedy AS remedy, g.deadline AS deadline, ${raw(judged.join(', '))}
    FROM goal_check g WHERE g.deleted_at IS NULL AND g.period = ${period} AND ${among}`,
  )
  return new Map(
    rows.map(({ enterpriseId, ...row }) => {
      for (const { goal } of columns) row[`${goal}Met`] = row[`${goal}Met`] === null ? null : row[`${goal}Met`] === 1
      return [enterpriseId, row as StoredCheck]
    }),
  )
}

export const goalRepository = { page, counts, read }

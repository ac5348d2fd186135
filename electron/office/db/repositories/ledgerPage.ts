import type { EntityManager } from 'typeorm'
import type { EnterpriseSort } from '../../../../shared/contract/enterprise'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { SizeBand } from '../../../../shared/domain/sizeBand'
import { coverageFactsSql, everyEnterprise } from './coverageSql'
import { filtersCoverage, ledgerFilterSql, type LedgerFilter } from './ledgerFilter'
import { ledgerOrder } from './ledgerOrder'
import { selectLedger, type LedgerRecord } from './ledgerRecord'
import { ledgerSources } from './ledgerSources'
import { oneOf, select, sql, withTables, type Sql } from './sql'

export interface LedgerPageQuery {
  filter: LedgerFilter
  sort: EnterpriseSort | null
  asOf: CalendarDate
  rules: CoverageRules
  /** What 从业人员规模 is sorted by. */
  bands?: readonly SizeBand[]
  offset: number
  limit: number
}

/**
 * One page of the filtered ledger in order, and how many rows the filter finds in all. Filter and order touch only the
 * tables they need; the wide rows are then read for the page alone.
 */
export async function ledgerPage(
  manager: EntityManager,
  query: LedgerPageQuery,
): Promise<{ total: number; rows: LedgerRecord[] }> {
  const { asOf, rules } = query
  const { total, ids } = await findPage(manager, query)
  const scope = (enterpriseId: Sql): Sql => oneOf(enterpriseId, ids)
  const found = new Map((await selectLedger(manager, { asOf, rules, scope })).map((row) => [row.id, row]))
  return { total, rows: ids.flatMap((id) => found.get(id) ?? []) }
}

interface FoundPage {
  total: number
  ids: number[]
}

function findPage(manager: EntityManager, query: LedgerPageQuery): Promise<FoundPage> {
  const isCheap = !filtersCoverage(query.filter) && !query.filter.terms?.length
  return isCheap ? countAndSort(manager, query) : matchOnce(manager, query)
}

/** For filters an index answers: the count costs next to nothing, and the order stops at the end of the page. */
async function countAndSort(manager: EntityManager, query: LedgerPageQuery): Promise<FoundPage> {
  const { where, orderBy, tables, from } = parts(query)
  const counts = await select<{ total: number }>(
    manager,
    sql`SELECT count(*) AS total FROM enterprise e WHERE ${where}`,
  )
  const rows = await select<{ id: number }>(
    manager,
    sql`${withTables(tables)} SELECT e.id AS id ${from} WHERE ${where}
    ORDER BY ${orderBy} LIMIT ${query.limit} OFFSET ${query.offset}`,
  )
  return { total: counts[0]?.total ?? 0, ids: rows.map((row) => row.id) }
}

/** For filters that look at every enterprise: they do so once, for count and page together. */
async function matchOnce(manager: EntityManager, query: LedgerPageQuery): Promise<FoundPage> {
  const { where, orderBy, tables, from } = parts(query)
  const found = sql`found AS MATERIALIZED (
    SELECT e.id AS id, row_number() OVER (ORDER BY ${orderBy}) AS place ${from} WHERE ${where}
  )`
  // Outer join: the total is wanted for a page past the end too.
  const rows = await select<{ total: number; id: number | null }>(
    manager,
    sql`${withTables([...tables, found])}
    SELECT count.total AS total, found.id AS id FROM (SELECT count(*) AS total FROM found) AS count
    LEFT JOIN found ON found.place > ${query.offset} AND found.place <= ${query.offset + query.limit}
    ORDER BY found.place`,
  )
  return { total: rows[0]?.total ?? 0, ids: rows.flatMap(({ id }) => id ?? []) }
}

function parts(query: LedgerPageQuery): { where: Sql; orderBy: Sql; tables: Sql[]; from: Sql } {
  const { filter, sort, asOf, rules, bands } = query
  const facts = coverageFactsSql(rules)
  const { orderBy, sources, needsCoverage } = ledgerOrder(sort, facts, bands)
  const { tables, from } = ledgerSources(new Set(sources), asOf, {
    needsCoverage: needsCoverage || filtersCoverage(filter),
    scope: everyEnterprise,
  })
  return { where: ledgerFilterSql(filter, facts), orderBy, tables, from }
}

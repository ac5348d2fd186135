import type { EntityManager } from 'typeorm'
import type { EnterpriseSort } from '../../../../shared/contract/enterprise'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import { coverageFactsSql, everyEnterprise } from './coverageSql'
import { filtersCoverage, ledgerFilterSql, type LedgerFilter } from './ledgerFilter'
import { ledgerOrder } from './ledgerOrder'
import { selectLedger, type LedgerRecord } from './ledgerRecord'
import { ledgerSources } from './ledgerSources'
import { oneOf, select, sql, type Sql } from './sql'

export interface LedgerPageQuery {
  filter: LedgerFilter
  sort: EnterpriseSort | null
  asOf: CalendarDate
  rules: CoverageRules
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
  const { filter, asOf, rules } = query
  const facts = coverageFactsSql(rules)
  const where = ledgerFilterSql(filter, facts)
  const { head, from } = ledgerSources(new Set(), asOf, { needsCoverage: filtersCoverage(filter), scope: everyEnterprise })
  const [count] = await select<{ total: number }>(manager, sql`${head} SELECT count(*) AS total ${from} WHERE ${where}`)
  const ids = await pageIds(manager, query, where)
  const scope = (enterpriseId: Sql): Sql => oneOf(enterpriseId, ids)
  const found = new Map((await selectLedger(manager, { asOf, rules, scope })).map((row) => [row.id, row]))
  return { total: Number(count?.total ?? 0), rows: ids.flatMap((id) => found.get(id) ?? []) }
}

async function pageIds(manager: EntityManager, query: LedgerPageQuery, where: Sql): Promise<number[]> {
  const { filter, sort, asOf, rules, offset, limit } = query
  const order = ledgerOrder(sort, coverageFactsSql(rules))
  const needsCoverage = order.needsCoverage || filtersCoverage(filter)
  const { head, from } = ledgerSources(new Set(order.sources), asOf, { needsCoverage, scope: everyEnterprise })
  const rows = await select<{ id: number }>(
    manager,
    sql`${head} SELECT e.id AS id ${from} WHERE ${where} ORDER BY ${order.orderBy} LIMIT ${limit} OFFSET ${offset}`,
  )
  return rows.map((row) => row.id)
}

import type { EnterpriseFilter } from '../../../../shared/contract/enterprise'
import type { SizeBand } from '../../../../shared/domain/sizeBand'
import type { CoverageFactsSql } from './coverageSql'
import { figureSql } from './figureSql'
import { all, amongIds, join, oneOf, raw, sql, type Sql } from './sql'

/**
 * The filter with its search as `terms`: normalised words, each of which must occur in `search_text`, and its bands as
 * `sizes`: one of them must hold the enterprise, null those without stated 从业人员; an empty list finds nobody.
 */
export interface LedgerFilter extends Omit<EnterpriseFilter, 'search' | 'sizeBands' | 'countedIn'> {
  /** No others than these. */
  ids?: readonly number[]
  terms?: readonly string[]
  sizes?: readonly (SizeBand | null)[]
}

export function filtersCoverage(filter: LedgerFilter): boolean {
  return Boolean(filter.coverage?.length) || filter.figure !== undefined
}

/** The filter over living enterprises `e`; over `covering` and `liaising` too when `filtersCoverage`. */
export function ledgerFilterSql(filter: LedgerFilter, facts: CoverageFactsSql): Sql {
  const conditions: Sql[] = [raw('e.deleted_at IS NULL')]
  const { unitIds, operatingStatuses, coverage, isAboveScale, figure, sizes, ids, terms = [] } = filter
  if (unitIds?.length) conditions.push(oneOf(raw('e.unit_id'), unitIds))
  if (operatingStatuses?.length) conditions.push(oneOf(raw('e.operating_status'), operatingStatuses))
  if (coverage?.length) conditions.push(oneOf(facts.status, coverage))
  if (isAboveScale !== undefined) conditions.push(raw(`e.is_above_scale IS ${isAboveScale ? 'TRUE' : 'FALSE'}`))
  if (sizes) conditions.push(sizes.length > 0 ? join(sizes.map(sizeSql), ' OR ') : raw('FALSE'))
  if (figure !== undefined) conditions.push(figureSql(figure, facts))
  if (ids) conditions.push(amongIds(raw('e.id'), ids))
  if (terms.length > 0) conditions.push(sql`e.id IN (${enterprisesFoundBy(terms)})`)
  return all(conditions)
}

function sizeSql(band: SizeBand | null): Sql {
  if (band === null) return raw('e.employees IS NULL')
  const { from, below } = band
  return below === null ? sql`e.employees >= ${from}` : sql`(e.employees >= ${from} AND e.employees < ${below})`
}

/**
 * Ids of living enterprises whose search text holds all of the terms. It looks through the index
 * `enterprise_search` alone, which is a tenth of the table.
 */
export function enterprisesFoundBy(terms: readonly string[]): Sql {
  const hits = terms.map((term) => sql`instr(found.search_text, ${term}) > 0`)
  return sql`SELECT found.id FROM enterprise found INDEXED BY enterprise_search
    WHERE found.deleted_at IS NULL AND ${all(hits)}`
}

import type { EnterpriseFilter } from '../../../../shared/contract/enterprise'
import type { CoverageFactsSql } from './coverageSql'
import { figureSql } from './figureSql'
import { all, oneOf, raw, sql, type Sql } from './sql'

/** The filter with its search as `terms`: normalised words, each of which must occur in `search_text`. */
export interface LedgerFilter extends Omit<EnterpriseFilter, 'search'> {
  terms?: readonly string[]
}

export function filtersCoverage(filter: LedgerFilter): boolean {
  return Boolean(filter.coverage?.length) || filter.figure !== undefined
}

/** The filter over living enterprises `e`; over `covering` and `liaising` too when `filtersCoverage`. */
export function ledgerFilterSql(filter: LedgerFilter, facts: CoverageFactsSql): Sql {
  const conditions: Sql[] = [raw('e.deleted_at IS NULL')]
  const { unitIds, operatingStatuses, coverage, isAboveScale, figure, terms = [] } = filter
  if (unitIds?.length) conditions.push(oneOf(raw('e.unit_id'), unitIds))
  if (operatingStatuses?.length) conditions.push(oneOf(raw('e.operating_status'), operatingStatuses))
  if (coverage?.length) conditions.push(oneOf(facts.status, coverage))
  if (isAboveScale !== undefined) conditions.push(raw(`e.is_above_scale IS ${isAboveScale ? 'TRUE' : 'FALSE'}`))
  if (figure !== undefined) conditions.push(figureSql(figure, facts))
  for (const term of terms) conditions.push(sql`e.search_text LIKE ${`%${escapeLike(term)}%`} ESCAPE '\\'`)
  return all(conditions)
}

function escapeLike(term: string): string {
  return term.replace(/[\\%_]/g, '\\$&')
}

import type { EnterpriseSort } from '../../../../shared/contract/enterprise'
import { coverageStatuses } from '../../../../shared/domain/valueDomain'
import type { SizeBand } from '../../../../shared/domain/sizeBand'
import type { CoverageFactsSql } from './coverageSql'
import { ledgerColumns, type LedgerSource } from './ledgerColumns'
import { join, raw, sql, type Sql } from './sql'

export interface LedgerOrder {
  orderBy: Sql
  /** What `orderBy` reads beside the enterprise. */
  sources: LedgerSource[]
  needsCoverage: boolean
}

/** Official order of the units `u`, then the Chinese order of the names of the enterprises `e`. */
const usual = raw('u.sort_no, u.id, e.sort_key, e.id')

/** Enterprises in the order of an expression, blanks last in both directions, equal ones in the usual order. */
export function enterpriseOrder(sorted: { by: Sql; descending: boolean } | null): Sql {
  if (sorted === null) return usual
  return sql`${sorted.by} ${raw(sorted.descending ? 'DESC' : 'ASC')} NULLS LAST, ${usual}`
}

/**
 * The order of a ledger page; blanks come last in both directions. Equal rows, and all rows without a sort, stand in
 * official unit order and then in the Chinese order of their names. `bands`: what 从业人员规模 is sorted by.
 */
export function ledgerOrder(
  sort: EnterpriseSort | null,
  facts: CoverageFactsSql,
  bands: readonly SizeBand[] = [],
): LedgerOrder {
  if (sort === null) return { orderBy: usual, sources: ['unit'], needsCoverage: false }
  const { expression, source, needsCoverage } = sortExpression(sort.column, facts, bands)
  return {
    orderBy: enterpriseOrder({ by: expression, descending: sort.descending }),
    sources: source && source !== 'unit' ? ['unit', source] : ['unit'],
    needsCoverage,
  }
}

function sortExpression(
  column: EnterpriseSort['column'],
  facts: CoverageFactsSql,
  bands: readonly SizeBand[],
): { expression: Sql; source?: LedgerSource; needsCoverage: boolean } {
  switch (column) {
    case 'status':
      return { expression: placeIn(facts.status, coverageStatuses), needsCoverage: true }
    case 'inBase':
      return { expression: facts.inBase, needsCoverage: false }
    case 'sizeBand':
      return { expression: sizePlace(bands), needsCoverage: false }
    case 'updatedAt':
      return { expression: raw('e.updated_at'), needsCoverage: false }
    default: {
      const { value, order = value, domain, source } = ledgerColumns[column]
      const expression = domain ? placeIn(raw(value), domain) : raw(order)
      return { expression, needsCoverage: false, ...(source ? { source } : {}) }
    }
  }
}

/** The place of the band of an enterprise; null where its 从业人员 are not stated. */
function sizePlace(bands: readonly SizeBand[]): Sql {
  const places = bands.map(({ below }, place) => {
    return below === null ? sql`WHEN e.employees IS NOT NULL THEN ${place}` : sql`WHEN e.employees < ${below} THEN ${place}`
  })
  return places.length === 0 ? raw('e.employees') : sql`CASE ${join(places, ' ')} END`
}

/** The place of a value in its list; null outside it. */
export function placeIn(value: Sql, domain: readonly string[]): Sql {
  const places = domain.map((word, place) => sql`WHEN ${word} THEN ${place}`)
  return sql`CASE ${value} ${join(places, ' ')} END`
}

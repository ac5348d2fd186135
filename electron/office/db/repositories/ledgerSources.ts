import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { coverageJoins, coveringSql, liaisedSql, liaisingSql, livesOnSql, type Scope } from './coverageSql'
import type { LedgerSource } from './ledgerColumns'
import { join, raw, sql, type Sql } from './sql'

/**
 * `FROM` of a ledger query: the enterprises `e` with the given sources joined, and the common tables it needs
 * under `WITH`. `covering` and `liaising` are there whenever `needsCoverage` or a source asks for them.
 */
export function ledgerSources(
  sources: ReadonlySet<LedgerSource>,
  asOf: CalendarDate,
  options: { needsCoverage: boolean; scope: Scope },
): { tables: Sql[]; from: Sql } {
  const usesCoverage = options.needsCoverage || [...sources].some((source) => source in coverageSources)
  const joins = [...sources].map((source) => joinOf(source, asOf))
  const liaising = sources.has('liaison') ? liaisingSql : liaisedSql
  return {
    tables: usesCoverage ? [coveringSql(asOf, options.scope), liaising(asOf, options.scope)] : [],
    from: sql`FROM enterprise e ${usesCoverage ? coverageJoins : raw('')} ${join(joins, ' ')}`,
  }
}

const coverageSources = { org: true, secretary: true, liaison: true }

function joinOf(source: LedgerSource, asOf: CalendarDate): Sql {
  switch (source) {
    case 'unit':
      return raw('JOIN unit u ON u.id = e.unit_id')
    case 'org':
      return raw(`
        LEFT JOIN party_org o ON o.id = covering.party_org_id
        LEFT JOIN party_org parent_org ON parent_org.id = o.parent_org_id`)
    case 'secretary':
      return sql`LEFT JOIN secretary_term s ON s.id = ${secretaryOnSql(raw('covering.party_org_id'), asOf)}`
    case 'liaison':
      return raw('LEFT JOIN liaison l ON l.id = liaising.liaison_id')
    case 'goal':
      return raw(`LEFT JOIN goal_check g ON g.id = (
        SELECT k.id FROM goal_check k WHERE k.enterprise_id = e.id AND k.deleted_at IS NULL
        ORDER BY k.period DESC, k.checked_on DESC LIMIT 1)`)
    default:
      return deliveryJoin(source.slice('delivery.'.length))
  }
}

/** Id of the term of an organisation's secretary on the date: of several the one that began last. */
export function secretaryOnSql(partyOrgId: Sql, date: CalendarDate): Sql {
  return sql`(
    SELECT t.id FROM secretary_term t WHERE t.party_org_id = ${partyOrgId} AND t.deleted_at IS NULL
      AND ${livesOnSql(raw('t.since'), raw('t.until'), date)}
    ORDER BY t.since DESC NULLS LAST, t.id DESC LIMIT 1)`
}

function deliveryJoin(item: string): Sql {
  const name = raw(`delivery_${item}`)
  return sql`LEFT JOIN delivery ${name} ON ${name}.enterprise_id = e.id AND ${name}.item = ${item}
    AND ${name}.deleted_at IS NULL`
}

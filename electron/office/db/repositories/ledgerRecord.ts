import type { EntityManager } from 'typeorm'
import type { LedgerRow } from '../../../../shared/contract/ledgerRow'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import { deliveryItems, type Sector } from '../../../../shared/domain/valueDomain'
import { coverageFactsSql, type Scope } from './coverageSql'
import { ledgerColumns, type LedgerSource } from './ledgerColumns'
import { ledgerSources } from './ledgerSources'
import { join, raw, select, sql, withTables, type Sql } from './sql'

/** What decides the base beside the fields of a ledger row. */
export type BaseColumns = {
  sector: Sector
  isLegalPerson: boolean
  isThreeHave: boolean | null
}

/** A ledger row as far as SQL knows it; `reason` and `sizeBand` follow from it by the settings. */
export type LedgerRecord = Omit<LedgerRow, 'reason' | 'sizeBand'> & BaseColumns

export interface LedgerQuery {
  asOf: CalendarDate
  rules: CoverageRules
  /** Which enterprises are read, as a condition on the column that holds their id. */
  scope: Scope
  /** A further condition on `e`. */
  where?: Sql
  /** Further columns of `e` and the sources, each with the name it gets. */
  further?: Readonly<Record<string, string>>
}

const everySource: ReadonlySet<LedgerSource> = new Set<LedgerSource>([
  'unit',
  'org',
  'secretary',
  'liaison',
  ...deliveryItems.map(({ key }) => `delivery.${key}` as const),
  'goal',
])

const flags = [
  ...Object.entries(ledgerColumns).flatMap(([field, { isFlag }]) => (isFlag ? [field] : [])),
  'inBase',
  'isLegalPerson',
  'isThreeHave',
]

/** Living enterprises of the scope as ledger rows, by id. */
export async function selectLedger<Row extends LedgerRecord>(
  manager: EntityManager,
  query: LedgerQuery,
): Promise<Row[]> {
  const { asOf, rules, scope, where = raw('TRUE'), further = {} } = query
  const facts = coverageFactsSql(rules)
  const { tables, from } = ledgerSources(everySource, asOf, { needsCoverage: true, scope })
  const fields = Object.entries(ledgerColumns).map(([field, { value }]) => [field, value] as const)
  const columns = [...fields, ...Object.entries(further)].map(([name, value]) => raw(`${value} AS "${name}"`))
  const rows = await select<Row>(
    manager,
    sql`${withTables(tables)}
    SELECT e.id AS id, e.unit_id AS "unitId", e.sector AS sector, e.is_legal_person AS "isLegalPerson",
      e.is_three_have AS "isThreeHave", e.version AS version, e.updated_at AS "updatedAt",
      ${facts.status} AS status, ${facts.inBase} AS "inBase", ${join(columns, ', ')}
    ${from}
    WHERE e.deleted_at IS NULL AND ${scope(raw('e.id'))} AND ${where}
    ORDER BY e.id`,
  )
  for (const row of rows) readFlags(row)
  return rows
}

/** In place: a ledger of 100,000 rows is not held twice. */
function readFlags(row: Record<string, unknown>): void {
  for (const flag of flags) {
    const stored = row[flag]
    if (typeof stored === 'number') row[flag] = stored === 1
  }
}

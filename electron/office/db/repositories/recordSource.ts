import type { EntityManager } from 'typeorm'
import { definitionOf, type RecordKind } from '../../../../shared/record/recordKind'
import { recordTables } from '../recordTables'
import type { StoredFilter } from './recordFilter'
import { tableOf } from './recordSql'
import { sql, type Sql } from './sql'

/**
 * The table of a kind as `r`, for a query with this filter and order. SQLite prefers a partial index on the living rows
 * to the table even where it then has to look into the table for every row: three to ten times slower than going
 * through the table (100,000 enterprises, 600,000 deliveries). So it is told not to, unless an index holds all that is
 * asked for, or the filter picks a few records by one.
 */
export function recordSource(manager: EntityManager, kind: RecordKind, filter: StoredFilter, sortField?: string): Sql {
  const table = tableOf(manager, kind)
  return picksFew(filter) || isIndexed(manager, kind, filter, sortField) ? sql`${table} r` : sql`${table} r NOT INDEXED`
}

function picksFew({ ids, unitIds, enterpriseId, partyOrgId, liaisonId }: StoredFilter): boolean {
  return [ids, enterpriseId, partyOrgId, liaisonId].some((asked) => asked !== undefined) || Boolean(unitIds?.length)
}

function isIndexed(manager: EntityManager, kind: RecordKind, filter: StoredFilter, sortField?: string): boolean {
  const { date } = definitionOf(kind)
  const asked = Object.entries(filter.is ?? {}).flatMap(([name, values]) => (values.length > 0 ? [name] : []))
  const indexes = manager.dataSource.getMetadata(recordTables[kind]).indices.map(({ columns }) => columns.map(({ propertyName }) => propertyName))
  if (indexes.some(([first = '']) => asked.includes(first))) return true
  // An enterprise is found by an index of its own.
  if (filter.words.length > 0 && kind !== 'enterprise') return false
  const needed = [
    ...asked,
    ...(date && (filter.from ?? filter.to) !== undefined ? [date] : []),
    ...(sortField === undefined ? [] : orderedBy(kind, sortField)),
  ]
  return indexes.some((columns) => needed.every((name) => columns.includes(name)))
}

function orderedBy(kind: RecordKind, field: string): readonly string[] {
  if (kind === 'enterprise' && field === 'name') return ['sortKey']
  if (field !== 'unitName') return [field]
  const { fields } = definitionOf(kind)
  return 'unitId' in fields ? ['unitId'] : ['enterpriseId', 'partyOrgId'].filter((name) => name in fields)
}

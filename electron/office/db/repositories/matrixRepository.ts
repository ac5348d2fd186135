import type { EntityManager } from 'typeorm'
import { markStates, type MarkState, type MatrixCell, type MatrixFilter, type MatrixRow, type MatrixSort } from '../../../../shared/contract/delivery'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import { deliveryItems, type DeliveryItem, type DeliveryState } from '../../../../shared/domain/valueDomain'
import { coverageFactsSql, coveringSql, everyEnterprise } from './coverageSql'
import { ledgerFilterSql } from './ledgerFilter'
import { enterpriseOrder, placeIn } from './ledgerOrder'
import { ledgerSources } from './ledgerSources'
import { all, amongIds, join, oneOf, raw, select, sql, withTables, type Sql } from './sql'

export interface MatrixQuery {
  /** `terms`: normalised words of the search. */
  filter: Omit<MatrixFilter, 'search'> & { terms: readonly string[] }
  asOf: CalendarDate
  rules: CoverageRules
}

/** States in which nothing has to be done for an item any more. */
const settled: readonly DeliveryState[] = ['已落实', '共用', '不适用']

/** One page of the matrix, and how many rows there are in all. */
async function page(
  manager: EntityManager,
  query: MatrixQuery & { sort: MatrixSort; offset: number; limit: number },
): Promise<{ total: number; rows: MatrixRow[] }> {
  const { sort } = query
  const { where, tables, from } = parts(query, sort?.field === 'partyOrgName')
  const order = enterpriseOrder(sort && { by: sortedBy(sort.field), descending: sort.descending })
  const found = sql`found AS MATERIALIZED (
    SELECT e.id AS id, row_number() OVER (ORDER BY ${order}) AS place ${from} WHERE ${where}
  )`
  const ids = await select<{ total: number; id: number | null }>(
    manager,
    sql`${withTables([...tables, found])}
    SELECT count.total AS total, found.id AS id FROM (SELECT count(*) AS total FROM found) AS count
    LEFT JOIN found ON found.place > ${query.offset} AND found.place <= ${query.offset + query.limit}
    ORDER BY found.place`,
  )
  return { total: ids[0]?.total ?? 0, rows: await readRows(manager, ids.flatMap(({ id }) => id ?? []), query.asOf) }
}

/** Items by how far they are, those that are not recorded last. */
function sortedBy(field: NonNullable<MatrixSort>['field']): Sql {
  switch (field) {
    case 'unitName':
      return raw('u.sort_no')
    case 'name':
      return raw('e.sort_key')
    case 'partyOrgName':
      return raw('o.name')
    default:
      return sql`(SELECT ${placeIn(raw('d.state'), markStates)} FROM delivery d
        WHERE d.enterprise_id = e.id AND d.item = ${field} AND d.deleted_at IS NULL)`
  }
}

async function readRows(manager: EntityManager, ids: readonly number[], asOf: CalendarDate): Promise<MatrixRow[]> {
  const among = (column: Sql): Sql => amongIds(column, ids)
  const enterprises = await select<Omit<MatrixRow, 'cells'>>(
    manager,
    sql`WITH ${coveringSql(asOf, among)}
    SELECT e.id AS id, e.name AS name, u.name AS "unitName", o.name AS "partyOrgName"
    FROM enterprise e JOIN unit u ON u.id = e.unit_id
    LEFT JOIN covering ON covering.enterprise_id = e.id LEFT JOIN party_org o ON o.id = covering.party_org_id
    WHERE ${among(raw('e.id'))}`,
  )
  const cells = await select<MatrixCell & { enterpriseId: number; item: DeliveryItem }>(
    manager,
    sql`SELECT d.enterprise_id AS "enterpriseId", d.item AS item, d.id AS id, d.version AS version, d.state AS state,
      d.quantity AS quantity, d.unit_label AS "unitLabel", d.done_on AS "doneOn", d.batch AS batch
    FROM delivery d WHERE d.deleted_at IS NULL AND ${among(raw('d.enterprise_id'))}`,
  )
  const rows = new Map(enterprises.map((enterprise) => [enterprise.id, { ...enterprise, cells: noCells() }]))
  for (const { enterpriseId, item, ...cell } of cells) {
    const row = rows.get(enterpriseId)
    if (row && item in row.cells) row.cells[item] = cell
  }
  return ids.flatMap((id) => rows.get(id) ?? [])
}

function noCells(): MatrixRow['cells'] {
  return { room: null, board: null, rules: null, plaque: null, flag: null, books: null }
}

/** How many enterprises the filter finds, and how many of them have each item in which state. */
async function counts(
  manager: EntityManager,
  query: MatrixQuery,
): Promise<{ total: number; items: Record<DeliveryItem, Record<MarkState, number>> }> {
  const { where, tables, from } = parts(query)
  const found = sql`found AS MATERIALIZED (SELECT e.id AS id ${from} WHERE ${where})`
  const rows = await select<{ item: DeliveryItem | null; state: DeliveryState | null; count: number }>(
    manager,
    sql`${withTables([...tables, found])}
    SELECT NULL AS item, NULL AS state, count(*) AS count FROM found
    UNION ALL
    SELECT d.item, d.state, count(*) FROM found JOIN delivery d ON d.enterprise_id = found.id AND d.deleted_at IS NULL
    GROUP BY d.item, d.state`,
  )
  const total = rows.find(({ item }) => item === null)?.count ?? 0
  const items = { room: none(total), board: none(total), rules: none(total), plaque: none(total), flag: none(total), books: none(total) }
  for (const { item, state, count } of rows) {
    if (item === null || state === null || !(item in items)) continue
    items[item][state] = count
    items[item].未登记 -= count
  }
  return { total, items }
}

function none(total: number): Record<MarkState, number> {
  return { 已落实: 0, 共用: 0, 推进中: 0, 未落实: 0, 需更换: 0, 不适用: 0, 未登记: total }
}

function parts({ filter, asOf, rules }: MatrixQuery, needsOrg = false): { where: Sql; tables: Sql[]; from: Sql } {
  const { states, lacking, ids, ...ledger } = filter
  const facts = coverageFactsSql(rules)
  const conditions = [ledgerFilterSql(ledger, facts)]
  if (!filter.operatingStatuses?.length && !ids) conditions.push(facts.registered)
  if (ids) conditions.push(amongIds(raw('e.id'), ids))
  if (states?.length) conditions.push(join(states.map(inState), ' OR '))
  if (lacking?.length) conditions.push(join(lacking.map(lacks), ' OR '))
  const sources = ledgerSources(new Set(needsOrg ? ['unit', 'org'] : ['unit']), asOf, {
    needsCoverage: Boolean(filter.coverage?.length),
    scope: everyEnterprise,
  })
  return { where: all(conditions), ...sources }
}

const itemKeys = deliveryItems.map(({ key }) => key)

/**
 * Of the living records one set of enterprises is made and every row looked up in it, from an index alone: asking for
 * the records of each enterprise takes twenty times as long over a whole ledger.
 */
const delivered = raw('SELECT d.enterprise_id FROM delivery d WHERE d.deleted_at IS NULL')

function inState(state: MarkState): Sql {
  const ours = sql`${delivered} AND ${oneOf(raw('d.item'), itemKeys)}`
  if (state === '未登记') return sql`e.id NOT IN (${ours} GROUP BY d.enterprise_id HAVING count(*) >= ${itemKeys.length})`
  return sql`e.id IN (${ours} AND d.state = ${state})`
}

function lacks(item: DeliveryItem): Sql {
  return sql`e.id NOT IN (${delivered} AND d.item = ${item} AND ${oneOf(raw('d.state'), settled)})`
}

export interface Sharer {
  id: number
  name: string
  partyOrgId: number
  partyOrgName: string
  version: number | null
}

/** Other registered enterprises of the joint organisations of these, whose room is not settled. */
async function sharers(manager: EntityManager, enterpriseIds: readonly number[], query: Omit<MatrixQuery, 'filter'>): Promise<Sharer[]> {
  const given = JSON.stringify(enterpriseIds)
  return select(
    manager,
    sql`WITH ${coveringSql(query.asOf)}
    SELECT DISTINCT e.id AS id, e.name AS name, o.id AS "partyOrgId", o.name AS "partyOrgName", d.version AS version
    FROM covering mine
    JOIN covering other ON other.party_org_id = mine.party_org_id
      AND other.enterprise_id NOT IN (SELECT value FROM json_each(${given}))
    JOIN enterprise e ON e.id = other.enterprise_id AND e.deleted_at IS NULL
    JOIN party_org o ON o.id = mine.party_org_id
    LEFT JOIN delivery d ON d.enterprise_id = e.id AND d.item = ${'room' satisfies DeliveryItem} AND d.deleted_at IS NULL
    WHERE mine.enterprise_id IN (SELECT value FROM json_each(${given})) AND mine.mode = ${'联合组建'}
      AND ${coverageFactsSql(query.rules).registered} AND (d.state IS NULL OR NOT ${oneOf(raw('d.state'), settled)})
    ORDER BY o.id, e.sort_key, e.id`,
  )
}

export interface PresentDelivery {
  id: number
  version: number
  enterpriseId: number
  enterpriseName: string
  item: string
}

/** The living records of some enterprises. */
async function present(manager: EntityManager, enterpriseIds: readonly number[]): Promise<PresentDelivery[]> {
  return select(
    manager,
    sql`SELECT d.id AS id, d.version AS version, d.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", d.item AS item
    FROM delivery d JOIN enterprise e ON e.id = d.enterprise_id
    WHERE d.deleted_at IS NULL AND ${amongIds(raw('d.enterprise_id'), enterpriseIds)}`,
  )
}

export const matrixRepository = { page, counts, sharers, present }

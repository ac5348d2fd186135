import type { EntityManager } from 'typeorm'
import { ownDefinition, type OwnWording } from '../../../../shared/record/ownDefinition'
import { definitionOf, recordKinds, refsOf, type RecordKind } from '../../../../shared/record/recordKind'
import { fieldColumns, toRecord, type StoredRecord } from '../storedRecord'
import type { BoundValue } from '../tableShape'
import { rankedOrder, type FactOrder } from './factOrder'
import { recordFilterSql, type SearchWord, type StoredFilter } from './recordFilter'
import { recordSource } from './recordSource'
import { columnOf, nameSql, refNameSql, tableOf, unitIdSql } from './recordSql'
import { all, amongIds, join, oneOf, raw, select, sql, withTables, type Sql } from './sql'

export interface RecordPageQuery {
  filter: StoredFilter
  /** A field, or null for the kind's own order. */
  sort: { field: string; descending: boolean } | null
  /** In the place of `sort`: a computed fact, equal ones in the kind's own order. */
  order?: { fact: FactOrder; descending: boolean } | undefined
  offset: number
  limit: number
  /** In whose words the filter's words are looked for; those of the definitions when left out. */
  wording?: OwnWording
}

/** A living record with the names it shows. */
export interface NamedRecord extends StoredRecord {
  names: Record<string, string>
  unitId: number | null
  unitName: string | null
}

/** One page of the living records of a kind, and how many the filter finds in all. */
async function page(
  manager: EntityManager,
  kind: RecordKind,
  query: RecordPageQuery,
): Promise<{ total: number; rows: NamedRecord[] }> {
  const { filter, sort, order, offset, limit, wording } = query
  const ranking = filter.ids !== undefined && filter.ranked && sort === null && !order ? filter.ids : null
  const isWhole = filter.ids !== undefined && asksNothingElse(filter)
  if (ranking && isWhole) return { total: ranking.length, rows: await read(manager, kind, ranking.slice(offset, offset + limit)) }
  const where = recordFilterSql(manager, kind, filter, wording)
  const total = isWhole ? (filter.ids?.length ?? 0) : await count(manager, kind, filter, where)
  const { tables, joins, by } = ranking ? rankedOrder(ranking) : pageOrder(manager, kind, query)
  const source = recordSource(manager, kind, filter, (sort && !order ? sort : definitionOf(kind).order).field)
  const ids = await select<{ id: number }>(
    manager,
    sql`${withTables(tables)} SELECT r.id AS id FROM ${source} ${joins} WHERE ${where} ORDER BY ${by} LIMIT ${limit} OFFSET ${offset}`,
  )
  return { total, rows: await read(manager, kind, ids.map(({ id }) => id)) }
}

async function count(manager: EntityManager, kind: RecordKind, filter: StoredFilter, where: Sql): Promise<number> {
  const counts = await select<{ total: number }>(
    manager,
    sql`SELECT count(*) AS total FROM ${recordSource(manager, kind, filter)} WHERE ${where}`,
  )
  return counts[0]?.total ?? 0
}

function pageOrder(manager: EntityManager, kind: RecordKind, { sort, order }: RecordPageQuery): FactOrder {
  if (!order) return { tables: [], joins: raw(''), by: orderSql(manager, kind, sort) }
  const { tables, joins, by } = order.fact
  const direction = raw(order.descending ? 'DESC' : 'ASC')
  return { tables, joins, by: sql`${by} ${direction} NULLS LAST, ${orderSql(manager, kind, null)}` }
}

/** A list of ids is one of living records: what it names needs no question of its own. */
function asksNothingElse({ words, ids: _ids, ranked: _ranked, is, ...rest }: StoredFilter): boolean {
  const isOpen = (asked: unknown): boolean => asked === undefined || (Array.isArray(asked) && asked.length === 0)
  return words.length === 0 && Object.values(is ?? {}).every(isOpen) && Object.values(rest).every(isOpen)
}

/** Records with their names, in the order of the ids, those in the recycle bin too. */
async function read(manager: EntityManager, kind: RecordKind, ids: readonly number[]): Promise<NamedRecord[]> {
  if (ids.length === 0) return []
  const refs = refsOf(kind)
  const names = refs.map(({ name, to }) => {
    return sql`, ${refNameSql(manager, to, columnOf(manager, kind, name, 'r'), 'n')} AS ${raw(`"name.${name}"`)}`
  })
  const unitId = unitIdSql(manager, kind, 'r')
  const rows = await select<Record<string, BoundValue>>(
    manager,
    sql`SELECT ${raw(fieldColumns(manager, kind, 'r'))}, ${unitId} AS "unit.id",
      (SELECT u.name FROM unit u WHERE u.id = ${unitId}) AS "unit.name" ${join(names, '')}
    FROM ${tableOf(manager, kind)} r WHERE ${amongIds(raw('r.id'), ids)}`,
  )
  const byId = new Map(rows.map((row) => [Number(row['id']), row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const named = refs.flatMap(({ name }) => {
      const text = row[`name.${name}`]
      return row[name] === null || typeof text !== 'string' ? [] : [[name, text]]
    })
    return [
      {
        ...toRecord(kind, row),
        names: Object.fromEntries(named) as Record<string, string>,
        unitId: row['unit.id'] === null ? null : Number(row['unit.id']),
        unitName: row['unit.name'] === null ? null : String(row['unit.name']),
      },
    ]
  })
}

function orderSql(manager: EntityManager, kind: RecordKind, sort: RecordPageQuery['sort']): Sql {
  const { order, fields } = definitionOf(kind)
  const { field: name, descending } = sort ?? order
  const direction = raw(descending ? 'DESC' : 'ASC')
  if (name === 'unitName') {
    const unitId = unitIdSql(manager, kind, 'r')
    return sql`(SELECT u.sort_no FROM unit u WHERE u.id = ${unitId}) ${direction}, r.id`
  }
  const field = fields[name]
  const column = columnOf(manager, kind, name, 'r')
  if (kind === 'enterprise' && name === 'name') return sql`r.sort_key ${direction}, r.id`
  if (field?.type === 'ref' && field.to === 'enterprise') {
    return sql`(SELECT e.sort_key FROM enterprise e WHERE e.id = ${column}) ${direction} NULLS LAST, r.id`
  }
  if (field?.type === 'ref') {
    return sql`${refNameSql(manager, field.to as RecordKind, column, 'n')} ${direction}, r.id`
  }
  return sql`${column} ${direction} NULLS LAST, r.id ${direction}`
}

/** Living records of a kind by name, for choosing one; all of the given ids, the removed ones too. */
async function choices(
  manager: EntityManager,
  kind: RecordKind,
  query: { words: readonly SearchWord[]; ids?: readonly number[]; unitId?: number; limit: number },
): Promise<{ id: number; name: string; note: string }[]> {
  const { words, ids, unitId, limit } = query
  const where = ids
    ? oneOf(raw('r.id'), ids)
    : recordFilterSql(manager, kind, { words, ...(unitId === undefined ? {} : { unitIds: [unitId] }) })
  const order = kind === 'unit' ? raw('r.sort_no, r.id') : kind === 'enterprise' ? raw('r.sort_key, r.id') : raw('name, r.id')
  const unit = kind === 'unit' ? raw("''") : sql`(SELECT u.name FROM unit u WHERE u.id = ${unitIdSql(manager, kind, 'r')})`
  const note = kind === 'liaison' ? raw("trim(r.kind || ' ' || coalesce(r.employer, ''))") : sql`coalesce(${unit}, '')`
  return select(
    manager,
    sql`SELECT r.id AS id, ${nameSql(manager, kind, 'r')} AS name, ${note} AS note
    FROM ${tableOf(manager, kind)} r WHERE ${where} ORDER BY ${order} LIMIT ${ids ? ids.length : limit}`,
  )
}

/** What records are called now in the words of the district, the removed ones too. */
async function names(
  manager: EntityManager,
  kind: RecordKind,
  ids: readonly number[],
  wording: OwnWording,
): Promise<Map<number, string>> {
  const rows = await select<{ id: number; name: string }>(
    manager,
    sql`SELECT r.id AS id, ${nameSql(manager, kind, 'r', ownDefinition(kind, wording))} AS name
    FROM ${tableOf(manager, kind)} r WHERE ${amongIds(raw('r.id'), ids)}`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Living records that point at one of `ids` through a field they cannot do without, by kind and field. */
async function dependants(
  manager: EntityManager,
  kind: RecordKind,
  ids: readonly number[],
): Promise<{ kind: RecordKind; id: number }[]> {
  const found: { kind: RecordKind; id: number }[] = []
  for (const child of recordKinds) {
    for (const { name, to, required } of refsOf(child)) {
      if (to !== kind || !required) continue
      const rows = await select<{ id: number }>(
        manager,
        sql`SELECT r.id AS id FROM ${tableOf(manager, child)} r WHERE r.deleted_at IS NULL
        AND ${amongIds(columnOf(manager, child, name, 'r'), ids)}`,
      )
      found.push(...rows.map(({ id }) => ({ kind: child, id })))
    }
  }
  return found
}

/** Living records with these values in these fields. */
async function alike(
  manager: EntityManager,
  kind: RecordKind,
  values: Readonly<Record<string, BoundValue>>,
): Promise<number[]> {
  const same = Object.entries(values).map(([name, value]) => sql`${columnOf(manager, kind, name, 'r')} IS ${value}`)
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT r.id AS id FROM ${tableOf(manager, kind)} r WHERE r.deleted_at IS NULL AND ${all(same)}`,
  )
  return rows.map(({ id }) => id)
}

/** Which of the ids are living records of the kind. */
async function livingAmong(manager: EntityManager, kind: RecordKind, ids: readonly number[]): Promise<Set<number>> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT r.id AS id FROM ${tableOf(manager, kind)} r WHERE r.deleted_at IS NULL
    AND ${amongIds(raw('r.id'), ids)}`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Living records whose field points at a record. */
async function pointing(manager: EntityManager, kind: RecordKind, field: string, id: number): Promise<StoredRecord[]> {
  const rows = await select<Record<string, BoundValue>>(
    manager,
    sql`SELECT ${raw(fieldColumns(manager, kind, 'r'))} FROM ${tableOf(manager, kind)} r
    WHERE r.deleted_at IS NULL AND ${columnOf(manager, kind, field, 'r')} = ${id}`,
  )
  return rows.map((row) => toRecord(kind, row))
}

export const recordRepository = { page, read, choices, names, dependants, alike, livingAmong, pointing }

import type { EntityManager } from 'typeorm'
import type { Field, FieldValue } from '../../../shared/record/field'
import { definitionOf, fieldsOf, precisionsOf, type RecordKind } from '../../../shared/record/recordKind'
import { bulkInsert, bulkUpdate } from './bulkInsert'
import { connectionOf } from './dataSource'
import type { StoredRow } from './entities/storedRow'
import type { ChangedRow, NewRow } from './newRow'
import { recordTables } from './recordTables'
import { tableShape, type BoundValue } from './tableShape'

/** A record as it is kept, whatever its kind; one with `deletedAt` is in the recycle bin. */
export interface StoredRecord {
  id: number
  version: number
  updatedAt: string
  deletedAt: string | null
  values: Record<string, FieldValue>
}

/** What is written of a record: changed fields, columns derived from them, and whether it is in the recycle bin. */
export interface RecordWrite {
  id: number
  values: Readonly<Record<string, FieldValue>>
  derived?: Readonly<Record<string, string>>
  deletedAt?: string | null
}

/** The columns of a kind's fields as `"t"."column" AS "field"`, for any SELECT that calls its table `alias`. */
export function fieldColumns(manager: EntityManager, kind: RecordKind, alias: string): string {
  const { columns } = tableShape(manager, recordTables[kind])
  const { fields } = definitionOf(kind)
  const precisions = new Set(precisionsOf(kind).values())
  return columns
    .filter(({ property }) => Object.hasOwn(fields, property) || stored.has(property) || precisions.has(property))
    .map(({ property, name }) => `${alias}.${name} AS "${property}"`)
    .join(', ')
}

const stored: ReadonlySet<string> = new Set(['id', 'version', 'updatedAt', 'deletedAt'])

/** A row of `fieldColumns` as a record. */
export function toRecord(kind: RecordKind, row: Readonly<Record<string, BoundValue>>): StoredRecord {
  const { id, version, updatedAt, deletedAt } = row
  const { blank, readers } = shapeOf(kind)
  const values = { ...blank }
  for (const [name, read] of readers) {
    const value = row[name] ?? null
    if (value !== null) values[name] = read ? read(value) : (value as FieldValue)
  }
  return {
    id: Number(id),
    version: Number(version),
    updatedAt: String(updatedAt),
    deletedAt: deletedAt === null || deletedAt === undefined ? null : String(deletedAt),
    values,
  }
}

type Read = (value: BoundValue) => FieldValue

interface RecordShape {
  blank: Record<string, FieldValue>
  readers: readonly (readonly [name: string, read: Read | undefined])[]
}

const shapes = new Map<RecordKind, RecordShape>()

/**
 * A record with nothing in it, to be copied and filled: half the time of giving each of 10,000 records its sixty
 * properties one after another.
 */
function shapeOf(kind: RecordKind): RecordShape {
  let shape = shapes.get(kind)
  if (!shape) {
    const names = fieldsOf(kind).map(([name, { type }]): [string, Read | undefined] => [name, convert[type]])
    for (const precision of precisionsOf(kind).values()) names.push([precision, undefined])
    // Parsed text is an object the engine has laid out whole; one filled name by name is not.
    const blank = JSON.parse(`{${names.map(([name]) => `${JSON.stringify(name)}:null`).join()}}`) as Record<string, FieldValue>
    shapes.set(kind, (shape = { blank, readers: names }))
  }
  return shape
}

const parse: Read = (value) => JSON.parse(String(value)) as FieldValue

/** How SQLite keeps values that are neither text nor number. */
const convert: Partial<Record<Field['type'], Read>> = {
  flag: (value) => Number(value) === 1,
  list: parse,
  yearCounts: parse,
}

/** Records by id, those in the recycle bin too; ids without a record are left out. */
export function readRecords(
  manager: EntityManager,
  kind: RecordKind,
  ids: readonly number[],
): Map<number, StoredRecord> {
  const { table } = tableShape(manager, recordTables[kind])
  const statement = connectionOf(manager.dataSource).prepare<[string], Record<string, BoundValue>>(
    `SELECT ${fieldColumns(manager, kind, 't')} FROM ${table} t WHERE t.id IN (SELECT value FROM json_each(?))`,
  )
  return new Map(statement.all(JSON.stringify(ids)).map((row) => [Number(row['id']), toRecord(kind, row)]))
}

/** All living records of a kind. `names`: only these fields, for kinds of which there may be a hundred thousand. */
export function readLiving(manager: EntityManager, kind: RecordKind, names?: ReadonlySet<string>): StoredRecord[] {
  const { table, columns } = tableShape(manager, recordTables[kind])
  const asked = columns.filter(({ property }) => stored.has(property) || names?.has(property))
  const list = names ? asked.map(({ property, name }) => `t.${name} AS "${property}"`).join(', ') : fieldColumns(manager, kind, 't')
  const statement = connectionOf(manager.dataSource).prepare<[], Record<string, BoundValue>>(
    `SELECT ${list} FROM ${table} t WHERE t.deleted_at IS NULL ORDER BY t.id`,
  )
  return statement.all().map((row) => toRecord(kind, row))
}

/** Some values of records by id, those in the recycle bin too. `names`: fields, or what stands beside a date. */
export function readValues(
  manager: EntityManager,
  kind: RecordKind,
  ids: readonly number[],
  names: ReadonlySet<string>,
): Map<number, Record<string, FieldValue>> {
  const { table, columns } = tableShape(manager, recordTables[kind])
  const asked = columns.filter(({ property }) => names.has(property))
  const readers = shapeOf(kind).readers.filter(([name]) => names.has(name))
  const list = ['t.id AS "id"', ...asked.map(({ property, name }) => `t.${name} AS "${property}"`)].join(', ')
  const statement = connectionOf(manager.dataSource).prepare<[string], Record<string, BoundValue>>(
    `SELECT ${list} FROM ${table} t WHERE t.id IN (SELECT value FROM json_each(?))`,
  )
  return new Map(
    statement.all(JSON.stringify(ids)).map((row) => {
      const values: Record<string, FieldValue> = {}
      for (const [name, read] of readers) {
        const value = row[name] ?? null
        values[name] = value !== null && read ? read(value) : (value as FieldValue)
      }
      return [Number(row['id']), values]
    }),
  )
}

/** Inserts records under the ids they bring. Call it inside `gate.write`. */
export async function insertRecords(
  manager: EntityManager,
  kind: RecordKind,
  writes: readonly RecordWrite[],
  at: string,
): Promise<void> {
  await bulkInsert(manager, recordTables[kind], writes.map(toRow) as NewRow<StoredRow>[], at)
}

/** Writes the given fields of records that exist. Call it inside `gate.write`. */
export async function updateRecords(
  manager: EntityManager,
  kind: RecordKind,
  writes: readonly RecordWrite[],
  at: string,
): Promise<void> {
  await bulkUpdate(manager, recordTables[kind], writes.map(toRow) as ChangedRow<StoredRow>[], at)
}

/**
 * Takes living records out of what may stand once, as if they were removed, ahead of the write that brings each back
 * with `deletedAt: null`; neither version nor time change. Call it inside `gate.write`.
 */
export async function parkRecords(manager: EntityManager, kind: RecordKind, ids: readonly number[], at: string): Promise<void> {
  const { table } = tableShape(manager, recordTables[kind])
  const chosen = 'id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL'
  await manager.query(`UPDATE ${table} SET deleted_at = ? WHERE ${chosen}`, [at, JSON.stringify(ids)])
}

function toRow({ id, values, derived, deletedAt }: RecordWrite): object {
  return { id, ...values, ...derived, ...(deletedAt === undefined ? {} : { deletedAt }) }
}

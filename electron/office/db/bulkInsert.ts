import { setImmediate } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { connectionOf, type Connection, type Statement } from './dataSource'
import type { StoredRow } from './entities/storedRow'
import type { ChangedRow, NewRow } from './newRow'
import { tableShape, type BoundValue, type ColumnShape, type EntityClass } from './tableShape'

/** Rows between two breaths: about 20 ms, so that reads and progress events get their turn. */
const breath = 1000

type Fields = Readonly<Record<string, unknown>>
type Write = (row: Fields) => void

/**
 * Inserts rows under the ids they bring and stamps them with `at` (ISO text) and version 1. Call it inside
 * `gate.write`. Rows may be made while they are written: then only a thousand of them exist at a time. Prepared
 * statements over the driver: 50,000 enterprises take 0.5 s, and 4 s through TypeORM's query builder with
 * `updateEntity(false)`.
 */
export async function bulkInsert<T extends StoredRow>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: Iterable<NewRow<T>>,
  at: string = new Date().toISOString(),
): Promise<void> {
  const shape = tableShape(manager, entity)
  const connection = connectionOf(manager.dataSource)
  const inserts = new Map<string, Write>()
  await inBreaths(rows, (portion: readonly Fields[]) => {
    // A column no row fills is left to its default in the database: fewer values to bind, twice as fast.
    const filled = new Set<string>()
    for (const row of portion) for (const property in row) filled.add(property)
    const columns = shape.columns.filter((column) => filled.has(column.property))
    const names = columns.map((column) => column.name).join(', ')
    let insert = inserts.get(names)
    if (!insert) inserts.set(names, (insert = prepareInsert(connection, shape.table, columns, at)))
    for (const row of portion) insert(row)
  })
}

function prepareInsert(connection: Connection, table: string, columns: readonly ColumnShape[], at: string): Write {
  // The stamp is the same in every row, so it stands in the statement and is not bound again and again.
  const instant = `'${at.replaceAll("'", "''")}'`
  const names = [...columns.map((column) => column.name), 'created_at', 'updated_at', 'version'].join(', ')
  const places = [...columns.map(() => '?'), instant, instant, '1'].join(', ')
  const statement = connection.prepare<BoundValue[]>(`INSERT INTO ${table} (${names}) VALUES (${places})`)
  const values = columns.map((column) => column.fallback)
  return (row) => {
    for (let place = 0; place < columns.length; place++) {
      const column = columns[place]
      if (!column) continue
      const value = row[column.property]
      values[place] = value === undefined ? column.fallback : column.bind(value)
    }
    statement.run(...values)
  }
}

/**
 * Writes the given columns of rows that exist, stamps them with `at` and raises their version by one; a property that
 * is undefined stays as it is. Throws RangeError when there is no such row. Call it inside `gate.write`.
 */
export async function bulkUpdate<T extends StoredRow>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: Iterable<ChangedRow<T>>,
  at: string = new Date().toISOString(),
): Promise<void> {
  const { table, columns } = tableShape(manager, entity)
  const connection = connectionOf(manager.dataSource)
  const changeable = new Map(columns.flatMap((column) => (stamped.has(column.property) ? [] : [[column.property, column]])))
  const statements = new Map<string, Statement<BoundValue[]>>()
  function update(row: Fields & { id: number }): void {
    const values: BoundValue[] = []
    let assignments = ''
    for (const property in row) {
      const column = changeable.get(property)
      if (!column || row[property] === undefined) continue
      assignments += `${column.name} = ?, `
      values.push(column.bind(row[property]))
    }
    let statement = statements.get(assignments)
    if (!statement) {
      statement = connection.prepare<BoundValue[]>(
        `UPDATE ${table} SET ${assignments}updated_at = ?, version = version + 1 WHERE id = ?`,
      )
      statements.set(assignments, statement)
    }
    values.push(at, row.id)
    const { changes } = statement.run(...values)
    if (changes !== 1) throw new RangeError(`${table} has no row ${row.id}`)
  }
  await inBreaths(rows, (portion) => portion.forEach(update))
}

/** The first id of a table that no row has or ever had. */
export async function nextId<T extends StoredRow>(manager: EntityManager, entity: EntityClass<T>): Promise<number> {
  const { tableName } = tableShape(manager, entity)
  const rows: { seq: number }[] = await manager.query('SELECT seq FROM sqlite_sequence WHERE name = ?', [tableName])
  return (rows[0]?.seq ?? 0) + 1
}

const stamped: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt', 'version'] satisfies (keyof StoredRow)[])

async function inBreaths<R>(rows: Iterable<R>, write: (portion: readonly R[]) => void): Promise<void> {
  let portion: R[] = []
  for (const row of rows) {
    portion.push(row)
    if (portion.length < breath) continue
    write(portion)
    portion = []
    await setImmediate()
  }
  if (portion.length > 0) write(portion)
}

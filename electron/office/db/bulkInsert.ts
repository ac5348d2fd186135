import { setImmediate } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { connectionOf, type Statement } from './dataSource'
import type { StoredRow } from './entities/storedRow'
import type { ChangedRow, NewRow } from './newRow'
import { tableShape, type BoundValue, type EntityClass } from './tableShape'

/** Rows between two breaths: about 20 ms, so that reads and progress events get their turn. */
const breath = 1000

/**
 * Inserts rows under the ids they bring and stamps them with `at` (ISO text) and version 1. Call it inside
 * `gate.write`. One prepared statement over the driver: 50,000 enterprises take 0.7 s, and 4 s through TypeORM's query
 * builder with `updateEntity(false)`.
 */
export async function bulkInsert<T extends StoredRow>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly NewRow<T>[],
  at: string = new Date().toISOString(),
): Promise<void> {
  const shape = tableShape(manager, entity)
  const stamp = { createdAt: at, updatedAt: at, version: 1 }
  // A column no row fills is left to its default in the database: fewer values to bind, twice as fast.
  const filled = new Set(Object.keys(stamp))
  for (const row of rows) for (const property in row) filled.add(property)
  const columns = shape.columns.filter((column) => filled.has(column.property))
  const statement = connectionOf(manager.dataSource).prepare<[BoundValue[]]>(
    `INSERT INTO ${shape.table} (${columns.map((column) => column.name).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const stamps: Readonly<Record<string, BoundValue>> = stamp
  const fallbacks = columns.map(({ property, fallback }) => stamps[property] ?? fallback)
  const values = [...fallbacks]
  await inBreaths(rows, (row: Readonly<Record<string, unknown>>) => {
    columns.forEach(({ property, bind }, place) => {
      const value = row[property]
      values[place] = value === undefined ? (fallbacks[place] ?? null) : bind(value)
    })
    statement.run(values)
  })
}

/**
 * Writes the given columns of rows that exist, stamps them with `at` and raises their version by one; a property that
 * is undefined stays as it is. Throws RangeError when there is no such row. Call it inside `gate.write`.
 */
export async function bulkUpdate<T extends StoredRow>(
  manager: EntityManager,
  entity: EntityClass<T>,
  rows: readonly ChangedRow<T>[],
  at: string = new Date().toISOString(),
): Promise<void> {
  const { table, columns } = tableShape(manager, entity)
  const connection = connectionOf(manager.dataSource)
  const changeable = columns.filter((column) => !stamped.has(column.property))
  const statements = new Map<string, Statement<BoundValue[]>>()
  await inBreaths(rows, (row: Readonly<Record<string, unknown>> & { id: number }) => {
    const changed = changeable.filter((column) => row[column.property] !== undefined)
    const assignments = changed.map((column) => `${column.name} = ?, `).join('')
    let statement = statements.get(assignments)
    if (!statement) {
      statement = connection.prepare<BoundValue[]>(
        `UPDATE ${table} SET ${assignments}updated_at = ?, version = version + 1 WHERE id = ?`,
      )
      statements.set(assignments, statement)
    }
    const { changes } = statement.run(...changed.map((column) => column.bind(row[column.property])), at, row.id)
    if (changes !== 1) throw new RangeError(`${table} has no row ${row.id}`)
  })
}

/** The first id of a table that no row has or ever had. */
export async function nextId<T extends StoredRow>(manager: EntityManager, entity: EntityClass<T>): Promise<number> {
  const { tableName } = tableShape(manager, entity)
  const rows: { seq: number }[] = await manager.query('SELECT seq FROM sqlite_sequence WHERE name = ?', [tableName])
  return (rows[0]?.seq ?? 0) + 1
}

const stamped: ReadonlySet<string> = new Set(['id', 'createdAt', 'updatedAt', 'version'] satisfies (keyof StoredRow)[])

async function inBreaths<R>(rows: readonly R[], write: (row: R) => void): Promise<void> {
  for (let start = 0; start < rows.length; start += breath) {
    if (start > 0) await setImmediate()
    for (const row of rows.slice(start, start + breath)) write(row)
  }
}

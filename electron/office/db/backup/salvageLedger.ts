import { OfficeError } from '../../officeError'
import { openConnection, type Connection } from '../connection'
import type { KeyRing } from '../encryption/keyRing'
import { toOfficeError } from '../toOfficeError'
import { expectedRows, salvageRows } from './salvageRows'

export interface SalvagedTable {
  table: string
  /** Written to the new ledger. */
  rows: number
  /** Known to have been there and not written: unreadable, or hanging on a record that is. */
  lost: number
}

/** Tables of the machinery, which the new ledger has of its own. */
const own = new Set(['migrations', 'sqlite_sequence'])

/**
 * Writes what can be read of a damaged ledger into `target`, a new and empty one of the present version, table by table
 * and row by row. The damaged file is only read. Throws OfficeError `damaged-database` {reason: 'nothing-readable'}.
 */
export function salvageLedger(damaged: string, target: string, keys: KeyRing): SalvagedTable[] {
  const reading = openDamaged(damaged, keys)
  const writing = openConnection(target, { keys })
  try {
    writing.pragma('foreign_keys = OFF')
    writing.exec('BEGIN')
    const written = tablesOf(writing)
      .filter((table) => !own.has(table))
      .map((table) => copyTable(reading, writing, table))
    const orphans = removeOrphans(writing)
    writing.exec('COMMIT')
    const salvaged = written.map(({ table, rows, lost }): SalvagedTable => {
      const gone = orphans.get(table) ?? 0
      return { table, rows: rows - gone, lost: lost + gone }
    })
    if (salvaged.every(({ rows }) => rows === 0)) throw nothingReadable(damaged)
    if (writing.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Error('the salvaged ledger is not sound')
    return salvaged
  } catch (error) {
    throw toOfficeError(error, { file: damaged })
  } finally {
    writing.close()
    reading.close()
  }
}

function openDamaged(damaged: string, keys: KeyRing): Connection {
  try {
    const connection = openConnection(damaged, { readonly: true, keys })
    try {
      // What only disagrees with itself can still be read.
      connection.pragma('trusted_schema = OFF')
      tablesOf(connection)
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  } catch (error) {
    const translated = toOfficeError(error)
    throw translated instanceof OfficeError && translated.code === 'damaged-database' ? nothingReadable(damaged) : translated
  }
}

function nothingReadable(file: string): OfficeError {
  return new OfficeError('damaged-database', { file, reason: 'nothing-readable' })
}

function tablesOf(connection: Connection): string[] {
  return connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    .all()
    .map(({ name }) => name)
}

function columnsOf(connection: Connection, table: string): string[] {
  return (connection.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
}

function copyTable(reading: Connection, writing: Connection, table: string): SalvagedTable {
  const theirs = new Set(columnsOf(reading, table))
  const columns = columnsOf(writing, table).filter((column) => theirs.has(column))
  if (columns.length === 0) return { table, rows: 0, lost: 0 }
  const expected = expectedRows(reading, table)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const insert = writing.prepare(`INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
  let seen = 0
  let rows = 0
  for (const row of salvageRows(reading, table, columns)) {
    seen++
    rows += insert.run(...columns.map((column) => row[column])).changes
  }
  return { table, rows, lost: Math.max(expected ?? 0, seen) - rows }
}

/** A row that points at one that is lost loses the pointer, or goes where it must have one. Answers what went, by table. */
function removeOrphans(writing: Connection): Map<string, number> {
  const gone = new Map<string, number>()
  for (;;) {
    const broken = writing.pragma('foreign_key_check') as { table: string; rowid: number; fkid: number }[]
    if (broken.length === 0) return gone
    for (const { table, rowid, fkid } of broken) {
      const column = pointing(writing, table, fkid)
      if (column !== null) writing.prepare(`UPDATE "${table}" SET "${column}" = NULL WHERE rowid = ?`).run(rowid)
      else if (writing.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid).changes > 0) gone.set(table, (gone.get(table) ?? 0) + 1)
    }
  }
}

/** The column of a foreign key where it may be empty, else null. */
function pointing(writing: Connection, table: string, fkid: number): string | null {
  const keys = writing.pragma(`foreign_key_list("${table}")`) as { id: number; from: string }[]
  const from = keys.find(({ id }) => id === fkid)?.from
  const columns = writing.pragma(`table_info("${table}")`) as { name: string; notnull: number }[]
  return columns.find(({ name, notnull }) => name === from && notnull === 0)?.name ?? null
}

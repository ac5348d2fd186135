import type { Connection } from '../connection'

/** A row as the driver reads it, by column. */
export type SalvagedRow = Record<string, unknown>

/** Rows read at a time while nothing is broken. */
const portion = 500
/** More than any ledger has: a last id beyond it is damage itself. */
const mostRows = 50_000_000

/**
 * The rows of a damaged table that can be read, in the order of their ids. Where a portion cannot be read, its rows
 * are asked for one by one, up to the last id anything knows of.
 */
export function* salvageRows(damaged: Connection, table: string, columns: readonly string[]): Generator<SalvagedRow> {
  const list = columns.map((column) => `"${column}"`).join(', ')
  const from = `SELECT ${list} FROM "${table}" NOT INDEXED`
  const several = damaged.prepare<[number, number], SalvagedRow>(`${from} WHERE id > ? AND id <= ? ORDER BY id`)
  const single = damaged.prepare<[number], SalvagedRow>(`${from} WHERE id = ?`)
  const last = lastId(damaged, table)
  for (let id = 0; id < last; id += portion) {
    const rows = attempt(() => several.all(id, id + portion))
    if (rows) {
      yield* rows
      continue
    }
    for (let one = id + 1; one <= Math.min(id + portion, last); one++) {
      const row = attempt(() => single.get(one))
      if (row) yield row
    }
  }
}

/** How many rows a table had, where its smallest index can still tell; else null. */
export function expectedRows(damaged: Connection, table: string): number | null {
  return attempt(() => damaged.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${table}"`).get()?.rows) ?? null
}

/** The highest id ever given, for ids are never given twice; what the table itself says where that cannot be read. */
function lastId(damaged: Connection, table: string): number {
  const given = attempt(() => damaged.prepare<[string], { seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table)?.seq)
  const highest = attempt(() => damaged.prepare<[], { id: number | null }>(`SELECT max(id) AS id FROM "${table}"`).get()?.id)
  return Math.min(Math.max(given ?? 0, highest ?? 0), mostRows)
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    // SQLITE_CORRUPT, SQLITE_IOERR …: this part is lost, another may not be.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return undefined
    throw error
  }
}

import { createDataSource, openConnection, type Connection } from '../dataSource'
import { applicationId, migrations } from '../migrations/migrations'

/** Rows of every table. */
export const oldRows = 20

interface ColumnFact {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
}

/** Values that services read as words of closed lists. */
const words: Readonly<Record<string, string>> = {
  'enterprise.sector': '非公企业',
  'enterprise.operating_status': '正常经营',
  'unit.kind': '街道',
  'party_org.mode': '单独组建',
  'liaison.kind': '联络员',
  'delivery.item': 'room',
  'delivery.state': '已落实',
  'period.kind': '季',
  'secretary_term.source': '内选',
}

/**
 * Writes a ledger as it was after so many migrations, with `oldRows` rows in each of its tables, every one pointing at
 * rows of the tables it belongs to.
 */
export async function writeOldLedger(file: string, version: number): Promise<void> {
  openConnection(file).exec(`PRAGMA application_id = ${applicationId}`).close()
  const source = createDataSource({ file })
  source.setOptions({ migrations: migrations.slice(0, version) })
  await source.initialize()
  await source.runMigrations({ transaction: 'all' })
  await source.destroy()
  const connection = openConnection(file)
  connection.pragma('foreign_keys = OFF')
  for (const table of oldTables(connection)) fill(connection, table)
  const broken = connection.pragma('foreign_key_check') as unknown[]
  connection.close()
  if (broken.length > 0) throw new Error(`the old ledger is not whole: ${JSON.stringify(broken[0])}`)
}

/** The tables of a ledger that hold what people wrote. */
export function oldTables(connection: Connection): string[] {
  return connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'")
    .all()
    .map(({ name }) => name)
}

function fill(connection: Connection, table: string): void {
  const facts = connection.pragma(`table_info("${table}")`) as ColumnFact[]
  const pointers = new Set((connection.pragma(`foreign_key_list("${table}")`) as { from: string }[]).map(({ from }) => from))
  const written = facts.filter(({ name, notnull, dflt_value, pk }) => pk > 0 || (notnull > 0 && dflt_value === null) || `${table}.${name}` in words)
  const names = written.map(({ name }) => `"${name}"`).join(', ')
  const insert = connection.prepare(`INSERT INTO "${table}" (${names}) VALUES (${written.map(() => '?').join(', ')})`)
  for (let id = 1; id <= oldRows; id++) insert.run(...written.map((column) => valueOf(table, column, id, pointers)))
}

function valueOf(table: string, { name, type, pk }: ColumnFact, id: number, pointers: ReadonlySet<string>): string | number {
  const word = words[`${table}.${name}`]
  if (word !== undefined) return word
  if (pk > 0 || pointers.has(name)) return id
  if (/^(created|updated)_at$|(_at|^at)$/.test(name)) return '2026-01-01T00:00:00.000Z'
  if (/_on$/.test(name)) return '2026-01-01'
  if (type === 'boolean') return 0
  return type === 'text' ? (/^(value|columns|changes|state|facts|row|values)$/.test(name) ? '{}' : `${table} ${name} ${id}`) : id
}

import { openConnection, type Connection } from '../office/db/dataSource'
import { createKeyRing } from '../office/db/encryption/keyRing'
import { oldTables } from '../office/db/testing/oldLedger'
import { learnKey } from './learnKey'

/** Every row of a ledger by `table:id`, as JSON of its values. */
export type LedgerState = Map<string, string>

/** What the machinery writes for itself, by the way. */
const besides = new Set(['audit_entry', 'import_row', 'setting'])

/** All records with what says that they were changed together: edits, imports, periods. */
export async function readState(file: string, keys = createKeyRing()): Promise<LedgerState> {
  await learnKey(file, keys)
  const connection = openConnection(file, { readonly: true, keys })
  try {
    return stateOf(connection)
  } finally {
    connection.close()
  }
}

export function stateOf(connection: Connection): LedgerState {
  const state: LedgerState = new Map()
  connection.exec('BEGIN')
  for (const table of oldTables(connection)) {
    if (besides.has(table)) continue
    for (const row of connection.prepare<[], { id: number }>(`SELECT * FROM "${table}"`).all()) {
      state.set(`${table}:${row.id}`, JSON.stringify(row))
    }
  }
  connection.exec('COMMIT')
  return state
}

/** Keys of rows that differ, are missing or were added. */
export function differingKeys(a: LedgerState, b: LedgerState): string[] {
  const keys = new Set([...a.keys(), ...b.keys()])
  return [...keys].filter((key) => a.get(key) !== b.get(key))
}

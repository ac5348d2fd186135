import { recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import type { SalvagedTable } from '../db/backup/salvageLedger'

/** What was salvaged by kind of record, and in one line without a kind what the ledger keeps besides: settings, history. */
export function kindsOfTables(tables: readonly SalvagedTable[]): { kind: RecordKind | null; rows: number; lost: number }[] {
  const own = new Map(recordKinds.map((kind) => [kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), kind]))
  const ofKinds = tables.flatMap(({ table, rows, lost }) => {
    const kind = own.get(table)
    return kind && rows + lost > 0 ? [{ kind, rows, lost }] : []
  })
  const rest = tables.filter(({ table }) => !own.has(table))
  const sum = (of: 'rows' | 'lost'): number => rest.reduce((total, table) => total + table[of], 0)
  return [...ofKinds, { kind: null, rows: sum('rows'), lost: sum('lost') }]
}

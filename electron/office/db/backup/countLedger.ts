import type { LedgerCounts } from '../../../../shared/contract/backup'
import type { Connection } from '../connection'

/** What a ledger of any version holds, without the recycle bin. */
export function countLedger(connection: Connection): LedgerCounts {
  const count = (table: string): number => {
    const found = connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table)
    if (!found) return 0
    const row = connection.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${table}" WHERE deleted_at IS NULL`).get()
    return row?.rows ?? 0
  }
  return { enterprises: count('enterprise'), partyOrgs: count('party_org'), visits: count('visit') }
}

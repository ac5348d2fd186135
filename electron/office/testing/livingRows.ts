import { openConnection } from '../db/dataSource'
import { ledgerFiles } from '../db/ledgerFiles'

const tables = [
  'unit', 'enterprise', 'party_org', 'coverage', 'secretary_term', 'liaison', 'assignment', 'visit', 'delivery', 'goal_check',
  'activity_count', 'activity', 'fund_entry', 'follow_up',
]

/** Every living record with all it says, but not when and how often it was written: the state of a ledger. */
export function livingRows(folder: string): Record<string, unknown[]> {
  const connection = openConnection(ledgerFiles(folder).ledger, { readonly: true })
  try {
    return Object.fromEntries(
      tables.map((table) => {
        const rows = connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} WHERE deleted_at IS NULL ORDER BY id`).all()
        return [table, rows.map(({ created_at: _created, updated_at: _updated, version: _version, ...row }) => row)]
      }),
    )
  } finally {
    connection.close()
  }
}

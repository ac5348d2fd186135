import type { ColumnState } from 'ag-grid-community'
import { call } from '../../api/call'

const key = 'ledger.columns'

/** What is remembered of a column; the rest of AG Grid's state belongs to features the ledger does not use. */
export type RememberedColumn = Pick<ColumnState, 'colId' | 'hide' | 'width' | 'pinned' | 'sort'>

/** The remembered columns in their order; null when nothing was remembered or it cannot be read. */
export async function recallColumns(): Promise<RememberedColumn[] | null> {
  const { state } = await call('view.get', { key })
  return state === null ? null : parseColumns(state)
}

export function parseColumns(text: string): RememberedColumn[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    if (!Array.isArray(parsed)) return null
    return parsed.filter((column): column is RememberedColumn => typeof column?.colId === 'string')
  } catch {
    return null
  }
}

export async function rememberColumns(columns: readonly ColumnState[]): Promise<void> {
  const kept = columns.map(
    ({ colId, hide, width, pinned, sort }): RememberedColumn => ({ colId, hide, width, pinned, sort }),
  )
  await call('view.save', { key, state: JSON.stringify(kept) })
}

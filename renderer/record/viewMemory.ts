import { call } from '../api/call'
import { readColumns, readViews, writeColumns, writeViews, type SavedView, type ViewColumn } from './gridViews'

/** The columns as they were left; null when they never were. */
export async function recallColumns(viewKey: string): Promise<ViewColumn[] | null> {
  const { state } = await call('view.get', { key: columnsKey(viewKey) })
  if (state === null) return null
  try {
    const columns = readColumns(JSON.parse(state))
    return columns.length > 0 ? columns : null
  } catch {
    return null
  }
}

export async function rememberColumns(viewKey: string, columns: readonly ViewColumn[]): Promise<void> {
  await call('view.save', { key: columnsKey(viewKey), state: JSON.stringify(writeColumns(columns)) })
}

/** The filters are as their page wrote them, perhaps in an earlier version: it leaves out what it does not know. */
export async function recallViews<Filter>(viewKey: string): Promise<SavedView<Filter>[]> {
  const { state } = await call('view.get', { key: viewsKey(viewKey) })
  return readViews<Filter>(state)
}

/** The most one key may hold (shared/contract/view.ts). */
const longestState = 20_000

/** False when the views are too many to be kept. */
export async function rememberViews(viewKey: string, views: readonly SavedView[]): Promise<boolean> {
  const state = writeViews(views)
  if (state.length > longestState) return false
  await call('view.save', { key: viewsKey(viewKey), state })
  return true
}

const columnsKey = (viewKey: string): string => `columns.${viewKey}`
const viewsKey = (viewKey: string): string => `views.${viewKey}`

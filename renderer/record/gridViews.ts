import type { ColumnState } from 'ag-grid-community'

/** A shown column: its name, width, whether it stays at the left, and its part in the order. */
export interface ViewColumn {
  name: string
  /** Pixels; 0 for one that takes its share of what is left. */
  width: number
  pinned: boolean
  sort: 'asc' | 'desc' | null
}

/** A way of looking at a ledger that somebody gave a name to; `Filter` is what its page asks with. */
export interface SavedView<Filter = unknown> {
  name: string
  columns: ViewColumn[]
  filter: Filter
}

/** A column that may be shown, with the width it has at first. */
export interface NamedColumn {
  name: string
  header: string
  width: number
}

/** A sheet whose columns can be chosen, moved and remembered. */
export interface ColumnSheet {
  shownColumns: () => ViewColumn[]
  applyColumns: (view: readonly ViewColumn[]) => void
  /** Back to what the page shows at first. */
  resetColumns: () => void
}

/** The shown columns of a grid, less those of its frame (row number, marks). */
export function columnsOfState(state: readonly ColumnState[], frame: readonly string[]): ViewColumn[] {
  return state
    .filter((column) => column.hide !== true && !frame.includes(column.colId))
    .map(({ colId, width, flex, pinned, sort }) => ({
      name: colId,
      width: flex ? 0 : Math.round(width ?? 0),
      pinned: pinned === 'left',
      sort: sort ?? null,
    }))
}

/** What AG Grid is told to show them; columns it does not name are to be hidden. */
export function stateOfColumns(columns: readonly ViewColumn[], frame: readonly string[]): ColumnState[] {
  return [
    ...frame.map((colId): ColumnState => ({ colId, hide: false, pinned: 'left' })),
    ...columns.map(
      ({ name, width, pinned, sort }): ColumnState => ({
        colId: name,
        hide: false,
        ...(width > 0 ? { width, flex: null } : {}),
        pinned: pinned ? 'left' : null,
        sort,
      }),
    ),
  ]
}

/** As text, a column in a few letters: what the office keeps under one key is limited. */
export function writeColumns(columns: readonly ViewColumn[]): string[] {
  return columns.map(({ name, width, pinned, sort }) =>
    [name, width, pinned ? 'pinned' : '', sort ?? ''].join(':').replace(/:+$/, ''),
  )
}

export function readColumns(columns: unknown): ViewColumn[] {
  if (!Array.isArray(columns)) return []
  return columns.flatMap((text: unknown) => {
    const [name = '', width = '', pinned, sort] = typeof text === 'string' ? text.split(':') : []
    if (name === '') return []
    return [{ name, width: Number(width) || 0, pinned: pinned === 'pinned', sort: sort === 'asc' || sort === 'desc' ? sort : null }]
  })
}

export function writeViews(views: readonly SavedView[]): string {
  return JSON.stringify(views.map(({ name, columns, filter }) => ({ name, columns: writeColumns(columns), filter })))
}

export function readViews<Filter>(text: string | null): SavedView<Filter>[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(parsed)) return []
    return parsed
      .filter((view) => typeof view?.name === 'string')
      .map((view) => ({ name: view.name, columns: readColumns(view.columns), filter: view.filter ?? {} }))
  } catch {
    return []
  }
}

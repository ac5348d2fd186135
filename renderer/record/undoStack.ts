import type { EditPlace } from './editPlace'

/** An edit of this window, as the office knows it and as people read it; without a place when the log takes it back. */
export interface MadeEdit {
  editId: number
  label: string
  place?: EditPlace
  /** What taking it back would do is shown first: an import. */
  asks?: true
}

/** The latest last. `undone` holds the takings back: taking one of them back is the redo. */
export interface EditStacks {
  made: MadeEdit[]
  undone: MadeEdit[]
}

/** Older edits stay reachable in the log. */
export const longestStack = 200

export const emptyStacks: EditStacks = { made: [], undone: [] }

export function pushEdit(stacks: EditStacks, edit: MadeEdit): EditStacks {
  return { made: [...stacks.made, edit].slice(-longestStack), undone: [] }
}

/**
 * After an edit was taken back by the edit `undoId`; null when nothing was left to take back. One made while that was
 * under way stays, and as after every new edit there is nothing to redo.
 */
export function afterUndo({ made, undone }: EditStacks, edit: MadeEdit, undoId: number | null): EditStacks {
  const wasLast = made.at(-1)?.editId === edit.editId
  return {
    made: made.filter(({ editId }) => editId !== edit.editId),
    undone: undoId !== null && wasLast ? [...undone, { ...edit, editId: undoId }] : undone,
  }
}

/** The same the other way: the taking back `edit` was itself taken back by the edit `redoId`. */
export function afterRedo({ made, undone }: EditStacks, edit: MadeEdit, redoId: number | null): EditStacks {
  return {
    made: redoId === null ? made : [...made, { ...edit, editId: redoId }],
    undone: undone.filter(({ editId }) => editId !== edit.editId),
  }
}

/** Without an edit that the office will not take back any more. */
export function withoutEdit({ made, undone }: EditStacks, editId: number): EditStacks {
  const other = (edit: MadeEdit): boolean => edit.editId !== editId
  return { made: made.filter(other), undone: undone.filter(other) }
}

/** What a reload of the window left behind; nothing when it cannot be read. */
export function parseStacks(text: string | null): EditStacks {
  try {
    const parsed: unknown = JSON.parse(text ?? '')
    if (!isRecord(parsed)) return emptyStacks
    return { made: editsOf(parsed.made), undone: editsOf(parsed.undone) }
  } catch {
    return emptyStacks
  }
}

function editsOf(list: unknown): MadeEdit[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((edit: unknown) =>
    isRecord(edit) && typeof edit.editId === 'number' && typeof edit.label === 'string'
      ? [{ editId: edit.editId, label: edit.label, ...placeFrom(edit.place), ...(edit.asks === true ? { asks: true } : {}) }]
      : [],
  )
}

function placeFrom(place: unknown): { place?: EditPlace } {
  if (!isRecord(place) || typeof place.page !== 'string' || typeof place.address !== 'string') return {}
  return { place: { page: place.page, address: place.address } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** An edit of this window, as the office knows it and as people read it. */
export interface MadeEdit {
  editId: number
  label: string
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

/** After the latest edit was taken back by the edit `undoId`; null when nothing was left to take back. */
export function afterUndo({ made, undone }: EditStacks, undoId: number | null): EditStacks {
  const last = made.at(-1)
  if (!last) return { made, undone }
  const takenBack = undoId === null ? [] : [{ editId: undoId, label: last.label }]
  return { made: made.slice(0, -1), undone: [...undone, ...takenBack] }
}

export function afterRedo({ made, undone }: EditStacks, redoId: number | null): EditStacks {
  const last = undone.at(-1)
  if (!last) return { made, undone }
  const madeAgain = redoId === null ? [] : [{ editId: redoId, label: last.label }]
  return { made: [...made, ...madeAgain], undone: undone.slice(0, -1) }
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
      ? [{ editId: edit.editId, label: edit.label }]
      : [],
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

import { shallowRef, type ShallowRef } from 'vue'
import { recordSheetText } from '../text/recordSheet'
import type { RefusedCell } from './planCells'

/** What was typed into cells and not saved, kept over a reload. */
export interface RefusedCells {
  cells: ShallowRef<RefusedCell[]>
  textAt: (id: number, field: string) => string | undefined
  add: (refused: readonly RefusedCell[]) => void
  drop: (id: number, field: string) => void
  clear: () => void
  /** What is being typed at this moment: after a crash it is one of them. */
  typing: (cell: Omit<RefusedCell, 'message'> | null) => void
}

export function refusedCells(store: Storage, key: string): RefusedCells {
  const typingKey = `${key}.typing`
  const cells = shallowRef<RefusedCell[]>(readCells(store.getItem(key)))
  const halfTyped = readCells(store.getItem(typingKey)).map((cell) => ({ ...cell, message: recordSheetText.refused.left }))
  const isSame = (cell: RefusedCell, id: number, field: string): boolean => cell.id === id && cell.field === field

  function set(next: RefusedCell[]): void {
    cells.value = next
    if (next.length === 0) store.removeItem(key)
    else store.setItem(key, JSON.stringify(next))
  }

  function add(refused: readonly RefusedCell[]): void {
    if (refused.length === 0) return
    const others = cells.value.filter((cell) => !refused.some(({ id, field }) => isSame(cell, id, field)))
    set([...others, ...refused])
  }

  function typing(cell: Omit<RefusedCell, 'message'> | null): void {
    if (cell) store.setItem(typingKey, JSON.stringify([{ ...cell, message: '' }]))
    else store.removeItem(typingKey)
  }

  add(halfTyped)
  typing(null)
  return {
    cells,
    add,
    typing,
    textAt: (id, field) => cells.value.find((cell) => isSame(cell, id, field))?.typed,
    drop(id, field) {
      if (cells.value.some((cell) => isSame(cell, id, field))) set(cells.value.filter((cell) => !isSame(cell, id, field)))
    },
    clear: () => set([]),
  }
}

function readCells(text: string | null): RefusedCell[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(parsed)) return []
    return parsed.filter(
      (cell): cell is RefusedCell =>
        typeof cell?.id === 'number' && typeof cell.field === 'string' && typeof cell.typed === 'string',
    )
  } catch {
    return []
  }
}

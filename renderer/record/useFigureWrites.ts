import { ElMessage } from 'element-plus'
import { shallowRef } from 'vue'
import type { FieldValue } from '../../shared/record/field'
import { recordText } from '../text/record'
import { recordSheetText } from '../text/recordSheet'
import {
  readFigure,
  type FigureColumn,
  type FigureReading,
  type FigureRefusal,
  type FigureRow,
  type FigureWrite,
} from './figureSheet'
import type { RefusedCell } from './planCells'
import type { RefusedCells } from './refusedStore'
import { useEdits } from './useEdits'

export interface WantedCell {
  row: FigureRow
  column: FigureColumn
  typed: string
  /** What stood there when it was typed over, where that was a while ago. */
  seen?: string
}

export interface FigureWrites {
  /** What stands in a cell: what was typed and refused, what is on its way, what is kept. */
  textAt: (row: FigureRow, column: FigureColumn) => string
  /** The same without what was refused. */
  keptAt: (row: FigureRow, column: FigureColumn) => string
  read: (row: FigureRow, column: FigureColumn, typed: string) => FigureReading
  placeOf: (row: FigureRow, column: FigureColumn) => Omit<RefusedCell, 'typed' | 'message'>
  /** Saves after all earlier writes; answers with how many cells were. `label` when it is not one cell. */
  put: (cells: readonly WantedCell[], label?: string) => Promise<number>
  /** The same for a block, and says how much was saved. */
  putBlock: (cells: readonly WantedCell[], label: string) => Promise<void>
}

/** What becomes of cells that somebody changed: shown at once, saved one after the other, kept when refused. */
export function useFigureWrites(parts: {
  title: string
  rows: () => readonly FigureRow[]
  columns: () => readonly FigureColumn[]
  today: () => string
  check: (rowId: number, column: string, value: FieldValue) => string | null
  save: (writes: readonly FigureWrite[], label: string) => Promise<FigureRefusal[]>
  refused: RefusedCells
}): FigureWrites {
  const edits = useEdits()
  const { refused } = parts
  const pending = shallowRef(new Map<string, string>())
  let queue: Promise<unknown> = Promise.resolve()

  const keyOf = (rowId: number, column: string): string => `${rowId}:${column}`

  function kept(row: FigureRow, column: FigureColumn): string {
    return pending.value.get(keyOf(row.id, column.name)) ?? row.cells[parts.columns().indexOf(column)]?.text ?? ''
  }

  function read(row: FigureRow, column: FigureColumn, typed: string): FigureReading {
    if (!column.field) return { ok: false, message: recordSheetText.refused.lockedColumn }
    const reading = readFigure(column.field, typed, parts.today())
    const message = reading.ok ? parts.check(row.id, column.name, reading.value) : null
    return message === null ? reading : { ok: false, message }
  }

  function placeOf(row: FigureRow, column: FigureColumn): Omit<RefusedCell, 'typed' | 'message'> {
    const rowIndex = parts.rows().findIndex(({ id }) => id === row.id)
    const header = `${row.name} ${column.title ?? column.header}`
    return { id: row.id, rowIndex, rowName: row.name, field: column.name, header }
  }

  function setPending(writes: readonly FigureWrite[], shown: ReadonlyMap<FigureWrite, string> | null): void {
    const next = new Map(pending.value)
    for (const write of writes) {
      const key = keyOf(write.rowId, write.column)
      if (shown) next.set(key, shown.get(write) ?? '')
      else next.delete(key)
    }
    pending.value = next
  }

  async function put(cells: readonly WantedCell[], label?: string): Promise<number> {
    const writes: FigureWrite[] = []
    const places = new Map<FigureWrite, Omit<RefusedCell, 'message'>>()
    const shown = new Map<FigureWrite, string>()
    const wrong: RefusedCell[] = []
    for (const { row, column, typed, seen } of cells) {
      const before = kept(row, column)
      const reading = read(row, column, typed)
      if (typed.trim() === before || (reading.ok && reading.shown === before)) {
        refused.drop(row.id, column.name)
        continue
      }
      if (!reading.ok) {
        wrong.push({ ...placeOf(row, column), typed, message: reading.message })
        continue
      }
      if (seen !== undefined && seen !== before) {
        wrong.push({ ...placeOf(row, column), typed, message: recordSheetText.refused.changed(before) })
        continue
      }
      const write = { rowId: row.id, column: column.name, typed, value: reading.value, before }
      writes.push(write)
      shown.set(write, reading.shown)
      places.set(write, { ...placeOf(row, column), typed })
      refused.drop(row.id, column.name)
    }
    refused.add(wrong)
    const [first] = cells
    if (writes.length === 0 || !first) return 0
    setPending(writes, shown)
    const words = label ?? recordText.labels.cell(first.row.name, first.column.title ?? first.column.header)
    const turn = edits.follow(queue.then(() => parts.save(writes, words)))
    queue = turn.catch(() => undefined)
    try {
      const rest = await turn
      refused.add(rest.flatMap(({ write, message }) => {
        const place = places.get(write)
        return place ? [{ ...place, message }] : []
      }))
      return writes.length - rest.length
    } finally {
      setPending(writes, null)
    }
  }

  return {
    textAt: (row, column) => refused.textAt(row.id, column.name) ?? kept(row, column),
    keptAt: kept,
    read,
    placeOf,
    put,
    async putBlock(cells, label) {
      const saved = await put(cells, label)
      const rows = new Set(cells.map(({ row }) => row.id)).size
      if (saved > 1) ElMessage({ type: 'success', message: recordSheetText.pasted(saved, rows), duration: 3000 })
    },
  }
}

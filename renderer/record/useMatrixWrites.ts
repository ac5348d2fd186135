import type { GridApi } from 'ag-grid-community'
import { ElMessage } from 'element-plus'
import { failureNotice } from '../composables/failureNotice'
import { reportFailure } from '../composables/reportFailure'
import { recordSheetText as text } from '../text/recordSheet'
import type { MatrixChange, MatrixColumn, MatrixModel, MatrixRow, MatrixWrite } from './matrix'
import type { RefusedCell } from './planCells'
import type { RefusedCells } from './refusedStore'
import { useEdits } from './useEdits'

export interface MatrixWrites<Row, Change> {
  /** Shows the cells at once and saves them after all earlier ones, in one edit. Answers how many were saved. */
  save: (cells: readonly MatrixChange<Row, Change>[], label: string) => Promise<number>
  /** The same, and says how much was saved. */
  saveAll: (cells: readonly MatrixChange<Row, Change>[], label: string) => Promise<void>
  /** Reads a block of texts and saves it as one edit; keeps what cannot be read. */
  put: (cells: readonly MatrixWrite<Row>[], label: string) => Promise<void>
  refuse: (write: MatrixWrite<Row>, message: string) => RefusedCell
  /** After everything on its way has been saved and read back. */
  settled: () => Promise<unknown>
  /** Something was written: by this sheet (then its rows stay where they are) or by somebody else. */
  changed: () => void
}

/** Rows one question may name. */
const mostIds = 1000
/** Within this time (ms) a change announced is taken to be the save of this sheet. */
const echo = 1500

export function useMatrixWrites<Row extends MatrixRow, Change>(
  model: Omit<MatrixModel<Row, Change>, 'page'>,
  api: () => GridApi<Row> | undefined,
  refused: RefusedCells,
  column: (name: string) => MatrixColumn<Row> | undefined,
): MatrixWrites<Row, Change> {
  const edits = useEdits()
  let pending: MatrixChange<Row, Change>[] = []
  /** Rows with something on its way, as the office last told them: what is shown is ahead of it. */
  const told = new Map<number, Row>()
  let queue: Promise<unknown> = Promise.resolve()
  let ownSave = 0

  function nodeOf(id: number) {
    return api()?.getRowNode(String(id))
  }

  /** The row with all that is on its way to the office. */
  function withPending(row: Row): Row {
    return pending.filter((cell) => cell.row.id === row.id).reduce((shown, cell) => model.show(shown, cell.column, cell.change), row)
  }

  function show(cells: readonly MatrixChange<Row, Change>[]): void {
    const rows = new Map<number, Row>()
    for (const { row, column, change } of cells) {
      if (!told.has(row.id)) told.set(row.id, nodeOf(row.id)?.data ?? row)
      rows.set(row.id, model.show(rows.get(row.id) ?? nodeOf(row.id)?.data ?? row, column, change))
    }
    for (const [id, row] of rows) nodeOf(id)?.setData(row)
  }

  /** Only rows the grid holds or that are to be written again; the others are asked for when they come into view. */
  async function refresh(ids: readonly number[]): Promise<void> {
    const waiting = new Set(pending.map(({ row }) => row.id))
    for (const id of ids) if (!waiting.has(id)) told.delete(id)
    const wanted = ids.filter((id) => waiting.has(id) || nodeOf(id)?.data !== undefined)
    try {
      for (let from = 0; from < wanted.length; from += mostIds) {
        for (const row of await model.rows(wanted.slice(from, from + mostIds))) {
          if (told.has(row.id)) told.set(row.id, row)
          nodeOf(row.id)?.setData(withPending(row))
        }
      }
    } catch {
      api()?.refreshInfiniteCache()
    }
  }

  async function write(cells: readonly MatrixChange<Row, Change>[], label: string): Promise<number> {
    ownSave = Date.now()
    const newest = cells.map((cell) => ({ ...cell, row: told.get(cell.row.id) ?? cell.row }))
    let refusals: Map<MatrixChange<Row, Change>, string>
    try {
      refusals = await model.save(newest, label)
    } catch (error) {
      const { sentence } = failureNotice(error)
      refusals = new Map(newest.map((cell) => [cell, sentence]))
    }
    pending = pending.filter((cell) => !cells.includes(cell))
    for (const cell of newest) if (!refusals.has(cell)) refused.drop(cell.row.id, cell.column)
    refused.add([...refusals].map(([cell, message]) => refuse(cell, message)))
    ownSave = Date.now()
    await refresh([...new Set(cells.map(({ row }) => row.id))])
    return newest.length - refusals.size
  }

  function refuse({ row, rowIndex, column: field, typed }: MatrixWrite<Row>, message: string): RefusedCell {
    return { id: row.id, rowIndex, rowName: row.name, field, header: column(field)?.header ?? field, typed, message }
  }

  function save(cells: readonly MatrixChange<Row, Change>[], label: string): Promise<number> {
    pending.push(...cells)
    show(cells)
    const turn = edits.follow(queue.then(() => write(cells, label)))
    queue = turn.catch(reportFailure)
    return turn
  }

  async function saveAll(cells: readonly MatrixChange<Row, Change>[], label: string): Promise<void> {
    if (cells.length === 0) {
      ElMessage({ type: 'info', message: text.nothingNew, duration: 2000 })
      return
    }
    const saved = await save(cells, label)
    const rows = new Set(cells.map(({ row }) => row.id)).size
    if (saved > 1) ElMessage({ type: 'success', message: text.pasted(saved, rows), duration: 3000 })
  }

  async function put(wanted: readonly MatrixWrite<Row>[], label: string): Promise<void> {
    const accepted: MatrixChange<Row, Change>[] = []
    const refusals: RefusedCell[] = []
    for (const wish of wanted) {
      const one = column(wish.column)
      if (!one || wish.typed.trim() === one.text(wish.row)) continue
      const reading = one.editable ? model.read(wish.row, wish.column, wish.typed) : { ok: false as const, message: text.refused.lockedColumn }
      if (!reading.ok) refusals.push(refuse(wish, reading.message))
      else if (reading.change !== null) accepted.push({ ...wish, change: reading.change })
    }
    refused.add(refusals)
    if (accepted.length > 0 || refusals.length === 0) await saveAll(accepted, label)
  }

  return {
    refuse, save, saveAll, put,
    settled: () => queue,
    changed() {
      const shown = api()?.getRenderedNodes().flatMap((node) => node.data?.id ?? []) ?? []
      if (Date.now() - ownSave < echo) void refresh(shown)
      else api()?.refreshInfiniteCache()
    },
  }
}

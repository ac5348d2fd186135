import type { GridApi } from 'ag-grid-community'
import { ElMessage } from 'element-plus'
import type { RecordChange, RecordRow } from '../../shared/contract/record'
import type { RecordKind } from '../../shared/record/recordKind'
import { reportFailure } from '../composables/reportFailure'
import { useOffice } from '../composables/useOffice'
import { recordSheetText as text } from '../text/recordSheet'
import type { SheetColumn } from './gridColumns'
import { planCells, refuse, type AcceptedCell, type CellWrite } from './planCells'
import { shownField } from './recordTitle'
import { lookUpNames } from './refNames'
import type { RefusedCells } from './refusedStore'
import { saveCells } from './saveCells'
import type { SheetRows } from './sheetRows'
import type { BlockCell } from './useBlocks'
import { useEdits, type SavedEdit } from './useEdits'
import { useOwnEdits } from './useOwnEdits'

export interface WrittenCells {
  /** False when nothing was written at all. */
  written: boolean
  saved: number
  rows: number
  refused: number
}

export interface CellWrites {
  /** What the fields by themselves say, before anything is sent. */
  plan: (writes: readonly CellWrite[]) => Promise<ReturnType<typeof planCells>>
  /** Shows the cells at once and saves them after all earlier ones, in one edit. */
  save: (cells: readonly AcceptedCell[], label: string) => Promise<WrittenCells>
  /** Reads and saves a block as one edit, keeps what cannot be read, and says what became of it. */
  put: (cells: readonly BlockCell<RecordRow, SheetColumn>[], label: string) => Promise<void>
  /** The same together with new records, and without a word. */
  putAndAdd: (cells: readonly BlockCell<RecordRow, SheetColumn>[], added: readonly RecordChange[], label: string) => Promise<WrittenCells>
}

/** Rows asked for one by one after a save, so that the sheet does not sort itself anew beneath the typing hand. */
const refreshedSingly = 40

export function useCellWrites(
  kind: RecordKind,
  asked: SheetRows,
  api: () => GridApi<RecordRow> | undefined,
  refused: RefusedCells,
  expectOwn: () => () => void,
): CellWrites {
  const office = useOffice()
  const edits = useEdits()
  const own = useOwnEdits()
  const versions = new Map<number, number>()
  let queue: Promise<unknown> = Promise.resolve()

  function nodeOf(id: number) {
    return api()?.getRowNode(String(id))
  }

  function show(cells: readonly AcceptedCell[]): void {
    const rows = new Map<number, RecordRow>()
    for (const { row, field, value, typed } of cells) {
      const now = rows.get(row.id) ?? nodeOf(row.id)?.data ?? row
      rows.set(row.id, {
        ...now,
        values: { ...now.values, [field]: value as RecordRow['values'][string] },
        names: { ...now.names, [field]: typed },
      })
    }
    for (const [id, row] of rows) nodeOf(id)?.setData(row)
  }

  async function refresh(ids: readonly number[]): Promise<void> {
    if (ids.length > refreshedSingly) {
      api()?.refreshInfiniteCache()
      return
    }
    await Promise.all(
      ids.map(async (id) => {
        const node = nodeOf(id)
        if (node) node.setData(await asked.one(id))
      }),
    ).catch(() => api()?.refreshInfiniteCache())
  }

  /** The version last heard of: an earlier save of this grid may have raised it since the row was read. */
  function newest(cell: AcceptedCell): AcceptedCell {
    const version = Math.max(cell.row.version, versions.get(cell.row.id) ?? 0)
    return { ...cell, row: { ...cell.row, version } }
  }

  async function saveOwn(changes: RecordChange[], label: string): Promise<SavedEdit> {
    const nothingWritten = expectOwn()
    try {
      const saved = await own.saveRecords(changes, label)
      if (saved.editId === null) nothingWritten()
      return saved
    } catch (error) {
      nothingWritten()
      throw error
    }
  }

  async function write(cells: readonly AcceptedCell[], label: string, added: readonly RecordChange[] = []): Promise<WrittenCells> {
    const outcome =
      cells.length > 0
        ? await saveCells(kind, cells.map(newest), (changes) => saveOwn([...changes, ...added], label))
        : { edit: await saveOwn([...added], label), saved: [], refused: [] }
    for (const { kind: of, id, version } of outcome.edit?.saved ?? []) if (of === kind) versions.set(id, version)
    for (const { row, field } of outcome.saved) refused.drop(row.id, field)
    refused.add(outcome.refused)
    const ids = new Set(cells.map(({ row }) => row.id))
    if (added.length > 0) api()?.refreshInfiniteCache()
    else await refresh([...ids])
    return {
      written: outcome.edit !== null,
      saved: outcome.saved.length,
      rows: new Set(outcome.saved.map(({ row }) => row.id)).size,
      refused: outcome.refused.length,
    }
  }

  async function plan(writes: readonly CellWrite[]): Promise<ReturnType<typeof planCells>> {
    return planCells(kind, writes, office.status?.today ?? '', await lookUpNames(kind, writes))
  }

  function save(cells: readonly AcceptedCell[], label: string, added: readonly RecordChange[] = []): Promise<WrittenCells> {
    show(cells)
    const turn = edits.follow(queue.then(() => write(cells, label, added)))
    queue = turn.catch(reportFailure)
    return turn
  }

  /** The cells of a block that can be saved; the others are kept with the reason. */
  async function readable(block: readonly BlockCell<RecordRow, SheetColumn>[]): Promise<{ accepted: AcceptedCell[]; isSame: boolean }> {
    const locked = block.filter(({ row, column, typed }) => !column.editable && typed.trim() !== column.text(row))
    refused.add(locked.map((cell) => refuse(kind, cellWrite(kind, cell), text.refused.lockedColumn)))
    const wanted = await plan(block.filter(({ column }) => column.editable).map((cell) => cellWrite(kind, cell)))
    refused.add(wanted.refused)
    return { accepted: wanted.accepted, isSame: wanted.accepted.length + wanted.refused.length + locked.length === 0 }
  }

  async function put(block: readonly BlockCell<RecordRow, SheetColumn>[], label: string): Promise<void> {
    const { accepted, isSame } = await readable(block)
    if (isSame) ElMessage({ type: 'info', message: text.nothingNew, duration: 2000 })
    if (accepted.length === 0) return
    const { saved, rows } = await save(accepted, label)
    if (saved > 1) ElMessage({ type: 'success', message: text.pasted(saved, rows), duration: 3000 })
  }

  return {
    plan, save, put,
    putAndAdd: async (block, added, label) => save((await readable(block)).accepted, label, added),
  }
}

/** What is filled down is known already; what empties a cell is the empty value of its field. */
function cellWrite(kind: RecordKind, { row, rowIndex, column: { name, field }, typed, from }: BlockCell<RecordRow, SheetColumn>): CellWrite {
  const write = { row, rowIndex, field: name, typed }
  if (from) return { ...write, typed: shownField(kind, from, name), value: from.values[name] ?? null }
  if (typed === '') return { ...write, value: field?.type === 'list' || field?.type === 'yearCounts' ? [] : null }
  return write
}

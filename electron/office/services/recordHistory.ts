import type { HistoryEntry, ImportOrigin } from '../../../shared/contract/record'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { quoted } from '../../../shared/domain/quoted'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { editRepository, type RangeRecord } from '../db/repositories/editRepository'
import { importedRows, originOf, type ImportedRow } from '../db/repositories/importedRows'
import { recordRepository } from '../db/repositories/recordRepository'
import { importAction } from './commitImport'
import { showEntries } from './showEntries'
import { shownImportRow } from './shownImportRow'

/**
 * Who changed what of a record and when, the latest first, each change once. What an import did to an enterprise is
 * told row by row by the columns of its sheet; what it did to other records, as any other edit is. All of it is said in the
 * words of the district.
 */
export async function recordHistory(manager: EntityManager, kind: RecordKind, id: number, settings: OfficeSettings): Promise<HistoryEntry[]> {
  const rows = kind === 'enterprise' ? await importedRows(manager, kind, id) : []
  const records = await editRepository.history(manager, kind, id, kind === 'enterprise' ? importAction : undefined)
  const told = new Set([...records, ...rows].map(({ editId }) => editId))
  const ranges = (await editRepository.rangeHistory(manager, kind, id)).filter(({ editId }) => !told.has(editId))
  const origin = origins(manager)
  const history: HistoryEntry[] = []
  for (const [i, entry] of (await showEntries(manager, records, settings)).entries()) {
    const record = records[i]
    history.push({ ...entry, origin: record ? await origin(record.runId, record.entity, record.entityId) : null })
  }
  const name = (await recordRepository.names(manager, kind, [id], settings)).get(id)?.trim() ?? ''
  const label = `${definitionOf(kind).label}${quoted(name)}`
  history.push(...rows.map((row) => describeRow(row, label, settings)))
  for (const range of firstOfEach(ranges, kind)) {
    const own = range.kind === kind ? label : `${definitionOf(range.kind).label} ${range.records} 条`
    const from = range.undoesId === null ? range.runId : null
    history.push({ ...describeRange(range), label: own, origin: await origin(from, kind, id) })
  }
  return history.sort((a, b) => (a.at === b.at ? (b.editId ?? 0) - (a.editId ?? 0) : a.at < b.at ? 1 : -1))
}

function origins(manager: EntityManager): (runId: number | null, kind: RecordKind, id: number) => Promise<ImportOrigin | null> {
  const known = new Map<string, ImportOrigin | null>()
  return async (runId, kind, id) => {
    if (runId === null) return null
    const key = `${runId} ${kind} ${id}`
    const found = known.get(key)
    if (found !== undefined) return found
    const origin = await originOf(manager, runId, kind, id)
    known.set(key, origin)
    return origin
  }
}

/** One line an edit: of the record itself where it came or went, else of what hangs on it. */
function firstOfEach(ranges: readonly RangeRecord[], kind: RecordKind): RangeRecord[] {
  const lines = new Map<number, RangeRecord>()
  for (const range of ranges) if (range.kind === kind || !lines.has(range.editId)) lines.set(range.editId, range)
  return [...lines.values()]
}

function describeRange({ at, operator, editId, removed, undoesId }: RangeRecord): Pick<HistoryEntry, 'at' | 'operator' | 'action' | 'editId' | 'changes'> {
  const action = undoesId === null ? importAction : removed ? '撤销' : '重做'
  return { at, operator, action, editId, changes: [] }
}

/** What a row changed, by the columns of its sheet; of a new enterprise only that it came. */
function describeRow({ at, operator, editId, before, after, origin }: ImportedRow, label: string, settings: OfficeSettings): HistoryEntry {
  const changes = before === null ? [] : shownImportRow('F01', before, after, settings)
  return { at, operator, action: importAction, label, editId, changes, origin }
}

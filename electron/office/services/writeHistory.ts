import type { AuditAction } from '../../../shared/domain/auditAction'
import { quoted } from '../../../shared/domain/quoted'
import type { OwnWording } from '../../../shared/record/ownDefinition'
import { definitionOf, recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { bulkInsert, bulkUpdate, nextId } from '../db/bulkInsert'
import type { AuditChange } from '../db/entities/auditEntry'
import { Edit } from '../db/entities/edit'
import { EditRange } from '../db/entities/editRange'
import type { NewRow } from '../db/newRow'
import { auditRepository, type NewEntry } from '../db/repositories/auditRepository'
import { editRepository } from '../db/repositories/editRepository'
import { recordRepository } from '../db/repositories/recordRepository'
import type { EditStamp } from './plannedEdit'
import type { TouchedRecord } from './touchedRecord'

/** An edit as the log lists it, before anything of it is written. */
export interface EditHead {
  at: string
  operator: string
  label: string
  undoesId?: number | undefined
  runId?: number | null | undefined
  /** What the edit as a whole did; of an edit of several records that of the first. */
  action?: AuditAction | undefined
}

/** One record's part of an edit. */
export interface EntryDraft {
  kind: RecordKind
  id: number
  action: AuditAction
  changes: AuditChange[]
}

/** Records an edit brought or took as they were, by ids. */
export interface RangeDraft {
  kind: RecordKind
  firstId: number
  lastId: number
  removed: boolean
}

/**
 * Begins an edit of no records yet, with the entry that is its head in the 操作日志; answers its id. Call these inside the
 * `gate.write` that changes the records.
 */
export async function beginEdit(manager: EntityManager, { at, operator, label, undoesId, runId, action = '修改' }: EditHead): Promise<number> {
  const id = await nextId(manager, Edit)
  await bulkInsert(manager, Edit, [{ id, at, operator, label, records: 0, undoesId: undoesId ?? null, runId: runId ?? null }], at)
  if (undoesId !== undefined) await bulkUpdate(manager, Edit, [{ id: undoesId, undoneById: id }], at)
  await auditRepository.append(manager, [{ at, operator, action, entity: 'edit', entityId: id, label }], at)
  return id
}

/** Adds records to an edit, each under the name it bears now. */
export async function writeEntries(manager: EntityManager, editId: number, drafts: readonly EntryDraft[], stamp: Pick<EditStamp, 'at' | 'operator' | 'settings'>): Promise<void> {
  if (drafts.length === 0) return
  const { at, operator } = stamp
  const named = await namesOf(manager, drafts, stamp.settings)
  function* entries(): Generator<NewEntry> {
    for (const { kind, id, action, changes } of drafts) {
      yield { at, operator, action, entity: kind, entityId: id, label: named.get(`${kind}:${id}`) ?? '', changes, editId }
    }
  }
  await auditRepository.append(manager, entries(), at)
  await editRepository.addRecords(manager, editId, drafts.length)
}

/** Adds records to an edit by the ranges of their ids. One entry of the log names them all. */
export async function writeRanges(
  manager: EntityManager,
  editId: number,
  drafts: readonly RangeDraft[],
  { at, operator, action }: Pick<EditStamp, 'at' | 'operator'> & { action: AuditAction },
): Promise<void> {
  if (drafts.length === 0) return
  const first = await nextId(manager, EditRange)
  await bulkInsert(manager, EditRange, drafts.map((draft, i): NewRow<EditRange> => ({ id: first + i, editId, ...draft })), at)
  const changes = drafts.map(({ kind, firstId, lastId, removed }): AuditChange => {
    const ids = `${firstId}-${lastId}`
    return { field: kind, before: removed ? ids : null, after: removed ? null : ids }
  })
  await auditRepository.append(manager, [{ at, operator, action, entity: 'editRange', entityId: editId, label: '', changes }], at)
  await editRepository.addRecords(manager, editId, drafts.reduce((sum, { firstId, lastId }) => sum + lastId - firstId + 1, 0))
}

/** Writes what an edit changed, one entry a record, to the edit of the stamp or to a new one; answers its id. */
export async function writeHistory(manager: EntityManager, changed: ReadonlyMap<TouchedRecord, AuditChange[]>, stamp: EditStamp): Promise<number> {
  const drafts = [...changed].map(([record, changes]): EntryDraft => {
    return { kind: record.kind, id: record.id, action: stamp.action ?? actionOf(record), changes }
  })
  const { action = drafts[0]?.action } = stamp
  const editId = stamp.editId ?? (await beginEdit(manager, { ...stamp, action, label: stamp.label ?? (await labelOf(manager, [...changed.keys()], stamp.settings)) }))
  await writeEntries(manager, editId, drafts, stamp)
  return editId
}

async function namesOf(manager: EntityManager, records: readonly { kind: RecordKind; id: number }[], wording: OwnWording): Promise<Map<string, string>> {
  const named = new Map<string, string>()
  for (const kind of recordKinds) {
    const ids = records.filter((record) => record.kind === kind).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const [id, name] of await recordRepository.names(manager, kind, ids, wording)) named.set(`${kind}:${id}`, name.trim())
  }
  return named
}

function actionOf({ before, after }: TouchedRecord): AuditAction {
  if (before === null) return '新增'
  const wasRemoved = before.deletedAt !== null
  if (wasRemoved === after.removed) return '修改'
  return after.removed ? '删除' : '恢复'
}

async function labelOf(manager: EntityManager, records: readonly TouchedRecord[], wording: OwnWording): Promise<string> {
  const [first] = records
  if (!first) return ''
  const name = (await namesOf(manager, [first], wording)).get(`${first.kind}:${first.id}`) ?? ''
  const what = `${actionOf(first)}${definitionOf(first.kind).label}${quoted(name)}`
  return records.length === 1 ? what : `${what}等 ${records.length} 条`
}

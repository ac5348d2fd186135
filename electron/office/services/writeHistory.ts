import { quoted } from '../../../shared/domain/quoted'
import { definitionOf, recordKinds } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { bulkInsert, bulkUpdate, nextId } from '../db/bulkInsert'
import { AuditEntry, type AuditChange } from '../db/entities/auditEntry'
import { Edit } from '../db/entities/edit'
import type { NewRow } from '../db/newRow'
import { recordRepository } from '../db/repositories/recordRepository'
import type { EditStamp } from './plannedEdit'
import type { TouchedRecord } from './touchedRecord'

/** Writes what an edit changed, one entry a record, and the edit itself; answers its id. Call it inside `gate.write`. */
export async function writeHistory(manager: EntityManager, changed: ReadonlyMap<TouchedRecord, AuditChange[]>, stamp: EditStamp): Promise<number> {
  const records = [...changed.keys()]
  const editId = await nextId(manager, Edit)
  let id = await nextId(manager, AuditEntry)
  const named = new Map<string, string>()
  for (const kind of recordKinds) {
    const ids = records.filter((record) => record.kind === kind).map((record) => record.id)
    if (ids.length === 0) continue
    for (const [recordId, name] of await recordRepository.names(manager, kind, ids)) named.set(`${kind}:${recordId}`, name.trim())
  }
  const entries = records.map((record): NewRow<AuditEntry> => {
    const label = named.get(`${record.kind}:${record.id}`) ?? ''
    const { kind: entity, id: entityId } = record
    const action = stamp.action ?? actionOf(record)
    return { id: id++, at: stamp.at, operator: stamp.operator, action, entity, entityId, label, changes: changed.get(record) ?? [], editId }
  })
  const edit: NewRow<Edit> = { id: editId, at: stamp.at, operator: stamp.operator, label: stamp.label ?? labelOf(records, named), records: records.length, undoesId: stamp.undoesId ?? null }
  await bulkInsert(manager, Edit, [edit], stamp.at)
  if (stamp.undoesId !== undefined) await bulkUpdate(manager, Edit, [{ id: stamp.undoesId, undoneById: editId }], stamp.at)
  await bulkInsert(manager, AuditEntry, entries, stamp.at)
  return editId
}

function actionOf({ before, after }: TouchedRecord): string {
  if (before === null) return '新增'
  const wasRemoved = before.deletedAt !== null
  if (wasRemoved === after.removed) return '修改'
  return after.removed ? '删除' : '恢复'
}

function labelOf(records: readonly TouchedRecord[], named: ReadonlyMap<string, string>): string {
  const [first] = records
  if (!first) return ''
  const name = named.get(`${first.kind}:${first.id}`) ?? ''
  const what = `${actionOf(first)}${definitionOf(first.kind).label}${quoted(name)}`
  return records.length === 1 ? what : `${what}等 ${records.length} 条`
}

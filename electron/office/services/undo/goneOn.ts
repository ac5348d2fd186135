import { isSameValue, type FieldValue } from '../../../../shared/record/field'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { EntityManager } from '../../db/gate'
import { undoRepository, type LaterEntry, type Pointer } from '../../db/repositories/undoRepository'
import { readRecords, readValues } from '../../db/storedRecord'
import { groupBy } from '../groupBy'
import { removedField } from '../touchedRecord'
import type { ChangedContent, EditContent } from './editContent'
import { has, put, type RecordSet } from './recordSet'

/** A field of a record as the edit left it, and as it is now. */
export interface GoneField {
  field: string
  /** What the undo would write; null too for a record that goes altogether. */
  before: FieldValue
  left: FieldValue
  now: FieldValue
  /** The edit brought the record. */
  brought: boolean
}

/** A record of an edit that others changed, or came to depend on, since. */
export interface GoneOn {
  kind: RecordKind
  id: number
  fields: GoneField[]
  needed: Pointer[]
  /** Who changed it last; null for one that is only depended on. */
  last: { at: string; operator: string } | null
}

/** Values the undo writes, by record (`kind:id`) and field. */
export type Targets = ReadonlyMap<string, ReadonlyMap<string, FieldValue>>

/** Changed records that have gone on: a field is neither what the edit left nor what its undo would write. */
export async function changedSince(manager: EntityManager, { edit, entries }: EditContent, targets: Targets): Promise<GoneOn[]> {
  const gone: GoneOn[] = []
  for (const [kind, own] of groupBy(entries.filter(({ moved }) => moved === null), ({ kind }) => kind)) {
    const names = new Set(own.flatMap(({ changes }) => changes.map(({ field }) => field)))
    const now = readValues(manager, kind, own.map(({ id }) => id), names)
    const differing = own.flatMap(({ id, changes }) => {
      const fields = changes.flatMap(({ field, after }): GoneField[] => {
        const [left, is] = [after as FieldValue, now.get(id)?.[field] ?? null]
        const before = targets.get(`${kind}:${id}`)?.get(field) ?? null
        return isSameValue(is, left) || isSameValue(is, before) ? [] : [{ field, before, left, now: is, brought: false }]
      })
      return fields.length > 0 ? [{ id, fields }] : []
    })
    if (differing.length === 0) continue
    const later = await undoRepository.laterEntries(manager, edit.id, kind, new Set(differing.map(({ id }) => id)))
    for (const { id, fields } of differing) gone.push({ kind, id, fields, needed: [], last: lastOf(later.get(id)) })
  }
  return gone
}

/** Records the edit brought that were changed since: what a later edit found differs from what is now. */
export async function broughtChanged(manager: EntityManager, editId: number, brought: RecordSet): Promise<GoneOn[]> {
  const gone: GoneOn[] = []
  for (const [kind, ids] of brought) {
    const later = await undoRepository.laterEntries(manager, editId, kind, ids)
    const records = readRecords(manager, kind, [...later.keys()])
    for (const [id, entries] of later) {
      const now = records.get(id)?.values ?? {}
      const fields = [...firstBefore(entries)].flatMap(([field, left]): GoneField[] => {
        const is = now[field] ?? null
        return isSameValue(is, left) ? [] : [{ field, before: null, left, now: is, brought: true }]
      })
      if (fields.length > 0) gone.push({ kind, id, fields, needed: [], last: lastOf(entries) })
    }
  }
  return gone
}

function firstBefore(entries: readonly LaterEntry[]): Map<string, FieldValue> {
  const first = new Map<string, FieldValue>()
  for (const { field, before } of entries.flatMap(({ changes }) => changes)) {
    if (field !== removedField && !first.has(field)) first.set(field, before as FieldValue)
  }
  return first
}

function lastOf(entries: readonly LaterEntry[] | undefined): GoneOn['last'] {
  const last = entries?.at(-1)
  return last ? { at: last.at, operator: last.operator } : null
}

/** Adds to the records gone on those that living records outside of the edit point at. */
export async function addNeeded(manager: EntityManager, { edit, entries }: EditContent, brought: RecordSet, gone: GoneOn[]): Promise<void> {
  const known = new Map(gone.map((record) => [`${record.kind}:${record.id}`, record]))
  const rewritten = new Set(entries.flatMap(({ kind, id, changes }) => changes.map(({ field }) => `${kind}:${id}:${field}`)))
  for (const [kind, ids] of brought) {
    if (ids.size === 0) continue
    for (const pointer of await undoRepository.pointers(manager, kind, [...ids], edit.id)) {
      // What the undo points elsewhere, or takes along itself, depends on nothing.
      if (has(brought, pointer.kind, pointer.id) || rewritten.has(`${pointer.kind}:${pointer.id}:${pointer.field}`)) continue
      const key = `${kind}:${pointer.target}`
      let record = known.get(key)
      if (!record) {
        record = { kind, id: pointer.target, fields: [], needed: [], last: null }
        known.set(key, record)
        gone.push(record)
      }
      record.needed.push(pointer)
    }
  }
}

/** Living records an edit brought, by ranges or one by one. */
export function broughtBy({ entries, came }: EditContent, living: (content: ChangedContent) => boolean): RecordSet {
  const brought: RecordSet = new Map([...came].map(([kind, ids]) => [kind, new Set(ids)]))
  for (const entry of entries) if (entry.moved === 'came' && living(entry)) put(brought, entry.kind, entry.id)
  return brought
}

import { isSameValue, type FieldValue } from '../../../../shared/record/field'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { EntityManager } from '../../db/gate'
import { undoRepository } from '../../db/repositories/undoRepository'
import { groupBy } from '../groupBy'
import { removedField } from '../touchedRecord'
import type { EditContent } from './editContent'
import type { Targets } from './goneOn'

/**
 * What an undo writes: what was before the edit. Where an edit that was taken back had written that, what was before
 * that one: edits undone in any order leave what was there without them.
 */
export async function undoTargets(manager: EntityManager, { edit, entries }: EditContent): Promise<Targets> {
  const targets = new Map<string, Map<string, FieldValue>>()
  for (const [kind, own] of groupBy(entries.filter(({ changes }) => changes.length > 0), ({ kind }) => kind)) {
    const values = new Map(own.map(({ id, changes }) => [id, new Map(changes.map(({ field, before }) => [field, before as FieldValue]))]))
    await lookBeneath(manager, { editId: edit.id, kind, values })
    for (const [id, of] of values) targets.set(`${kind}:${id}`, of)
  }
  return targets
}

interface Beneath {
  editId: number
  kind: RecordKind
  /** By record and field; put right here. */
  values: ReadonlyMap<number, Map<string, FieldValue>>
}

/**
 * Goes down the history of the records entry by entry, all of them at a time, and no further than to what holds: of a
 * batch that was made and taken back ten times only the last time is read.
 */
async function lookBeneath(manager: EntityManager, { editId, kind, values }: Beneath): Promise<void> {
  const ids = await undoRepository.withUndone(manager, editId, kind, [...values.keys()])
  if (ids.length === 0) return
  const undoneBy = await undoRepository.undoneBy(manager)
  const open = new Map(ids.map((id) => [id, { below: Number.MAX_SAFE_INTEGER, fields: new Set(values.get(id)?.keys()) }]))
  while (open.size > 0) {
    const entries = await undoRepository.entriesBelow(manager, editId, kind, [...open].map(([id, { below }]) => [id, below]))
    for (const [id, looking] of open) {
      const entry = entries.get(id)
      // A record that came, or came back, did so with the values it has: before that it had none.
      if (!entry || entry.changes.some(({ field, after }) => field === removedField && after === false)) {
        open.delete(id)
        continue
      }
      looking.below = entry.entryId
      const found = values.get(id)
      for (const { field, before, after } of entry.changes) {
        if (!found || !looking.fields.has(field)) continue
        const isBeneath = !isInForce(entry.editId, undoneBy) && isSameValue(after as FieldValue, found.get(field) ?? null)
        if (isBeneath) found.set(field, before as FieldValue)
        else looking.fields.delete(field)
      }
      if (looking.fields.size === 0) open.delete(id)
    }
  }
}

/** An edit is in force until it is taken back, and again when that was taken back. */
export function isInForce(editId: number, undoneBy: ReadonlyMap<number, number>): boolean {
  const by = undoneBy.get(editId)
  return by === undefined || !isInForce(by, undoneBy)
}

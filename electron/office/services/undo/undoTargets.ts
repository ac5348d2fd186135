import { isSameValue, type FieldValue } from '../../../../shared/record/field'
import type { EntityManager } from '../../db/gate'
import { undoRepository, type LaterEntry } from '../../db/repositories/undoRepository'
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
  let undoneBy: Map<number, number> | undefined
  for (const [kind, own] of groupBy(entries.filter(({ changes }) => changes.length > 0), ({ kind }) => kind)) {
    const earlier = await undoRepository.entriesUnderUndone(manager, edit.id, kind, own.map(({ id }) => id))
    if (earlier.size > 0) undoneBy ??= await undoRepository.undoneBy(manager)
    for (const { id, changes } of own) {
      const under = earlier.get(id) ?? []
      const values = changes.map(({ field, before }): [string, FieldValue] => {
        return [field, under.length === 0 ? (before as FieldValue) : beneath(field, before as FieldValue, under, undoneBy ?? new Map())]
      })
      targets.set(`${kind}:${id}`, new Map(values))
    }
  }
  return targets
}

/** `entries`: of earlier edits, the latest first. */
function beneath(field: string, value: FieldValue, entries: readonly LaterEntry[], undoneBy: ReadonlyMap<number, number>): FieldValue {
  let found = value
  for (const { editId, changes } of entries) {
    // A record that came, or came back, did so with the values it has: before that it had none.
    if (changes.some((change) => change.field === removedField && change.after === false)) return found
    const change = changes.find((candidate) => candidate.field === field)
    if (!change) continue
    if (isInForce(editId, undoneBy) || !isSameValue(change.after as FieldValue, found)) return found
    found = change.before as FieldValue
  }
  return found
}

/** An edit is in force until it is taken back, and again when that was taken back. */
export function isInForce(editId: number, undoneBy: ReadonlyMap<number, number>): boolean {
  const by = undoneBy.get(editId)
  return by === undefined || !isInForce(by, undoneBy)
}

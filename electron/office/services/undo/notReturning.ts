import { quoted } from '../../../../shared/domain/quoted'
import { isSameValue, type FieldValue } from '../../../../shared/record/field'
import { definitionOf, refsOf, type RecordKind } from '../../../../shared/record/recordKind'
import type { EntityManager } from '../../db/gate'
import { undoRepository } from '../../db/repositories/undoRepository'
import { readValues } from '../../db/storedRecord'
import type { EditChange } from '../plannedEdit'
import type { EditContent } from './editContent'
import { has, put, take, type RecordSet } from './recordSet'

/** Something that once was and cannot be again: another record has taken its place, or what it belongs to is gone. */
export interface NotFitting {
  kind: RecordKind
  id: number
  message: string
}

/**
 * Takes out of `returning` the records that cannot come back beside those of today and the edit's own `changes`, and
 * whatever points at them. Answers the ones that were in the way themselves.
 */
export async function notReturning(manager: EntityManager, { edit, ranges }: EditContent, returning: RecordSet, changes: readonly EditChange[]): Promise<NotFitting[]> {
  const planned = new Map(changes.map((change) => [`${change.kind}:${change.id}`, change]))
  const unfit: NotFitting[] = []
  for (const range of ranges.filter(({ removed }) => removed)) {
    const { kind } = range
    for (const { id, other } of await undoRepository.collisions(manager, range)) {
      if (has(returning, kind, id) && staysAlike(kind, id, other)) unfit.push({ kind, id, message: definitionOf(kind).unique?.message ?? '' })
    }
    for (const { id, field, to, target } of await undoRepository.orphans(manager, edit.id, range)) {
      const { label } = definitionOf(kind).fields[field] ?? { label: '' }
      if (!has(returning, kind, id) || planned.get(`${to}:${target}`)?.removed === false) continue
      unfit.push({ kind, id, message: `它的${quoted(label)}已在回收站` })
    }
  }
  for (const { kind, id } of unfit) take(returning, kind, id)
  await leaveDependent(manager, returning, unfit)
  return unfit

  /** The other one may give the place free in the same undo. */
  function staysAlike(kind: RecordKind, id: number, other: number): boolean {
    const change = planned.get(`${kind}:${other}`)
    const { unique } = definitionOf(kind)
    if (!change || !unique) return true
    if (change.removed === true) return false
    const names = new Set([...unique.fields, ...(unique.whileBlank === undefined ? [] : [unique.whileBlank])])
    const values = readValues(manager, kind, [id, other], names)
    const after: Record<string, FieldValue> = { ...values.get(other), ...change.values }
    return [...names].every((name) => isSameValue(after[name] ?? null, values.get(id)?.[name] ?? null))
  }
}

async function leaveDependent(manager: EntityManager, returning: RecordSet, unfit: readonly NotFitting[]): Promise<void> {
  let staying: RecordSet = new Map()
  for (const { kind, id } of unfit) put(staying, kind, id)
  while (staying.size > 0) {
    const next: RecordSet = new Map()
    for (const child of returning.keys()) {
      for (const { name, to } of refsOf(child)) {
        for (const id of await undoRepository.children(manager, child, name, [...(staying.get(to) ?? [])])) {
          if (!has(returning, child, id)) continue
          take(returning, child, id)
          put(next, child, id)
        }
      }
    }
    staying = next
  }
}

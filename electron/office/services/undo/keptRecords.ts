import { recordKinds, refsOf, type RecordKind } from '../../../../shared/record/recordKind'
import type { EntityManager } from '../../db/gate'
import { undoRepository } from '../../db/repositories/undoRepository'
import { readValues } from '../../db/storedRecord'
import { groupBy } from '../groupBy'
import type { ChangedContent } from './editContent'
import { type GoneOn } from './goneOn'
import { has, put, type RecordSet } from './recordSet'

/** What an undo leaves alone. */
export interface Kept {
  /** Of the records the edit brought. */
  records: RecordSet
  /** Changed records (`kind:id`) that stay as they are altogether. */
  entries: Set<string>
}

/** Through which field a record belongs to another one, the first that its kind has. */
const ownerFields = ['enterpriseId', 'partyOrgId', 'schemeId', 'meetingId'] as const

/** Of these an enterprise (or organisation) has one after the other: the end of one and the beginning of the next go together. */
const successions: ReadonlySet<RecordKind> = new Set<RecordKind>(['coverage', 'assignment', 'secretaryTerm'])

/**
 * What has to stay so that some records of an edit can: what the edit brought of the things they point at, everything
 * it brought that belongs to them, and both sides of a succession.
 */
export async function keptRecords(manager: EntityManager, entries: readonly ChangedContent[], brought: RecordSet, keep: readonly GoneOn[]): Promise<Kept> {
  const kept: Kept = { records: new Map(), entries: new Set() }
  let fresh: RecordSet = new Map()
  for (const { kind, id } of keep) {
    if (has(brought, kind, id)) add(kind, id)
    else if (successions.has(kind)) kept.entries.add(`${kind}:${id}`)
  }
  const changed = entries.filter(({ kind, moved }) => moved === null && successions.has(kind))
  do {
    while (fresh.size > 0) {
      const frontier = fresh
      fresh = new Map()
      for (const [kind, ids] of frontier) {
        await addOwned(kind, [...ids])
        await addPointedAt(kind, [...ids])
      }
    }
    await addSuccessions()
  } while (fresh.size > 0)
  return kept

  function add(kind: RecordKind, id: number): void {
    if (has(brought, kind, id) && put(kept.records, kind, id)) put(fresh, kind, id)
  }

  async function addOwned(kind: RecordKind, ids: readonly number[]): Promise<void> {
    for (const child of brought.keys()) {
      const owner = ownerField(child)
      if (owner?.to !== kind) continue
      for (const id of await undoRepository.children(manager, child, owner.name, ids)) add(child, id)
    }
  }

  async function addPointedAt(kind: RecordKind, ids: readonly number[]): Promise<void> {
    const refs = refsOf(kind).filter(({ to }) => brought.has(to))
    if (refs.length === 0) return
    const values = readValues(manager, kind, ids, new Set(refs.map(({ name }) => name)))
    for (const of of values.values()) {
      for (const { name, to } of refs) {
        const id = of[name]
        if (typeof id === 'number') add(to, id)
      }
    }
  }

  async function addSuccessions(): Promise<void> {
    for (const kind of recordKinds.filter((candidate) => successions.has(candidate))) {
      const owner = ownerField(kind)
      const own = groupBy(changed, (entry) => entry.kind).get(kind) ?? []
      const staying = [...(kept.records.get(kind) ?? []), ...own.filter(({ id }) => kept.entries.has(`${kind}:${id}`)).map(({ id }) => id)]
      if (!owner || staying.length === 0) continue
      const owners = new Set(valuesOf(kind, owner.name, staying).values())
      for (const id of await undoRepository.children(manager, kind, owner.name, [...owners])) add(kind, id)
      const theirs = valuesOf(kind, owner.name, own.map(({ id }) => id))
      for (const { id } of own) if (owners.has(theirs.get(id) ?? 0)) kept.entries.add(`${kind}:${id}`)
    }
  }

  function valuesOf(kind: RecordKind, field: string, ids: readonly number[]): Map<number, number> {
    const values = readValues(manager, kind, ids, new Set([field]))
    return new Map([...values].map(([id, of]) => [id, Number(of[field])]))
  }
}

function ownerField(kind: RecordKind): { name: string; to: RecordKind } | undefined {
  const refs = refsOf(kind)
  return ownerFields.flatMap((field) => refs.filter(({ name }) => name === field))[0]
}

import type { FieldValue } from '../../../shared/record/field'
import type { OwnWording } from '../../../shared/record/ownDefinition'
import { definitionOf, recordKinds, refsOf, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { recordRepository } from '../db/repositories/recordRepository'
import { readRecords, type StoredRecord } from '../db/storedRecord'
import { OfficeError } from '../officeError'
import { count, overlaps, text, type Span } from '../records/rules/say'
import type { EditChange } from './plannedEdit'

/** Kinds that other records must not lose under them: a unit with enterprises, a liaison with visits. */
const needed: ReadonlySet<RecordKind> = new Set<RecordKind>(['unit', 'liaison'])

/**
 * Removal of records with everything that hangs on them, so that one undo brings all of it back. Throws OfficeError
 * `in-use` {kind, id, name, by, count} for a record others need.
 */
export async function planRemoval(
  manager: EntityManager,
  kind: RecordKind,
  ids: readonly number[],
  wording: OwnWording,
): Promise<EditChange[]> {
  const changes: EditChange[] = ids.map((id) => ({ kind, id, values: {}, removed: true }))
  const dependants = await recordRepository.dependants(manager, kind, ids)
  const [first] = dependants
  if (first && needed.has(kind)) {
    const [id = 0] = ids
    const name = (await recordRepository.names(manager, kind, [id], wording)).get(id) ?? ''
    throw new OfficeError('in-use', { reason: 'needed', kind, id, name, by: definitionOf(first.kind).label, count: dependants.length })
  }
  for (const child of recordKinds) {
    const childIds = dependants.filter((dependant) => dependant.kind === child).map(({ id }) => id)
    if (childIds.length > 0) changes.push(...(await planRemoval(manager, child, childIds, wording)))
  }
  return changes
}

/** 撤销: the organisation's open coverages and terms end on the day it does. */
export async function planDissolution(
  manager: EntityManager,
  { id, version, dissolvedOn, reason }: { id: number; version: number; dissolvedOn: string; reason: string },
): Promise<EditChange[]> {
  const changes: EditChange[] = [{ kind: 'partyOrg', id, version, values: { dissolvedOn, dissolveReason: reason } }]
  for (const kind of ['coverage', 'secretaryTerm'] as const) {
    const children = (await recordRepository.dependants(manager, 'partyOrg', [id])).filter((child) => child.kind === kind)
    for (const child of readRecords(manager, kind, children.map((record) => record.id)).values()) {
      if (child.values['until'] === null) changes.push({ kind, id: child.id, values: { until: dissolvedOn } })
    }
  }
  return changes
}

/** Records of which an enterprise has one for each value of a field: the kept enterprise's own one stays. */
const oneEach: Partial<Record<RecordKind, string>> = { delivery: 'item', goalCheck: 'period', followUp: 'step' }

/**
 * 合并: the kept enterprise gets the chosen values and remembers the other's names; what hangs on the other moves over,
 * except what the kept one has already. The other goes to the recycle bin.
 */
export async function planMerge(
  manager: EntityManager,
  keepId: number,
  dropId: number,
  values: Readonly<Record<string, FieldValue>>,
): Promise<EditChange[]> {
  const records = readRecords(manager, 'enterprise', [keepId, dropId])
  const [keep, drop] = [records.get(keepId), records.get(dropId)]
  if (!keep || keep.deletedAt !== null) throw new OfficeError('not-found', { kind: 'enterprise', id: keepId })
  if (!drop || drop.deletedAt !== null || keepId === dropId) throw new OfficeError('not-found', { kind: 'enterprise', id: dropId })
  const former = new Set([keep, drop].flatMap(({ values: own }) => [...((own['formerNames'] ?? []) as string[]), String(own['name'])]))
  former.delete(String(values['name'] ?? keep.values['name']))
  const changes: EditChange[] = [{ kind: 'enterprise', id: dropId, values: {}, removed: true }]
  for (const kind of recordKinds) {
    for (const { name, to } of refsOf(kind)) {
      if (to === 'enterprise') changes.push(...(await moved(manager, { kind, field: name, keepId, dropId })))
    }
  }
  return [...changes, { kind: 'enterprise', id: keepId, values: { ...values, formerNames: [...former] } }]
}

async function moved(
  manager: EntityManager,
  { kind, field, keepId, dropId }: { kind: RecordKind; field: string; keepId: number; dropId: number },
): Promise<EditChange[]> {
  const [theirs = [], own = []] = await Promise.all([dropId, keepId].map((id) => recordRepository.pointing(manager, kind, field, id)))
  const key = oneEach[kind]
  const rivals = await rivalsAmong(manager, kind, [...theirs, ...own])
  const taken = (record: StoredRecord): boolean => {
    // What was said of the other one's name is not said of the kept one's.
    if (kind === 'distinction') return true
    if (key !== undefined) return own.some((mine) => mine.values[key] === record.values[key])
    return own.some((mine) => rivals(mine, record))
  }
  return theirs.map((record): EditChange => {
    return taken(record) ? { kind, id: record.id, values: {}, removed: true } : { kind, id: record.id, values: { [field]: keepId } }
  })
}

/** An enterprise stands under one organisation, and has one liaison of a sort, at a time: the kept one's own win. */
async function rivalsAmong(
  manager: EntityManager,
  kind: RecordKind,
  records: readonly StoredRecord[],
): Promise<(one: StoredRecord, other: StoredRecord) => boolean> {
  if (kind === 'coverage') return (one, other) => overlaps(spanOf(one, 'since', 'until'), spanOf(other, 'since', 'until'))
  if (kind !== 'assignment') return () => false
  const liaisons = readRecords(manager, 'liaison', records.map(liaisonOf))
  const sortOf = (record: StoredRecord): FieldValue | undefined => liaisons.get(liaisonOf(record))?.values['kind']
  return (one, other) => sortOf(one) === sortOf(other) && overlaps(spanOf(one, 'from', 'to'), spanOf(other, 'from', 'to'))
}

function liaisonOf({ values }: StoredRecord): number {
  return count(values, 'liaisonId') ?? 0
}

function spanOf({ values }: StoredRecord, from: string, to: string): Span {
  return { from: text(values, from), to: text(values, to) }
}

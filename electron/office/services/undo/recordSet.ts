import type { RecordKind } from '../../../../shared/record/recordKind'

/** Ids of records by their kind. */
export type RecordSet = Map<RecordKind, Set<number>>

export function has(set: ReadonlyMap<RecordKind, ReadonlySet<number>>, kind: RecordKind, id: number): boolean {
  return set.get(kind)?.has(id) === true
}

/** Whether the record was not in the set before. */
export function put(set: RecordSet, kind: RecordKind, id: number): boolean {
  let ids = set.get(kind)
  if (!ids) set.set(kind, (ids = new Set()))
  if (ids.has(id)) return false
  ids.add(id)
  return true
}

export function take(set: RecordSet, kind: RecordKind, id: number): void {
  set.get(kind)?.delete(id)
}

/** The ids of a kind as the fewest ranges without a gap. */
export function rangesOf(kind: RecordKind, ids: Iterable<number>): { kind: RecordKind; firstId: number; lastId: number }[] {
  const ranges: { kind: RecordKind; firstId: number; lastId: number }[] = []
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last.lastId === id - 1) last.lastId = id
    else ranges.push({ kind, firstId: id, lastId: id })
  }
  return ranges
}

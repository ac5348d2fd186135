import type { HistoryEntry } from '../../../shared/contract/record'
import { quoted } from '../../../shared/domain/quoted'
import type { OwnWording } from '../../../shared/record/ownDefinition'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import type { EntryRecord } from '../db/repositories/editRepository'
import { recordRepository } from '../db/repositories/recordRepository'
import { importAction } from './commitImport'
import { showChanges } from './showChanges'

/** Entries in words: fields by the district's labels, values as it calls them. */
export async function showEntries(manager: EntityManager, entries: readonly EntryRecord[], wording: OwnWording): Promise<HistoryEntry[]> {
  const names = await refNames(manager, entries, wording)
  return entries.map(({ at, operator, action, entity, label, editId, changes, runId }) => ({
    at, operator, editId,
    action: runId === null ? action : importAction,
    label: `${definitionOf(entity).label}${quoted(label)}`,
    changes: showChanges(entity, changes, (kind, id) => names.get(`${kind}:${id}`), wording),
    origin: null,
  }))
}

/** Names of the records that `ref` fields of the entries point at, by `kind:id`. */
export async function refNames(
  manager: EntityManager,
  entries: readonly Pick<EntryRecord, 'entity' | 'changes'>[],
  wording: OwnWording,
): Promise<Map<string, string>> {
  const wanted = new Map<RecordKind, Set<number>>()
  for (const { entity, changes } of entries) {
    const { fields } = definitionOf(entity)
    for (const { field: name, before, after } of changes) {
      const field = fields[name]
      if (field?.type !== 'ref') continue
      const ids = wanted.get(field.to as RecordKind) ?? new Set()
      for (const value of [before, after]) if (typeof value === 'number') ids.add(value)
      wanted.set(field.to as RecordKind, ids)
    }
  }
  const names = new Map<string, string>()
  for (const [kind, ids] of wanted) {
    for (const [id, name] of await recordRepository.names(manager, kind, [...ids], wording)) names.set(`${kind}:${id}`, name)
  }
  return names
}

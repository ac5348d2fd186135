import type { HistoryEntry } from '../../../shared/contract/record'
import type { SettingGroup } from '../../../shared/domain/officeSettings'
import { settingField, shownSetting } from '../../../shared/domain/settingFields'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { editRepository, type EntryRecord, type OtherEntry } from '../db/repositories/editRepository'
import { recordRepository } from '../db/repositories/recordRepository'
import { readRecords } from '../db/storedRecord'
import { isSameValue } from '../../../shared/record/field'
import { OfficeError } from '../officeError'
import { showChanges } from './showChanges'
import { saveEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'
import type { EditChange } from './plannedEdit'
import { removedField } from './touchedRecord'

/** Undo, redo and the 操作日志. */
export function createEditService(context: ServiceContext): Pick<Services, 'edit.undo' | 'edit.page' | 'edit.entries'> {
  const { gate } = context
  return {
    'edit.undo': ({ editId, operator }) =>
      saveEdit(context, async (manager) => {
        const edit = await editRepository.find(manager, editId)
        if (!edit) throw new OfficeError('not-found', { kind: 'edit', id: editId })
        if (edit.undoneById !== null) throw new OfficeError('conflict', { name: edit.label, reason: 'undone' })
        const entries = await editRepository.entries(manager, editId)
        const changes = await reversed(manager, entries)
        const isRedo = edit.undoesId !== null
        const plain = edit.label.replace(/^(撤销|重做)：/, '')
        return {
          changes,
          stamp: { operator, label: `${isRedo ? '重做' : '撤销'}：${plain}`.slice(0, 200), action: isRedo ? '重做' : '撤销', undoesId: editId, exact: true },
        }
      }),

    async 'edit.page'(query) {
      const { total, rows } = await gate.read((manager) => editRepository.page(manager, query))
      return {
        total,
        rows: rows.map(({ id, at, operator, label, records, undoesId, undoneById }) => ({
          id, at, operator, label, records, undone: undoneById !== null, isUndo: undoesId !== null, canUndo: id > 0,
        })),
      }
    },

    'edit.entries': ({ editId }) =>
      gate.read(async (manager) => {
        if (editId > 0) return showEntries(manager, await editRepository.entries(manager, editId, 500))
        const entry = await editRepository.entry(manager, -editId)
        return entry ? [showOther(entry)] : []
      }),
  }
}

/** The changes that take the entries back. Refuses where a value has gone on since. */
async function reversed(manager: EntityManager, entries: readonly EntryRecord[]): Promise<EditChange[]> {
  const changes: EditChange[] = []
  for (const kind of new Set(entries.map(({ entity }) => entity))) {
    const mine = entries.filter(({ entity }) => entity === kind)
    const present = readRecords(manager, kind, mine.map(({ entityId }) => entityId))
    for (const { entityId: id, changes: done, label } of mine) {
      const record = present.get(id)
      if (!record) throw new OfficeError('not-found', { kind, id, name: label })
      const values: Record<string, (typeof record.values)[string]> = {}
      let removed: boolean | undefined
      for (const { field, before, after } of done) {
        const isRemoval = field === removedField
        const now = isRemoval ? record.deletedAt !== null : (record.values[field] ?? null)
        // A record that is about to go may have been changed since: that is refused like any other change.
        if (!isSameValue(now, after as typeof now)) throw new OfficeError('conflict', { kind, id, name: label, reason: 'gone-on' })
        if (isRemoval) removed = before === true
        else values[field] = before as typeof now
      }
      if (removed === true) changes.push({ kind, id, values: {}, removed })
      else changes.push({ kind, id, values, ...(removed === undefined ? {} : { removed }) })
    }
  }
  return changes
}

/** A changed setting by its name, group.name; imports and locked periods say what they are in their label. */
function showOther({ at, operator, action, entity, label, editId, changes }: OtherEntry): HistoryEntry {
  return {
    at, operator, action, label, editId,
    changes: changes.map(({ field: path, before, after }) => {
      const [group = '', name = ''] = path.split('.')
      const field = entity === 'setting' ? settingField(group as SettingGroup, name) : undefined
      const shown = (value: unknown): string => (field ? shownSetting(field, value) : String(value ?? ''))
      return { field: path, label: field?.label ?? path, before: shown(before), after: shown(after) }
    }),
  }
}

/** Entries in words: fields by their labels, values as people read them. */
export async function showEntries(manager: EntityManager, entries: readonly EntryRecord[]): Promise<HistoryEntry[]> {
  const names = await refNames(manager, entries)
  return entries.map(({ at, operator, action, entity, label, editId, changes }) => ({
    at, operator, action, editId,
    label: `${definitionOf(entity).label}“${label}”`,
    changes: showChanges(entity, changes, (kind, id) => names.get(`${kind}:${id}`)),
  }))
}

async function refNames(manager: EntityManager, entries: readonly EntryRecord[]): Promise<Map<string, string>> {
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
    for (const [id, name] of await recordRepository.names(manager, kind, [...ids])) names.set(`${kind}:${id}`, name)
  }
  return names
}


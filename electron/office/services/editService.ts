import type { HistoryEntry } from '../../../shared/contract/record'
import type { SettingGroup } from '../../../shared/domain/officeSettings'
import { quoted } from '../../../shared/domain/quoted'
import { settingField, shownSetting } from '../../../shared/domain/settingFields'
import { definitionOf, type RecordKind } from '../../../shared/record/recordKind'
import type { Services } from '../dispatch'
import type { EntityManager } from '../db/gate'
import { editRepository, type EntryRecord, type OtherEntry } from '../db/repositories/editRepository'
import { recordRepository } from '../db/repositories/recordRepository'
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
        const changes = reversed(entries)
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

/** The changes that take the entries back, each refused where its record has gone on since. */
function reversed(entries: readonly EntryRecord[]): EditChange[] {
  return entries.map(({ entity: kind, entityId: id, label, changes }) => {
    const removal = changes.find(({ field }) => field === removedField)
    const left = { label, changes }
    // A record that had come to be goes as it is.
    if (removal?.before === true) return { kind, id, values: {}, removed: true, left }
    const values = changes.filter(({ field }) => field !== removedField).map(({ field, before }) => [field, before])
    return { kind, id, values: Object.fromEntries(values) as EditChange['values'], ...(removal ? { removed: false } : {}), left }
  })
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
    label: `${definitionOf(entity).label}${quoted(label)}`,
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


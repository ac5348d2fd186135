import type { HistoryEntry } from '../../../shared/contract/record'
import type { SettingGroup } from '../../../shared/domain/officeSettings'
import { settingField, shownSetting } from '../../../shared/domain/settingFields'
import { definitionOf } from '../../../shared/record/recordKind'
import type { Services } from '../dispatch'
import { editRepository, type EditRecord, type EntryRecord, type KindCount, type OtherEntry } from '../db/repositories/editRepository'
import { OfficeError } from '../officeError'
import { importAction } from './commitImport'
import { saveEdit } from './saveEdit'
import { showEntries } from './showEntries'
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
        const action = takesBack(edit) ? '重做' : '撤销'
        const plain = edit.label.replace(/^(撤销|重做)：/, '')
        return { changes, stamp: { operator, label: `${action}：${plain}`.slice(0, 200), action, undoesId: editId, exact: true } }
      }),

    async 'edit.page'(query) {
      const { total, rows } = await gate.read((manager) => editRepository.page(manager, query))
      return {
        total,
        rows: rows.map((edit) => ({
          id: edit.id, at: edit.at, operator: edit.operator, label: edit.label, records: edit.records,
          undone: edit.undoneById !== null, isUndo: takesBack(edit), canUndo: edit.id > 0 && edit.runId === null,
        })),
      }
    },

    'edit.entries': ({ editId }) =>
      gate.read(async (manager) => {
        if (editId <= 0) {
          const entry = await editRepository.entry(manager, -editId)
          return entry ? [showOther(entry)] : []
        }
        const edit = await editRepository.find(manager, editId)
        if (!edit) return []
        const counts = await editRepository.rangeCounts(manager, editId)
        const entries = await showEntries(manager, await editRepository.entries(manager, editId, 500))
        return [...counts.map((count) => describeCount(edit, count)), ...entries]
      }),
  }
}

/** An undo; the undo of an undo brings it again. */
function takesBack({ label, undoesId }: EditRecord): boolean {
  return undoesId !== null && label.startsWith('撤销：')
}

/** What an edit brought or took as a whole: 导入 企业 240 条. */
function describeCount({ at, operator, id, undoesId }: EditRecord, { kind, records, removed }: KindCount): HistoryEntry {
  const action = undoesId === null ? importAction : removed ? '撤销' : '重做'
  return { at, operator, action, label: `${definitionOf(kind).label} ${records} 条`, editId: id, changes: [], origin: null }
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
    origin: null,
    changes: changes.map(({ field: path, before, after }) => {
      const [group = '', name = ''] = path.split('.')
      const field = entity === 'setting' ? settingField(group as SettingGroup, name) : undefined
      const shown = (value: unknown): string => (field ? shownSetting(field, value) : String(value ?? ''))
      return { field: path, label: field?.label ?? path, before: shown(before), after: shown(after) }
    }),
  }
}

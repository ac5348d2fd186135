import type { HistoryEntry } from '../../../shared/contract/record'
import type { OfficeSettings, SettingGroup } from '../../../shared/domain/officeSettings'
import { settingField, shownSetting } from '../../../shared/domain/settingFields'
import { definitionOf } from '../../../shared/record/recordKind'
import type { Services } from '../dispatch'
import { editRepository, type EditRecord, type KindCount, type OtherEntry } from '../db/repositories/editRepository'
import { importAction } from './commitImport'
import { showEntries } from './showEntries'
import type { ServiceContext } from './serviceContext'
import { takesBack } from './undo/undoEdit'

/** The 操作日志. */
export function createEditService(context: ServiceContext): Pick<Services, 'edit.page' | 'edit.entries'> {
  const { gate } = context
  return {
    async 'edit.page'(query) {
      const { total, rows } = await gate.read((manager) => editRepository.page(manager, query))
      return {
        total,
        rows: rows.map((edit) => ({
          id: edit.id, at: edit.at, operator: edit.operator, label: edit.label, records: edit.records,
          undone: edit.undoneById !== null, isUndo: takesBack(edit), canUndo: edit.id > 0, runId: edit.runId,
        })),
      }
    },

    async 'edit.entries'({ editId }) {
      const settings = await context.settings()
      return gate.read(async (manager) => {
        if (editId <= 0) {
          const entry = await editRepository.entry(manager, -editId)
          return entry ? [showOther(entry, settings)] : []
        }
        const edit = await editRepository.find(manager, editId)
        if (!edit) return []
        const counts = await editRepository.rangeCounts(manager, editId)
        const entries = await showEntries(manager, await editRepository.entries(manager, editId, 500), settings)
        return [...counts.map((count) => describeCount(edit, count)), ...entries]
      })
    },
  }
}

/** What an edit brought or took as a whole: 导入 企业 240 条. */
function describeCount({ at, operator, id, undoesId }: EditRecord, { kind, records, removed }: KindCount): HistoryEntry {
  const action = undoesId === null ? importAction : removed ? '撤销' : '重做'
  return { at, operator, action, label: `${definitionOf(kind).label} ${records} 条`, editId: id, changes: [], origin: null }
}

/** What a correction of a locked period says of itself. */
const periodLabels: ReadonlyMap<string, string> = new Map([['edition', '版本'], ['reason', '更正原因']])

/** A changed setting by its name, group.name; imports and locked periods say what they are in their label. */
function showOther({ at, operator, action, entity, label, editId, changes }: OtherEntry, settings: OfficeSettings): HistoryEntry {
  return {
    at, operator, action, label, editId,
    origin: null,
    changes: changes.map(({ field: path, before, after }) => {
      const [group = '', name = ''] = path.split('.')
      const field = entity === 'setting' ? settingField(group as SettingGroup, name) : undefined
      const shown = (value: unknown): string => (field ? shownSetting(field, value, settings.words) : String(value ?? ''))
      return { field: path, label: field?.label ?? periodLabels.get(path) ?? path, before: shown(before), after: shown(after) }
    }),
  }
}

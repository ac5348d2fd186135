import type { HistoryEntry } from '../../../shared/contract/record'
import type { OfficeSettings, SettingGroup } from '../../../shared/domain/officeSettings'
import { settingField, shownSetting } from '../../../shared/domain/settingFields'
import { definitionOf } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { editRepository, type EditRecord, type KindCount, type OtherEntry } from '../db/repositories/editRepository'
import { importAction } from './commitImport'
import { showEntries } from './showEntries'

/** What a correction of a locked period says of itself. */
const periodLabels: ReadonlyMap<string, string> = new Map([['edition', '版本'], ['reason', '更正原因']])

/** What one line of the 操作日志 did, record by record; `left` counts the records beyond `most`. */
export async function logEntries(
  manager: EntityManager,
  lineId: number,
  settings: OfficeSettings,
  most: number,
): Promise<{ rows: HistoryEntry[]; left: number }> {
  if (lineId <= 0) {
    const entry = await editRepository.entry(manager, -lineId)
    return { rows: entry ? [showOther(entry, settings)] : [], left: 0 }
  }
  const edit = await editRepository.find(manager, lineId)
  if (!edit) return { rows: [], left: 0 }
  const counts = await editRepository.rangeCounts(manager, lineId)
  const entries = await showEntries(manager, await editRepository.entries(manager, lineId, most), settings)
  const told = entries.length + counts.reduce((sum, { records }) => sum + records, 0)
  return { rows: [...counts.map((count) => describeCount(edit, count)), ...entries], left: Math.max(edit.records - told, 0) }
}

/** What an edit brought or took as a whole: 导入 企业 240 条. */
function describeCount({ at, operator, id, undoesId }: EditRecord, { kind, records, removed }: KindCount): HistoryEntry {
  const action = undoesId === null ? importAction : removed ? '撤销' : '重做'
  return { at, operator, action, label: `${definitionOf(kind).label} ${records} 条`, editId: id, changes: [], origin: null }
}

/** A changed setting by its name, group.name; what was handed out by what it was asked of; others say it in their label. */
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

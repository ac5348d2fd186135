import type { StatTable } from '../../../../shared/contract/statistics'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { composePart, type BrokenIdentity } from '../../../../shared/domain/statistics/composeTable'
import type { TableId } from '../../../../shared/domain/statistics/statTable'
import { statTables } from '../../../../shared/domain/statistics/statTables'
import type { AskedTable } from './askTable'
import { tableNote } from './tableNote'

/** A table as page, workbook and command line show it. */
export function showTable(table: TableId, { parts, scene, period, unit }: AskedTable, settings: OfficeSettings): StatTable {
  const { title, groupings, needs } = statTables[table]
  const further = period && needs.some((need) => !frozen.includes(need)) ? [`锁定的${period.label}只存有企业，其余按台账现有记录统计`] : []
  return {
    table,
    title,
    officeName: settings.names.officeName,
    unitName: unit?.name ?? null,
    cutOff: scene.cutOff,
    from: scene.from,
    period: period?.label ?? null,
    previous: scene.previous?.label ?? null,
    grouping: scene.grouping,
    groupings: [...groupings],
    parts: parts.map((part) => {
      const { rows, total, broken } = composePart(part)
      return {
        key: part.key,
        title: part.title,
        measure: part.measure,
        rowHeader: scene.grouping === 'unit' || part.rowHeader !== '单位' ? part.rowHeader : '分组',
        columns: part.columns.map(({ key, group, header, width, kind, opens, count }) => ({
          key, group, header, width, kind, opens: opens && count ? opens : null,
        })),
        rows,
        total,
        note: tableNote(scene.cutOff, settings.rules, [...part.notes, ...further]),
        broken: broken.map(brokenSentence),
      }
    }),
  }
}

/** What a snapshot keeps. */
const frozen = ['enterprises', 'before', 'deliveries', 'goals']

function brokenSentence({ row, text, left, right }: BrokenIdentity): string {
  return `${row}：${text} 不成立，${left ?? '—'} ≠ ${right ?? '—'}`
}

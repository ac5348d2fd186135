import type { StatTable } from '../../../../shared/contract/statistics'
import { periodName } from '../../../../shared/domain/period'
import { composePart } from '../../../../shared/domain/statistics/composeTable'
import type { TableId } from '../../../../shared/domain/statistics/statTable'
import { statTables } from '../../../../shared/domain/statistics/statTables'
import type { AskedTable } from './askTable'
import { brokenSentence } from './brokenSentence'
import { baseNote, tableNote } from './tableNote'

/** A table as page, workbook and command line show it. */
export function showTable(table: TableId, asked: AskedTable): StatTable {
  const { parts, scene, settings, period, unit } = asked
  const { title, groupings } = statTables[table]
  const further = snapshotNotes(asked)
  return {
    table,
    title,
    officeName: settings.names.officeName,
    unitName: unit?.name ?? null,
    cutOff: scene.cutOff,
    from: scene.from,
    period: period && periodName(period),
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
        columns: part.columns.map(({ key, group, header, width, kind, opens, count, moves }) => ({
          key, group, header, width, kind, opens: opens && count ? opens : null, moves: moves !== undefined,
        })),
        rows,
        total,
        note: tableNote(scene.cutOff, settings.rules, [...part.notes, ...further]),
        broken: broken.map(brokenSentence),
      }
    }),
  }
}

/** Which edition of a locked period the figures are of, and what of them was not frozen. */
function snapshotNotes({ scene, settings, period, isPartial, previousRules }: AskedTable): string[] {
  const notes: string[] = []
  if (period?.correctedFor) notes.push(`第${period.edition}版，已更正：${period.correctedFor}`)
  else if (period?.reason) notes.push(`第${period.edition}版，更正原因：${period.reason}`)
  if (period && isPartial) notes.push(`锁定的${period.label}只存有企业，其余按台账现有记录统计`)
  if (scene.previous && previousRules && JSON.stringify(previousRules) !== JSON.stringify(settings.rules)) {
    notes.push(`上期按当时的口径，分母：${baseNote(previousRules)}，应建：正式党员 ${previousRules.minMembers} 名以上`)
  }
  return notes
}

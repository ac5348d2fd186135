import golden from '../../../../tests/fixtures/goldenDistrict.json'
import type { StatTable } from '../../../../shared/contract/statistics'
import { composePart } from '../../../../shared/domain/statistics/composeTable'
import type { StatPart, TableId, TableScene } from '../../../../shared/domain/statistics/statTable'
import { statTables } from '../../../../shared/domain/statistics/statTables'
import { goldenScene } from '../../../../shared/domain/statistics/testing/goldenScene'
import type { TableInput } from '../tableWorkbook'

/** A table of the golden district of docs/domain.md, section 14, as it is to be written. */
export function goldenTable(table: TableId, change: Partial<TableScene> = {}): TableInput {
  const scene = { ...goldenScene(golden), ...change }
  const sources = statTables[table].parts(scene)
  const { title, groupings } = statTables[table]
  return {
    table: {
      table,
      title,
      officeName: '示范区委非公有制企业工委',
      unitName: null,
      cutOff: scene.cutOff,
      from: scene.from,
      period: null,
      previous: scene.previous?.label ?? null,
      grouping: scene.grouping,
      groupings: [...groupings],
      parts: sources.map(shownPart),
    },
    sources,
    filledOn: '2026-07-01',
  }
}

function shownPart(part: StatPart): StatTable['parts'][number] {
  const { rows, total } = composePart(part)
  return {
    key: part.key,
    title: part.title,
    measure: part.measure,
    rowHeader: part.rowHeader,
    columns: part.columns.map(({ key, group, header, width, kind, opens = null, moves }) => ({
      key, group, header, width, kind, opens, moves: moves !== undefined,
    })),
    rows,
    total,
    note: '注:分母为实体运营企业(正常经营);正式党员3名以上为应建;群团组织指工会、共青团。',
    broken: [],
  }
}

/** S1 with a unit that has no enterprise at all: every denominator is 0. */
export function tableWithEmptyUnit(): TableInput {
  return goldenTable('S1', { units: [...goldenScene(golden).units, { id: 4, name: '丁乡' }] })
}

import { column, enterprises } from './counting'
import { coverageSets as sets } from './coverageSets'
import { less, plus, ratio, share } from './derivation'
import { factsOfRow } from './rowFacts'
import type { StatColumn, StatPart, TableDefinition, TableScene } from './statTable'

const columns: StatColumn[] = [
  enterprises({ key: 'C', header: '在册' }, sets.C),
  enterprises({ key: 'D', header: '实体运营' }, sets.D),
  enterprises({ key: 'E', group: '组织覆盖', header: '已建', derive: plus('F', 'G') }, sets.G),
  enterprises({ key: 'F', group: '组织覆盖', header: '单独' }, sets.H),
  enterprises({ key: 'G', group: '组织覆盖', header: '联合' }, sets.I),
  column('rate', { key: 'H', header: '组织覆盖率', derive: ratio('E', 'D') }),
  column('rate', { key: 'I', header: '单独组建率', derive: ratio('F', 'D') }),
  enterprises({ key: 'J', header: '应建' }, sets.F),
  enterprises({ key: 'K', header: '应建未建' }, sets.M),
  enterprises({ key: 'L', header: '工作覆盖数' }, sets.T),
  enterprises({ key: 'M', header: '未覆盖', derive: less('D', 'E', 'L') }, sets.U),
  column('rate', { key: 'N', header: '两个覆盖率', derive: ratio(['E', 'L'], 'D') }),
  column('rate', { key: 'O', header: '占实体运营比重', derive: share('D') }),
]

/** The coverage by the bands of 从业人员, the 门类 and the types, 未填 below them. */
export const s4Table = groupedTable('S4', '按从业人员规模分组覆盖情况统计表', 'size')
export const s5Table = groupedTable('S5', '按行业分组覆盖情况统计表', 'industry')
export const s6Table = groupedTable('S6', '按企业类型分组覆盖情况统计表', 'type')

function groupedTable(id: 'S4' | 'S5' | 'S6', title: string, by: 'size' | 'industry' | 'type'): TableDefinition {
  const parts = (scene: TableScene): StatPart[] => [
    {
      key: id,
      title,
      measure: '单位:家',
      rowHeader: '分组',
      columns,
      rows: factsOfRow[by](scene),
      whole: scene.facts,
      identities: [{ left: plus('E', 'L', 'M'), right: plus('D') }],
      notes: [],
    },
  ]
  return { id, title, groupings: [], needs: ['enterprises'], parts }
}

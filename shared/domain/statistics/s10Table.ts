import { goals } from '../valueDomain'
import { column, enterprises } from './counting'
import { isBuilt } from './coverageSets'
import { plus, ratio } from './derivation'
import { factsOfRow } from './rowFacts'
import { columnKey, type StatColumn, type TableDefinition, type TableScene } from './statTable'
import type { EnterpriseFact } from './tableFacts'

const isTarget = (e: EnterpriseFact): boolean => e.inBase && isBuilt(e)
const met = ({ goals: judged }: EnterpriseFact): number => goals.filter(({ key }) => judged?.[key] === true).length
const isJudged = (e: EnterpriseFact): boolean => isTarget(e) && e.goals !== null

function goalColumns({ goalLabels }: TableScene): StatColumn[] {
  return goals.flatMap(({ key: goal }, i): StatColumn[] => [
    enterprises({ key: columnKey(4 + 2 * i), group: goalLabels[goal], header: '达标' }, (e) => isTarget(e) && e.goals?.[goal] === true),
    column('rate', { key: columnKey(5 + 2 * i), group: goalLabels[goal], header: '达标率', derive: ratio(columnKey(4 + 2 * i), 'C') }),
  ])
}

/** “六有”达标情况统计表, over the base with an organisation, as judged last in the year. */
export const s10Table: TableDefinition = {
  id: 'S10',
  title: '“六有”达标情况统计表',
  groupings: ['place', 'size', 'industry', 'type'],
  needs: ['enterprises', 'goals'],
  parts: (scene) => [
    {
      key: 'S10',
      title: s10Table.title,
      measure: '单位:家',
      rowHeader: '单位',
      columns: [
        enterprises({ key: 'C', header: '应评定' }, isTarget),
        enterprises({ key: 'D', header: '已评定' }, isJudged),
        ...goalColumns(scene),
        enterprises({ key: 'Q', header: '六有全部达标' }, (e) => isJudged(e) && met(e) === 6),
        column('rate', { key: 'R', header: '达标率', derive: ratio('Q', 'C') }),
        enterprises({ key: 'S', header: '达标5项' }, (e) => isJudged(e) && met(e) === 5),
        enterprises({ key: 'T', header: '达标4项' }, (e) => isJudged(e) && met(e) === 4),
        enterprises({ key: 'U', header: '达标3项及以下' }, (e) => isJudged(e) && met(e) <= 3),
      ],
      rows: factsOfRow.grouped(scene),
      whole: scene.facts,
      identities: [{ left: plus('Q', 'S', 'T', 'U'), right: plus('D') }],
      notes: ['应评定:实体运营且已建党组织；按截止日前本年最近一次评定，未评的项不计达标'],
    },
  ],
}

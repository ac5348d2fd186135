import { rate } from '../percentage'
import { column, enterprises } from './counting'
import { coverageSets, isBuilt, isWorkCovered } from './coverageSets'
import { less, plus, pointsBetween, ratio } from './derivation'
import { factsOfRow } from './rowFacts'
import type { StatColumn, TableDefinition } from './statTable'
import type { EnterpriseFact, TableFacts } from './tableFacts'

const sets = coverageSets

/** Columns C–Y, an organisation being due from so many formal members on. */
export function s1Columns(minMembers: number): StatColumn[] {
  return [
    enterprises({ key: 'C', header: '在册企业数', width: 7 }, sets.C),
    enterprises({ key: 'D', header: '实体运营企业数' }, sets.D),
    enterprises({ key: 'E', header: '其中:规模以上', width: 7 }, sets.E),
    enterprises({ key: 'F', header: `其中:正式党员${minMembers}名以上`, width: 9 }, sets.F),
    enterprises({ key: 'G', group: '组织覆盖', header: '合计', width: 7, derive: plus('H', 'I') }, sets.G),
    enterprises({ key: 'H', group: '组织覆盖', header: '单独组建', width: 7 }, sets.H),
    enterprises({ key: 'I', group: '组织覆盖', header: '联合组建', width: 7 }, sets.I),
    column('rate', { key: 'J', header: '组织覆盖率', derive: ratio('G', 'D') }),
    column('rate', { key: 'K', header: '单独组建率', derive: ratio('H', 'D') }),
    enterprises({ key: 'L', header: '应建已建', width: 7 }, sets.L),
    enterprises({ key: 'M', header: '应建未建', width: 7, derive: less('F', 'L') }, sets.M),
    column('rate', { key: 'N', header: '应建已建率', derive: ratio('L', 'F') }),
    enterprises({ key: 'O', header: '规上已建', width: 7 }, sets.O),
    column('rate', { key: 'P', header: '规上组建率', derive: ratio('O', 'E') }),
    enterprises({ key: 'Q', group: '未建企业', header: '合计', width: 7, derive: less('D', 'G') }, sets.Q),
    enterprises({ key: 'R', group: '未建企业', header: '有指导员(联络员)', width: 9 }, sets.R),
    enterprises({ key: 'S', group: '未建企业', header: '仅有群团组织' }, sets.S),
    enterprises({ key: 'T', header: '工作覆盖数', width: 7, derive: plus('R', 'S') }, sets.T),
    enterprises({ key: 'U', header: '未覆盖', width: 7, derive: less('Q', 'T') }, sets.U),
    column('rate', { key: 'V', header: '工作覆盖率', derive: ratio('T', 'Q') }),
    column('rate', { key: 'W', header: '两个覆盖率', derive: ratio(['G', 'T'], 'D') }),
    column('points', { key: 'X', header: '较上期(百分点)', total: 'whole', count: (facts) => ({ value: sincePrevious(facts), ids: [] }) }),
    column('text', { key: 'Y', header: '备注' }),
  ]
}

export const s1Identities = [
  { left: plus('G', 'T', 'U'), right: plus('D') },
  { left: plus('L', 'M'), right: plus('F') },
  { left: plus('H', 'I'), right: plus('G') },
  { left: plus('R', 'S', 'U'), right: plus('Q') },
]

/** 非公有制企业“两个覆盖”情况统计表 */
export const s1Table: TableDefinition = {
  id: 'S1',
  title: '非公有制企业“两个覆盖”情况统计表',
  groupings: ['place', 'size', 'industry', 'type'],
  needs: ['enterprises', 'before'],
  parts: (scene) => [
    {
      key: 'S1',
      title: s1Table.title,
      measure: '单位:家、人',
      rowHeader: '单位',
      columns: s1Columns(scene.rules.minMembers),
      rows: factsOfRow.grouped(scene),
      whole: scene.facts,
      identities: s1Identities,
      notes: scene.previous ? [`较上期:与${scene.previous.label}比较`] : [],
    },
  ],
}

/** 两个覆盖率 against that of the previous period, in 百分点; null without enterprises then or now. */
function sincePrevious({ enterprises: now, before }: TableFacts): number | null {
  return pointsBetween(bothCoverage(now), bothCoverage(before))
}

function bothCoverage(all: readonly EnterpriseFact[]): number | null {
  const base = all.filter(({ inBase }) => inBase)
  return rate(base.filter((e) => isBuilt(e) || isWorkCovered(e)).length, base.length)
}

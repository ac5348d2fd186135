import { column, counted, funds } from './counting'
import { mean, rounded, sumOf } from './derivation'
import { factsOfRow } from './rowFacts'
import { columnKey, type StatColumn, type TableDefinition } from './statTable'
import type { FundFact, TableFacts } from './tableFacts'

const sources = ['企业投入', '党费返还', '财政列支']
const uses = ['教育培训', '资料及设备', '会议和活动', '表彰奖励', '困难慰问补助', '阵地建设修缮', '工本耗材']
const income = (holds: (fund: FundFact) => boolean) => (fund: FundFact): boolean => fund.inPeriod && fund.direction === '收入' && holds(fund)
const expense = (holds: (fund: FundFact) => boolean) => (fund: FundFact): boolean => fund.inPeriod && fund.direction === '支出' && holds(fund)
const signed = ({ direction, amount }: FundFact): number => (direction === '收入' ? amount : -amount)
/** 元 left of what came before the period. */
const broughtForward = (facts: TableFacts): number =>
  rounded(facts.funds.filter(({ inPeriod }) => !inPeriod).reduce((sum, fund) => sum + signed(fund), 0) / 100)

const columns: StatColumn[] = [
  ...sources.map((source, i) => funds({ key: columnKey(2 + i), group: '收入', header: source }, income(({ name }) => name === source))),
  funds({ key: 'F', group: '收入', header: '其他' }, income(({ name }) => !sources.includes(name))),
  { ...funds({ key: 'G', group: '收入', header: '合计' }, income(() => true)), derive: sumOf(['C', 'D', 'E', 'F']) },
  ...uses.map((use, i) => funds({ key: columnKey(7 + i), group: '支出', header: use }, expense(({ name }) => name === use))),
  funds({ key: 'O', group: '支出', header: '其他' }, expense(({ name }) => !uses.includes(name))),
  { ...funds({ key: 'P', group: '支出', header: '合计' }, expense(() => true)), derive: sumOf(['H', 'I', 'J', 'K', 'L', 'M', 'N', 'O']) },
  {
    ...funds({ key: 'Q', header: '结余' }, () => true, ({ direction }) => (direction === '收入' ? 1 : -1)),
    formula: (r, facts) => `${broughtForward(facts)}+G${r}-P${r}`,
  },
  column('count', {
    key: 'R',
    header: '有经费的党组织数',
    opens: 'partyOrg',
    count: (facts) => counted([...new Set(facts.funds.filter(income(() => true)).flatMap(({ partyOrgId }) => partyOrgId ?? []))]),
  }),
  column('money', { key: 'S', header: '户均收入', derive: mean('G', 'R') }),
]

/** 党建工作经费统计表 in 元, by the unit of the organisation or enterprise that keeps them. */
export const s11Table: TableDefinition = {
  id: 'S11',
  title: '党建工作经费统计表',
  groupings: [],
  spans: true,
  needs: ['enterprises', 'funds'],
  parts: (scene) => [
    {
      key: 'S11',
      title: s11Table.title,
      measure: '单位:元、个',
      rowHeader: '单位',
      columns,
      rows: factsOfRow.unit(scene),
      whole: scene.facts,
      identities: [],
      notes: ['结余=上期结余+本期收入-本期支出；企业的经费计入覆盖它的党组织；来源、用途未填的计入其他'],
    },
  ],
}

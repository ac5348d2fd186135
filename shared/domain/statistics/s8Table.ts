import { rate } from '../percentage'
import { column, distinctDuties, duties, dutySum, enterprises } from './counting'
import { coverageSets, isBuilt } from './coverageSets'
import { plus, ratio } from './derivation'
import { factsOfRow } from './rowFacts'
import type { StatColumn, TableDefinition, TableScene } from './statTable'
import type { DutyFact, TableFacts } from './tableFacts'

const lives = ({ lives: is }: DutyFact): boolean => is
const pairs = (facts: TableFacts): number => facts.duties.filter(lives).length
const people = (facts: TableFacts): number => new Set(facts.duties.filter(lives).map(({ liaisonId }) => liaisonId)).size
const sum = (facts: TableFacts, key: 'required' | 'fulfilled'): number => facts.duties.reduce((all, duty) => all + duty[key], 0)

function columnsOf({ facts: district }: TableScene): StatColumn[] {
  const unbuilt = new Set(district.enterprises.filter((e) => e.registered && !isBuilt(e)).map(({ id }) => id))
  const liaisons = (key: string, group: string, header: string, holds: (duty: DutyFact) => boolean): StatColumn =>
    distinctDuties({ key, group, header, repeats: true }, 'liaison', { holds: (duty) => duty.lives && holds(duty), id: ({ liaisonId }) => liaisonId })
  const contacted = (key: string, header: string, holds: (duty: DutyFact) => boolean, group = '联系企业'): StatColumn =>
    distinctDuties({ key, group, header }, 'enterprise', { holds, id: ({ enterpriseId }) => enterpriseId })
  return [
    liaisons('C', '人数', '指导员', ({ kind }) => kind === '指导员'),
    liaisons('D', '人数', '联络员', ({ kind }) => kind === '联络员'),
    { ...liaisons('E', '人数', '合计', () => true), derive: plus('C', 'D') },
    liaisons('F', '人数', '专职', ({ fullTime }) => fullTime),
    liaisons('G', '人数', '兼职', ({ fullTime }) => !fullTime),
    contacted('H', '联系企业数', lives),
    contacted('I', '其中:未建企业', (duty) => duty.lives && unbuilt.has(duty.enterpriseId)),
    column('decimal', {
      key: 'J',
      group: '联系企业',
      header: '人均联系',
      total: 'whole',
      count: (facts) => ({ value: people(facts) === 0 ? null : Math.round((pairs(facts) / people(facts)) * 100) / 100, ids: [] }),
      formula: (r, facts) => `IF(E${r}=0,"—",ROUND(${pairs(facts)}/E${r},2))`,
    }),
    enterprises({ key: 'K', header: '未建企业数' }, coverageSets.Q),
    enterprises({ key: 'L', header: '未建已联系' }, coverageSets.R),
    column('rate', { key: 'M', header: '未建联系率', derive: ratio('L', 'K') }),
    dutySum({ key: 'N', group: '走访', header: '本期应走访' }, ({ required }) => required),
    dutySum({ key: 'O', group: '走访', header: '实际走访' }, ({ done }) => done),
    column('rate', {
      key: 'P',
      group: '走访',
      header: '走访完成率',
      total: 'whole',
      count: (facts) => ({ value: rate(sum(facts, 'fulfilled'), sum(facts, 'required')), ids: [] }),
      formula: (r, facts) => `IF(N${r}=0,"—",ROUND(${sum(facts, 'fulfilled')}/N${r},4))`,
    }),
    column('count', { key: 'Q', group: '问题', header: '发现', opens: 'visit', count: ({ visits }) => ({ value: visits.length, ids: visits.map(({ id }) => id) }) }),
    column('count', {
      key: 'R',
      group: '问题',
      header: '已解决',
      opens: 'visit',
      count: ({ visits }) => {
        const solved = visits.filter((visit) => visit.solved).map(({ id }) => id)
        return { value: solved.length, ids: solved }
      },
    }),
    column('rate', { key: 'S', group: '问题', header: '解决率', derive: ratio('R', 'Q') }),
    contacted('T', '逾期未走访(户)', (duty) => duty.lives && duty.overdue, ''),
    duties({ key: 'U', header: '期满未续(对)' }, ({ expired }) => expired),
  ]
}

/** 指导员(联络员)选派和走访情况统计表, by the unit of the enterprise contacted. */
export const s8Table: TableDefinition = {
  id: 'S8',
  title: '指导员(联络员)选派和走访情况统计表',
  groupings: [],
  spans: true,
  needs: ['enterprises', 'duties', 'visits'],
  parts: (scene) => [
    {
      key: 'S8',
      title: s8Table.title,
      measure: '单位:人、家、次、对',
      rowHeader: '单位',
      columns: columnsOf(scene),
      rows: factsOfRow.unit(scene),
      whole: scene.facts,
      identities: [{ left: plus('F', 'G'), right: plus('E') }],
      notes: notesOf(scene),
    },
  ],
}

function notesOf({ facts }: TableScene): string[] {
  const spread = new Map<number, Set<number>>()
  for (const { liaisonId, unitId, lives: is } of facts.duties) if (is) spread.set(liaisonId, (spread.get(liaisonId) ?? new Set()).add(unitId))
  const several = [...spread.values()].filter((units) => units.size > 1).length
  return [
    '按被联系企业所属单位统计；应走访按频次单位末日在本期内、且联系关系当日有效的计',
    '走访完成率的分子按每个联系关系不超过应走访次数计；末次走访(没有的按联系起始)后超过一个频次单位为逾期',
    ...(several > 0 ? [`联系几个单位企业的 ${several} 人在各单位分别计数`] : []),
  ]
}

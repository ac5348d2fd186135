import { column, enterprises, enterpriseSum } from './counting'
import { plus, ratio, sumOf } from './derivation'
import { factsOfRow } from './rowFacts'
import type { StatColumn, TableDefinition, TableScene } from './statTable'
import type { EnterpriseFact } from './tableFacts'

const registered = ({ registered: is }: EnterpriseFact): boolean => is
/** 正式党员 from and below which; the rules begin at 3, 7, 50 and 100. */
const memberBands = [
  { key: 'N', header: '0名', from: 0, below: 1 },
  { key: 'O', header: '1–2名', from: 1, below: 3 },
  { key: 'P', header: '3–6名', from: 3, below: 7 },
  { key: 'Q', header: '7–49名', from: 7, below: 50 },
  { key: 'R', header: '50–99名', from: 50, below: 100 },
  { key: 'S', header: '100名以上', from: 100, below: Number.POSITIVE_INFINITY },
]
const inBand = (from: number, below: number) => (e: EnterpriseFact): boolean =>
  e.registered && (e.formalMembers ?? 0) >= from && (e.formalMembers ?? 0) < below

const columns: StatColumn[] = [
  enterprises({ key: 'C', header: '企业数' }, registered),
  enterpriseSum({ key: 'D', header: '从业人员', width: 9 }, registered, (e) => e.employees),
  column('count', { key: 'E', group: '党员', header: '总数', derive: plus('F', 'G') }),
  enterpriseSum({ key: 'F', group: '党员', header: '正式' }, registered, (e) => e.formalMembers),
  enterpriseSum({ key: 'G', group: '党员', header: '预备' }, registered, (e) => e.probationaryMembers),
  column('rate', { key: 'H', group: '党员', header: '党员占比', derive: ratio('E', 'D') }),
  enterpriseSum({ key: 'I', group: '组织关系', header: '在本企业' }, registered, (e) => e.membersRegisteredHere),
  enterpriseSum({ key: 'J', group: '组织关系', header: '不在本企业' }, registered, (e) => e.membersRegisteredElsewhere),
  enterpriseSum({ key: 'K', header: '流动党员' }, registered, (e) => e.floatingMembers),
  enterpriseSum({ key: 'L', header: '入党积极分子' }, registered, (e) => e.activists),
  enterpriseSum({ key: 'M', header: '本年发展' }, registered, (e) => e.admittedThisYear),
  ...memberBands.map(({ key, header, from, below }) => enterprises({ key, group: '按正式党员数分的企业', header }, inBand(from, below))),
]

/** 党员队伍情况统计表: of the registered enterprises, in counts. */
export const s3Table: TableDefinition = {
  id: 'S3',
  title: '党员队伍情况统计表',
  groupings: ['place', 'size', 'industry', 'type'],
  needs: ['enterprises'],
  parts: (scene) => [
    {
      key: 'S3',
      title: s3Table.title,
      measure: '单位:家、人',
      rowHeader: '单位',
      columns,
      rows: factsOfRow.grouped(scene),
      whole: scene.facts,
      identities: [{ left: sumOf(memberBands.map(({ key }) => key)), right: plus('C') }],
      notes: notesOf(scene),
    },
  ],
}

function notesOf({ facts }: TableScene): string[] {
  const own = facts.enterprises.filter(registered)
  const unstated = [
    { word: '从业人员', count: own.filter((e) => e.employees === null).length },
    { word: '正式党员', count: own.filter((e) => e.formalMembers === null).length },
    { word: '预备党员', count: own.filter((e) => e.probationaryMembers === null).length },
  ].filter(({ count }) => count > 0)
  return [
    '统计范围:在册企业',
    ...(unstated.length > 0 ? [`未填的按 0 计:${unstated.map(({ word, count }) => `${word} ${count} 家`).join('、')}`] : []),
  ]
}

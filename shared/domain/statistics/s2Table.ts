import { column, counted, orgs } from './counting'
import { mean, plus, ratio } from './derivation'
import { factsOfRow } from './rowFacts'
import type { StatColumn, TableDefinition, TableScene } from './statTable'
import type { OrgFact } from './tableFacts'

const living = (holds: (org: OrgFact) => boolean) => (org: OrgFact): boolean => org.lives && holds(org)
const temporary = ['临时党委', '临时党总支', '临时党支部']
const isTemporary = ({ orgType }: OrgFact): boolean => orgType !== null && temporary.includes(orgType)
const isJoint = ({ mode }: OrgFact): boolean => mode === '联合组建'

const columns: StatColumn[] = [
  orgs({ key: 'C', header: '党组织总数', derive: plus('D', 'E', 'F', 'G') }, living(() => true)),
  orgs({ key: 'D', group: '类别', header: '党委' }, living(({ orgType }) => orgType === '党委')),
  orgs({ key: 'E', group: '类别', header: '党总支' }, living(({ orgType }) => orgType === '党总支')),
  orgs({ key: 'F', group: '类别', header: '党支部' }, living((org) => !isTemporary(org) && org.orgType !== '党委' && org.orgType !== '党总支')),
  orgs({ key: 'G', group: '类别', header: '临时党组织' }, living(isTemporary)),
  orgs({ key: 'H', group: '组建方式', header: '单独' }, living((org) => !isJoint(org))),
  orgs({ key: 'I', group: '组建方式', header: '联合' }, living(isJoint)),
  column('count', {
    key: 'J',
    group: '联合组织覆盖企业',
    header: '企业数',
    opens: 'enterprise',
    count: (facts) => counted([...new Set(facts.orgs.filter(living(isJoint)).flatMap(({ covers }) => covers))]),
  }),
  column('decimal', { key: 'K', group: '联合组织覆盖企业', header: '平均每个覆盖', derive: mean('J', 'I') }),
  orgs({ key: 'L', group: '联合组织覆盖企业', header: '覆盖超过5家' }, living((org) => isJoint(org) && org.covers.length > 5)),
  orgs({ key: 'M', group: '联合组织覆盖企业', header: '覆盖超过10家' }, living((org) => isJoint(org) && org.covers.length > 10)),
  orgs({ key: 'N', header: '本期新建' }, ({ foundedInPeriod }) => foundedInPeriod),
  orgs({ key: 'O', header: '本期撤销' }, ({ dissolvedInPeriod }) => dissolvedInPeriod),
  orgs({ key: 'P', header: '书记空缺' }, living(({ hasSecretary }) => !hasSecretary)),
  orgs({ key: 'Q', group: '换届', header: '已届满未换届' }, living(({ election }) => election === '届满未换')),
  orgs({ key: 'R', group: '换届', header: '6个月内届满' }, living(({ election }) => election === '即将届满')),
  orgs({ key: 'S', group: '换届', header: '本年应换届' }, living(({ dueThisYear }) => dueThisYear)),
  orgs({ key: 'T', group: '换届', header: '已换届' }, living(({ dueThisYear, electedOnTime }) => dueThisYear && electedOnTime)),
  column('rate', { key: 'U', group: '换届', header: '按期换届率', derive: ratio('T', 'S') }),
]

/** 党组织设置情况统计表, by the unit that administers the organisation. */
export const s2Table: TableDefinition = {
  id: 'S2',
  title: '党组织设置情况统计表',
  groupings: [],
  spans: true,
  needs: ['enterprises', 'orgs'],
  parts: (scene) => [
    {
      key: 'S2',
      title: s2Table.title,
      measure: '单位:个、家',
      rowHeader: '单位',
      columns,
      rows: factsOfRow.unit(scene),
      whole: scene.facts,
      identities: [{ left: plus('H', 'I'), right: plus('C') }],
      notes: notesOf(scene),
    },
  ],
}

function notesOf({ facts }: TableScene): string[] {
  const untyped = facts.orgs.filter((org) => org.lives && org.orgType === null).length
  const special = facts.orgs.filter((org) => org.lives && org.orgType === '特设党支部').length
  return [
    '党组织按管理单位统计，一个联合党组织覆盖几家企业，与“两个覆盖”情况统计表的企业数不能相加',
    '本年应换届:任期届满(或批准延期)在本年的，本年已换届的计入',
    ...(special > 0 ? [`特设党支部 ${special} 个计入党支部`] : []),
    ...(untyped > 0 ? [`类别未填的 ${untyped} 个计入党支部`] : []),
  ]
}


import { column, orgs, posts } from './counting'
import { less, sumOf } from './derivation'
import { factsOfRow } from './rowFacts'
import type { StatColumn, TableDefinition, TableScene } from './statTable'
import type { PostFact, TableFacts } from './tableFacts'

const identities = { J: '出资人', K: '高管', L: '中层管理人员', M: '一般职工', N: '机关选派干部' }
const identityHeaders = { J: '出资人', K: '高管', L: '中层', M: '一般职工', N: '机关选派' }

type Schooling = '研究生' | '大学' | '大专' | '高中(中专)及以下' | '未填'

/** 学历 is free text: 大学专科 is 大专, so that is asked first. */
export function schoolingOf(education: string | null): Schooling {
  if (education === null) return '未填'
  if (/研究生|硕士|博士/.test(education)) return '研究生'
  if (/大专|专科|高职/.test(education)) return '大专'
  if (/大学|本科|学士/.test(education)) return '大学'
  return /高中|中专|中技|技校|职高|初中|小学|中学/.test(education) ? '高中(中专)及以下' : '未填'
}

function columnsOf({ facts: district }: TableScene): StatColumn[] {
  const held = new Map<string, number>()
  for (const { person } of district.posts) held.set(person, (held.get(person) ?? 0) + 1)
  const persons = (facts: TableFacts, holds: (post: PostFact) => boolean): { value: number; ids: number[] } => {
    const own = facts.posts.filter(holds)
    return { value: new Set(own.map(({ person }) => person)).size, ids: own.map(({ partyOrgId }) => partyOrgId) }
  }
  const schooling = (key: string, header: Schooling): StatColumn =>
    posts({ key, group: '学历(岗)', header }, ({ education }) => schoolingOf(education) === header)
  return [
    orgs({ key: 'C', header: '党组织数' }, ({ lives }) => lives),
    column('count', { key: 'D', header: '在职书记(人)', opens: 'partyOrg', repeats: true, count: (facts) => persons(facts, () => true) }),
    orgs({ key: 'E', header: '书记岗位空缺' }, ({ lives, hasSecretary }) => lives && !hasSecretary),
    posts({ key: 'F', group: '来源(岗)', header: '内选' }, ({ source }) => source === '内选'),
    posts({ key: 'G', group: '来源(岗)', header: '下派' }, ({ source }) => source === '下派'),
    posts({ key: 'H', group: '来源(岗)', header: '外聘' }, ({ source }) => source === '外聘'),
    posts({ key: 'I', group: '来源(岗)', header: '未填' }, ({ source }) => source === null),
    ...Object.entries(identities).map(([key, word]) =>
      posts({ key, group: '身份(岗)', header: identityHeaders[key as keyof typeof identityHeaders] }, ({ identity }) => identity === word),
    ),
    posts({ key: 'O', group: '身份(岗)', header: '其他/未填' }, ({ identity }) => identity === null || !Object.values(identities).includes(identity)),
    posts({ key: 'P', group: '任职(岗)', header: '专职' }, ({ fullTime }) => fullTime === true),
    posts({ key: 'Q', group: '任职(岗)', header: '兼职' }, ({ fullTime }) => fullTime === false),
    schooling('R', '研究生'),
    schooling('S', '大学'),
    schooling('T', '大专'),
    schooling('U', '高中(中专)及以下'),
    schooling('V', '未填'),
    column('count', {
      key: 'W',
      header: '兼任2个以上(人)',
      opens: 'partyOrg',
      repeats: true,
      count: (facts) => persons(facts, ({ person }) => (held.get(person) ?? 0) > 1),
    }),
    column('count', {
      key: 'X',
      header: '本年参训(人次)',
      opens: 'partyOrg',
      count: (facts) => {
        const trained = facts.posts.filter(({ trainingsThisYear }) => trainingsThisYear > 0)
        return { value: trained.reduce((sum, post) => sum + post.trainingsThisYear, 0), ids: trained.map(({ partyOrgId }) => partyOrgId) }
      },
    }),
  ]
}

/** 党组织书记队伍情况统计表: F–V count posts, D and W persons. */
export const s7Table: TableDefinition = {
  id: 'S7',
  title: '党组织书记队伍情况统计表',
  groupings: [],
  needs: ['orgs', 'posts'],
  parts: (scene) => [
    {
      key: 'S7',
      title: s7Table.title,
      measure: '单位:个、人、岗',
      rowHeader: '单位',
      columns: columnsOf(scene),
      rows: factsOfRow.unit(scene),
      whole: scene.facts,
      identities: [
        { left: sumOf(['F', 'G', 'H', 'I']), right: less('C', 'E') },
        { left: sumOf(['J', 'K', 'L', 'M', 'N', 'O']), right: less('C', 'E') },
        { left: sumOf(['R', 'S', 'T', 'U', 'V']), right: less('C', 'E') },
      ],
      notes: notesOf(scene),
    },
  ],
}

function notesOf({ facts }: TableScene): string[] {
  const unstated = facts.posts.filter(({ fullTime }) => fullTime === null).length
  const spread = new Map<string, Set<number>>()
  for (const { person, unitId } of facts.posts) spread.set(person, (spread.get(person) ?? new Set()).add(unitId))
  const several = [...spread.values()].filter((units) => units.size > 1).length
  return [
    '来源、身份、专兼职、学历按岗位统计',
    ...(unstated > 0 ? [`专兼职未填 ${unstated} 岗`] : []),
    ...(several > 0 ? [`在几个单位任职的 ${several} 人在各单位分别计数`] : []),
  ]
}


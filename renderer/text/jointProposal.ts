import type { JointObstacle, JointStrategy } from '../../shared/domain/jointProposal'
import type { Nearness } from '../../shared/domain/jointBond'
import { quoted } from '../../shared/domain/quoted'

/** Words of 联合组建建议. */
export const jointProposalText = {
  title: '联合组建建议',
  note: '党员不足的未建企业就近凑成一组。只是建议，采纳之后才写成组建计划。',
  unit: '单位',
  strategy: '做法',
  strategies: {
    就近少设: '就近少设是每组尽量多几家，党组织少设几个',
    就近多设: '就近多设是每组够数就成，党组织多设几个',
    同行业优先: '同行业优先是先凑同行业的，再按远近',
  } satisfies Record<JointStrategy, string>,
  outcome: (groups: number, enterprises: number, left: number) => `${groups} 组 ${enterprises} 家，剩 ${left} 家`,
  limits: (members: number, limit: number) => `每组正式党员 ${members} 名以上、企业不超过 ${limit} 家`,
  settings: '改设置',
  accept: (count: number) => (count === 0 ? '采纳已选' : `采纳已选的 ${count} 组`),
  groups: {
    title: '建议的组',
    choose: (reason: string) => `选定：${reason}`,
    chooseAll: '全选',
    unit: '单位',
    reason: '理由',
    basis: '联合组建类型',
    enterprises: '企业和正式党员',
    count: '企业',
    members: '正式党员合计',
    one: '采纳',
    acceptOne: (reason: string) => `采纳：${reason}`,
    enterpriseCount: (count: number) => `${count} 家`,
    memberCount: (count: number) => `${count} 名`,
  },
  reasons: {
    place: (name: string) => `同在${quoted(name)}`,
    community: (name: string) => `同在${quoted(name)}`,
    road: (name: string) => `都在${quoted(name)}沿线`,
    industry: (name: string) => `同属${quoted(name)}`,
  } satisfies Record<Nearness, (name: string) => string>,
  more: (rest: number) => `再显示一些，还有 ${rest} 行`,
  left: {
    title: (count: number) => `没有凑成组的 ${count} 家`,
    note: '可以先派指导员(联络员)，或由邻近的党组织吸收。',
    assign: '看分派建议',
    enterprise: '企业',
    unit: '单位',
    members: '正式党员',
    place: '地点',
    why: '为什么',
    obstacles: {
      'nothing-stated': '没有填园区楼宇、村(社区)、经营地址和行业，无从判断远近',
      alone: '本单位没有同楼宇、同村(社区)、同路、同行业的其他待建企业',
      'too-few-near': '附近和同行业的待建企业，党员加起来不够，或已和别家凑成一组',
    } satisfies Record<JointObstacle, string>,
  },
  aside: {
    planned: (count: number) => `另有 ${count} 家已列组建计划，不再建议`,
    memberless: (count: number) => `${count} 家没有正式党员或没有填，不能联合组建`,
  },
  none: '没有可以建议的企业',
  noneNote: '这里看的是实体运营、未建党组织、有正式党员而不足组建人数、还没有列组建计划的企业。党员数在企业台账里填。',
  noneLink: '看全部未建',
  noGroup: '还凑不成组',
  noGroupNote: '各家为什么没有凑成，列在下面。补填楼宇、村(社区)和经营地址后会重新建议。',
  dialog: {
    title: (groups: number, enterprises: number) => `把 ${groups} 组、${enterprises} 家企业列入组建计划`,
    note: '计划组建方式写为联合组建，同组的企业和理由写进组建措施(原有的措施留在前面)。一次保存，可以一次撤销。',
    confirm: (count: number) => `采纳 ${count} 组`,
    label: (groups: number, enterprises: number) => `采纳联合组建建议 ${groups} 组 ${enterprises} 家`,
    done: (count: number) => `已把 ${count} 家企业列入组建计划，可按 Ctrl+Z 撤销`,
  },
  measure: (reason: string, names: string, count: number, members: number) =>
    `${reason}的${names}共 ${count} 家企业联合组建党组织，正式党员共 ${members} 名`,
  andOthers: (names: string) => `${names}等`,
} as const

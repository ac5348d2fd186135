import type { DueKey, DueLevel } from '../../shared/domain/dueWork'

interface Limits {
  electionMonths: number
  electionLastMonths: number
  firstDays: number
  secondDays: number
  minMembers: number
}

const words: Record<DueKey, (limits: Limits) => string> = {
  electionOverdue: () => '党组织届满未换届',
  electionRequest: ({ electionLastMonths }) => `党组织 ${electionLastMonths} 个月内届满，催报换届请示`,
  electionLetter: ({ electionMonths }) => `党组织 ${electionMonths} 个月内届满，发换届提醒函`,
  electionReport: () => '换届后催报选举结果',
  visitOverdue: () => '联络员逾期未走访',
  visitDue: () => '本期待走访',
  assignmentExpired: () => '联络员期满未续',
  firstLookOverdue: ({ firstDays }) => `新设立满 ${firstDays} 天，首次跟踪逾期`,
  secondLookOverdue: ({ secondDays }) => `新设立满 ${secondDays} 天，再次跟踪逾期`,
  firstLookDue: ({ firstDays }) => `新设立将满 ${firstDays} 天，待首次跟踪`,
  secondLookDue: ({ secondDays }) => `新设立将满 ${secondDays} 天，待再次跟踪`,
  planOverdue: () => '组建计划逾期',
  planThisMonth: () => '计划本月组建',
  dueUnbuilt: ({ minMembers }) => `应建未建(正式党员 ${minMembers} 名以上)`,
  dueUnplanned: () => '其中没有组建计划',
  problemOverdue: () => '走访发现的问题超期',
  decisionOverdue: () => '督办任务超期',
  decisionSoon: () => '督办任务 7 天内到期',
  proposalOverdue: () => '意见建议超期未答复',
  proposalSoon: () => '意见建议 7 天内要答复',
}

/** Words of what is due on 首页. */
export const dueText = {
  title: '待办事项',
  unit: '单位',
  none: '没有需要办理的事项',
  noneOf: { 逾期: '没有逾期的事项', 近期: '近期没有到期的事项', 待办: '没有其他待办' } satisfies Record<DueLevel, string>,
  levels: { 逾期: '已逾期', 近期: '近期到期', 待办: '待办' } satisfies Record<DueLevel, string>,
  of: (key: DueKey, limits: Limits) => words[key](limits),
  units: {
    electionOverdue: '个', electionRequest: '个', electionLetter: '个', electionReport: '个', visitOverdue: '对', visitDue: '对',
    assignmentExpired: '对', firstLookOverdue: '家', secondLookOverdue: '家', firstLookDue: '家', secondLookDue: '家',
    planOverdue: '家', planThisMonth: '家', dueUnbuilt: '家', dueUnplanned: '家', problemOverdue: '个', decisionOverdue: '项',
    decisionSoon: '项', proposalOverdue: '件', proposalSoon: '件',
  } satisfies Record<DueKey, string>,
  targetBehind: '年度任务落后于进度',
  uncovered: '未覆盖，需选派指导员(联络员)',
  assign: '分派建议',
  unverified: '导入时拟建的党组织待核实',
  emptyUnits: '单位还没有企业数据',
  enterprises: '家',
  orgs: '个',
  items: '项',
  targets: {
    title: (year: number) => `${year}年度任务`,
    measure: '任务',
    target: '目标',
    done: '完成',
    rate: '完成率',
    expected: '进度应到',
    expectedNote: { sum: '按全年已过的天数折算', level: '年底前达到', due: '按到今天应做的计算' },
    state: '进度',
    byUnit: '分单位',
    yearEnd: '年底',
    behindUnits: (count: number) => `${count} 个单位落后`,
    onTime: '没有单位落后',
    states: { 已完成: '已完成', 正常: '正常', 落后: '落后' },
    open: '打开年度任务',
    none: '本年度还没有目标',
    set: '去填年度任务',
  },
} as const

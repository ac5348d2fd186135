/** How urgent a kind of work is, the most urgent first: past its day, its day is near, to be taken up. */
export const dueLevels = ['逾期', '近期', '待办'] as const
export type DueLevel = (typeof dueLevels)[number]

/** What asks for work today, each counted as the list it opens counts it; in the order it is told. */
export const dueWork = {
  /** 届满未换: the term and its approved extension have ended (electionReminder.ts). */
  electionOverdue: '逾期',
  visitOverdue: '逾期',
  /** 期满未续: as table S8 counts it. */
  assignmentExpired: '逾期',
  firstLookOverdue: '逾期',
  secondLookOverdue: '逾期',
  planOverdue: '逾期',
  problemOverdue: '逾期',
  decisionOverdue: '逾期',
  proposalOverdue: '逾期',
  electionRequest: '近期',
  electionLetter: '近期',
  electionReport: '近期',
  visitDue: '近期',
  firstLookDue: '近期',
  secondLookDue: '近期',
  planThisMonth: '近期',
  decisionSoon: '近期',
  proposalSoon: '近期',
  /** 应建未建: 正式党员 as many as the setting asks for, and no organisation. */
  dueUnbuilt: '待办',
  /** Of these: without a plan. */
  dueUnplanned: '待办',
} as const satisfies Record<string, DueLevel>

export type DueKey = keyof typeof dueWork
export const dueKeys = Object.keys(dueWork) as [DueKey, ...DueKey[]]

/** Days before a task's deadline from which it is 近期. */
export const taskNotice = 7

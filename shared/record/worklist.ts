import type { RecordKind } from './recordKind'

/**
 * Named lists of records that ask for work, each over one kind and in the order of its urgency (docs/domain.md 3.2,
 * 9.2, 9.6, 9.7). A ledger shows one by naming it in its filter.
 */
export const worklistKinds = {
  /** 实体运营, 正式党员 as many as the setting asks for, and no organisation. */
  dueUnbuilt: 'enterprise',
  /** 实体运营 without an organisation; the overdue plans first. */
  unbuilt: 'enterprise',
  /** Of `unbuilt`: with a planned month. */
  planned: 'enterprise',
  /** Of `planned`: the month has passed. */
  planOverdue: 'enterprise',
  /** In the register and founded within a year, the latest first. */
  newcomer: 'enterprise',
  /** Of `newcomer`: a look is 到期 or 逾期, the longest due first. */
  followUpOpen: 'enterprise',
  /** In the register, and no 指导员 or 联络员 in office is assigned to it today. */
  uncontacted: 'enterprise',
  /** Lives today, of a 指导员 or 联络员 in office. */
  living: 'assignment',
  /** Of `living`: 逾期未走访, the longest overdue first. */
  visitOverdue: 'assignment',
  /** Of `living`: visits of the running period are still asked for, the nearest due first. */
  visitDue: 'assignment',
  /** 期满未续: ended without a reason and nobody followed (S8), the longest ended first. */
  expired: 'assignment',
  /** Problems not solved yet: the overdue first, then by deadline. */
  openProblem: 'visit',
  /** Of `openProblem`: the deadline has passed. */
  overdueProblem: 'visit',
} as const satisfies Record<string, RecordKind>

export type Worklist = keyof typeof worklistKinds
export const worklists = Object.keys(worklistKinds) as [Worklist, ...Worklist[]]

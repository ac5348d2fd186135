/**
 * How a unit's report stands (docs/domain.md, S15). 退回: what it sent was taken back. 已报: a form is missing, or rows
 * were kept out by errors. 已接收: every form is there and no row was kept out.
 */
export const returnStates = ['未报', '退回', '已报', '已接收'] as const
export type ReturnState = (typeof returnStates)[number]

export interface ReturnFacts {
  due: number
  reported: number
  held: number
  /** Something it sent within the period was taken back. */
  wasUndone: boolean
}

export function returnState({ due, reported, held, wasUndone }: ReturnFacts): ReturnState {
  if (reported === 0) return wasUndone ? '退回' : '未报'
  return reported < due || held > 0 ? '已报' : '已接收'
}

import type { JointPlanProposal } from '../../../shared/contract/plan'
import { jointProposalText as text } from '../../text/jointProposal'

export type JointGroup = JointPlanProposal['groups'][number]

/** What the enterprises of a group have in common, in words. */
export function groupReason({ bond }: Pick<JointGroup, 'bond'>): string {
  return text.reasons[bond.level](bond.name)
}

/** Tells a group from any other, and from itself with enterprises that were changed. */
export function groupKey({ enterprises }: Pick<JointGroup, 'enterprises'>): string {
  return enterprises.map(({ id, version }) => `${id}:${version}`).join(',')
}

/** Letters the names may take, so that the measure fits into its field with something before it. */
const mostLetters = 240

/** 组建措施 of each enterprise of a group: with whom and why. */
export function jointMeasure(group: JointGroup): string {
  const { enterprises, formalMembers } = group
  const names: string[] = []
  for (const { name } of enterprises) {
    if (names.length > 0 && [...names, name].join('、').length > mostLetters) break
    names.push(name)
  }
  const listed = names.join('、')
  const all = names.length === enterprises.length ? listed : text.andOthers(listed)
  return text.measure(groupReason(group), all, enterprises.length, formalMembers)
}

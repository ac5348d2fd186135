import type { LiaisonAssignmentProposal } from '../../../shared/contract/liaison'
import { liaisonProposalText } from '../../text/liaisonProposal'

export type ProposedAssignment = LiaisonAssignmentProposal['assignments'][number]

/** Why the enterprise goes to this one, in words. */
export function assignmentReason({ reason, shared }: Pick<ProposedAssignment, 'reason' | 'shared'>): string {
  return liaisonProposalText.reasons[reason](shared ?? '')
}

/** Tells a proposed assignment from any other, and from itself with an enterprise that was changed. */
export function assignmentKey({ enterprise: { id, version }, liaisonId }: ProposedAssignment): string {
  return `${id}:${version}:${liaisonId}`
}

/** How many of the assignments go to each officer, by id. */
export function addedLoads(assignments: readonly ProposedAssignment[]): Map<number, number> {
  const loads = new Map<number, number>()
  for (const { liaisonId } of assignments) loads.set(liaisonId, (loads.get(liaisonId) ?? 0) + 1)
  return loads
}

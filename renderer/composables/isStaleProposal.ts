import { CallFailure } from '../api/callFailure'

/** The office refused to write a proposal: the ledger has gone on, and the proposal is to be made anew. */
export function isStaleProposal(error: unknown): boolean {
  return error instanceof CallFailure && error.failure.details.reason === 'stale-proposal'
}

import type { EnterpriseDetail } from '../../../shared/contract/enterprise'
import { electionStanding, type ElectionStanding, type ElectionState } from '../../../shared/domain/election'
import type { EnterpriseRecord } from '../db/repositories/enterpriseDetail'
import type { OrgTerm } from '../db/repositories/orgRepository'

/**
 * Where an organisation stands in its term, which ends soon from `soonMonths` before on; null when nobody stated a
 * type, an election or a founding.
 */
export function standingOf(org: OrgTerm, today: string, soonMonths: number): ElectionStanding | null {
  if (org.orgType === null) return null
  return electionStanding({ ...org, type: org.orgType }, today, soonMonths)
}

/** The same, null also where the end is a guess from the founding: that is asked for, not chased. */
export function chasedStanding(org: OrgTerm, today: string, soonMonths: number): ElectionStanding | null {
  return org.lastElectionOn === null && org.termEndsOn === null ? null : standingOf(org, today, soonMonths)
}

/** What a ledger says of the term: its state, 未填 where the end is only a guess, null without a term. */
export function electionStateOf(org: OrgTerm, today: string, soonMonths: number): ElectionState | '未填' | null {
  const chased = chasedStanding(org, today, soonMonths)
  if (chased) return chased.state
  return standingOf(org, today, soonMonths) ? '未填' : null
}

export function describeOrg(
  org: NonNullable<EnterpriseRecord['partyOrg']>,
  today: string,
  soonMonths: number,
): EnterpriseDetail['partyOrg'] {
  const standing = standingOf(org, today, soonMonths)
  return {
    id: org.id,
    name: org.name,
    unitName: org.unitName,
    unverified: org.unverified,
    covered: org.covered,
    electionState: standing?.state ?? null,
    daysToTermEnd: standing?.days ?? null,
    overdueMoreThanYear: standing?.overdueMoreThanYear ?? false,
  }
}

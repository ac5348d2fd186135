import type { EnterpriseDetail } from '../../../shared/contract/enterprise'
import { electionStanding, type ElectionStanding } from '../../../shared/domain/election'
import type { EnterpriseRecord } from '../db/repositories/enterpriseDetail'
import type { OrgRecord } from '../db/repositories/orgRepository'

/** Where an organisation stands in its term; null when nobody stated a type, an election or a founding. */
export function standingOf(org: OrgRecord, today: string): ElectionStanding | null {
  if (org.orgType === null) return null
  return electionStanding({ ...org, type: org.orgType }, today)
}

export function describeOrg(org: NonNullable<EnterpriseRecord['partyOrg']>, today: string): EnterpriseDetail['partyOrg'] {
  const standing = standingOf(org, today)
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

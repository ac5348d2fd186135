import type { ProposedOrg } from '../../../shared/contract/import'
import type { PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'
import { settledMode, type PlannedOrg } from '../import/planOrgs'
import { groupBy } from './groupBy'

/** Organisations whose rows named none: found by grouping, or given by a person since. Those nobody looked at come first. */
export function proposedOrgs({ entries }: Plan): ProposedOrg[] {
  const groups = [...groupBy(entries.flatMap(withProposal), ({ org }) => org)]
  const orgs = groups.map(([org, own]) => describe(org, own.map(({ entry }) => entry)))
  return [...orgs.filter(({ confirmed }) => !confirmed), ...orgs.filter(({ confirmed }) => confirmed)]
}

/** A row that belongs to the organisation of its enterprise in the ledger, or to one of that name, asks nobody anything. */
function withProposal(entry: PlanEntry): { org: PlannedOrg; entry: PlanEntry }[] {
  const { org, row } = entry
  if (!org || entry.action === 'skip' || row.values.partyOrgName !== undefined) return []
  return isGiven(entry) || (org.unverified && org.existing === null) ? [{ org, entry }] : []
}

function isGiven({ file, row }: PlanEntry): boolean {
  return file.orgNameOf(row) !== null
}

function describe(org: PlannedOrg, own: readonly PlanEntry[]): ProposedOrg {
  return {
    name: org.name,
    unitId: org.unitId,
    unit: org.unitName,
    mode: settledMode(org),
    type: org.orgType,
    foundedOn: org.foundedOn,
    secretary: org.secretaryName,
    confirmed: own.every(isGiven),
    inLedger: org.existing !== null,
    rows: own.map(({ file, row, known, facts }) => ({
      fileId: file.fileId,
      file: file.name,
      sheet: row.sheet,
      row: row.row,
      enterprise: known?.enterpriseName ?? facts.enterpriseName ?? '',
      members: facts.formalMembers ?? known?.formalMembers ?? null,
      secretary: facts.secretaryName ?? null,
      foundedOn: facts.orgFoundedOn ?? null,
    })),
  }
}

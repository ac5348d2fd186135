import type { KnownEnterprise, KnownLedger } from './knownLedger'
import { reporter, type PlanEntry } from './planEntry'
import { settledMode, type PlannedOrg } from './planOrgs'

/**
 * V-32: an organisation that is 单独组建 belongs to one enterprise. Rows naming one that another enterprise has, in the
 * ledger or further up in the files, are refused.
 */
export function refuseSharedSingles(entries: readonly PlanEntry[], ledger: KnownLedger): void {
  const holders = ledgerHolders(entries, ledger)
  const owners = new Map<PlannedOrg, string>()
  for (const entry of entries) {
    const { org } = entry
    if (!org || settledMode(org) !== '单独组建') continue
    const holder = org.existing && entry.known?.partyOrgId !== org.existing.id ? holders.get(org.existing.id) : undefined
    const owner = owners.get(org)
    if (owner === undefined && holder === undefined) {
      owners.set(org, entry.known?.enterpriseName ?? entry.facts.enterpriseName ?? '')
      continue
    }
    const whose = owner === undefined ? `台账中属于“${holder?.enterpriseName ?? ''}”` : `已属于“${owner}”`
    reporter(entry)('V-32', 'error', 'partyOrgName', `“${org.name}”是单独组建，${whose}，本行未导入；若是联合组建请改正组建方式`)
    entry.action = 'skip'
    entry.org = null
    org.covers--
  }
}

/** Organisation → the enterprise the ledger has it cover, unless a row of the files takes that one elsewhere. */
function ledgerHolders(entries: readonly PlanEntry[], ledger: KnownLedger): Map<number, KnownEnterprise> {
  const leaving = new Set<number>()
  for (const { known, org } of entries) {
    if (known && org && known.partyOrgId !== null && org.existing?.id !== known.partyOrgId) leaving.add(known.id)
  }
  const holders = new Map<number, KnownEnterprise>()
  for (const known of ledger.enterprises) {
    if (known.partyOrgId !== null && !leaving.has(known.id) && !holders.has(known.partyOrgId)) holders.set(known.partyOrgId, known)
  }
  return holders
}

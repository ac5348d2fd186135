import type { EntityManager } from '../db/gate'
import type { CoverageRules } from '../../../shared/domain/coverage'
import { enterpriseRepository } from '../db/repositories/enterpriseRepository'
import { liaisonRepository } from '../db/repositories/liaisonRepository'
import { orgRepository, type OrgRecord } from '../db/repositories/orgRepository'
import { periodRepository } from '../db/repositories/periodRepository'
import { settingRepository } from '../db/repositories/settingRepository'
import { unitRepository } from '../db/repositories/unitRepository'
import type { KnownEnterprise, KnownLedger, KnownOrg } from '../import/knownLedger'
import { officeNames, settingKeys } from './settings'

/** Living enterprises with their fields and origins; of some units only when they are named. */
export function loadKnownEnterprises(manager: EntityManager, asOf: string, rules: CoverageRules, unitIds?: readonly number[]): Promise<KnownEnterprise[]> {
  return enterpriseRepository.ledgerRows(manager, { asOf, rules, ...(unitIds ? { unitIds } : {}) })
}

/** Everything an import is planned against, from one snapshot. */
export async function loadKnownLedger(manager: EntityManager, asOf: string, rules: CoverageRules): Promise<KnownLedger> {
  const names = officeNames.safeParse(await settingRepository.get(manager, settingKeys.names)).data
  const orgs = await orgRepository.list(manager, { asOf })
  const liaisons = await liaisonRepository.list(manager, { asOf })
  return {
    regionName: names?.regionName ?? null,
    units: await unitRepository.list(manager),
    enterprises: await loadKnownEnterprises(manager, asOf, rules),
    orgs: orgs.map(knownOrg),
    liaisons: liaisons.filter((liaison) => liaison.active),
    locked: (await periodRepository.inForce(manager))[0] ?? null,
  }
}

function knownOrg(org: OrgRecord): KnownOrg {
  return {
    ...org,
    secretary:
      org.secretaryTermId === null
        ? null
        : { termId: org.secretaryTermId, name: org.secretaryName ?? '', source: org.secretarySource, post: org.secretaryPost, phone: org.secretaryPhone },
  }
}

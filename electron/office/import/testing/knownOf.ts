import { nameKey } from '../../text/nameKey'
import { orgKey } from '../../text/orgKey'
import { importFields } from '../importField'
import type { KnownEnterprise, KnownLedger, KnownOrg } from '../knownLedger'

/** A ledger enterprise with blanks for everything not given. */
export function knownEnterprise(given: Partial<KnownEnterprise> & { id: number; enterpriseName: string }): KnownEnterprise {
  const blank = Object.fromEntries(Object.keys(importFields).map((field) => [field, null])) as unknown as KnownEnterprise
  return {
    ...blank,
    unitId: 1, unitName: '甲街道', version: 1, nameKey: nameKey(given.enterpriseName), formerNames: [], sector: '非公企业',
    operatingStatus: '正常经营', hasPartyOrg: false, partyOrgId: null, coverageId: null, liaisonId: null, assignmentId: null,
    deliveryIds: {}, goalCheckId: null, goalPeriod: null,
    ...given,
  }
}

export function knownOrg(given: Partial<KnownOrg> & { id: number; name: string }): KnownOrg {
  return {
    nameKey: orgKey(given.name), unitId: 1, mode: '单独组建', jointBasis: null, orgType: '党支部', foundedOn: null,
    parentOrgName: null, lastElectionOn: null, termEndsOn: null, secretary: null,
    ...given,
  }
}

export const twoUnits = [{ id: 1, name: '甲街道', aliases: [] }, { id: 2, name: '乙镇', aliases: [] }]

export function knownLedger(given: Partial<KnownLedger> = {}): KnownLedger {
  return { regionName: '示范区', units: twoUnits, enterprises: [], orgs: [], liaisons: [], locked: null, ...given }
}

import type { FormRow } from '../../forms/formRow'
import type { ReadFormRows } from './formScene'
import { ledgerRecords } from './ledgerRecords'

/** F02: the same enterprises as F01 with what the survey asks of them. */
export const f02Rows: ReadFormRows = async (manager, scene) =>
  (await ledgerRecords(manager, scene)).map(
    (record): FormRow => ({
      recordId: record.id,
      recordVersion: record.version,
      unitName: record.unitName,
      enterpriseName: record.enterpriseName,
      creditCode: record.creditCode,
      registeredAddress: record.registeredAddress,
      businessAddress: record.businessAddress,
      enterpriseType: record.enterpriseType,
      industry: record.industry,
      establishedOn: record.establishedOn,
      registeredCapital: record.registeredCapital,
      annualRevenue: record.annualRevenue,
      isAboveScale: record.isAboveScale,
      operatingStatus: record.operatingStatus,
      employees: record.employees,
      legalRepName: record.legalRepName,
      legalRepIsMember: record.legalRepIsMember,
      legalRepPhone: record.legalRepPhone,
      formalMembers: record.formalMembers,
      probationaryMembers: record.probationaryMembers,
      membersRegisteredElsewhere: record.membersRegisteredElsewhere,
      activists: record.activists,
      hasPartyOrg: record.hasPartyOrg,
      partyOrgName: record.partyOrgName,
      orgMode: record.orgMode,
      hasUnion: record.hasUnion,
      hasLeague: record.hasLeague,
      hasWomenOrg: record.hasWomenOrg,
      unbuiltReason: record.unbuiltReason,
      hasLiaison: record.liaisonName !== null,
      note: record.note,
    }),
  )

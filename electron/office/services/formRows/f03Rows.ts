import { orgRepository } from '../../db/repositories/orgRepository'
import type { FormRow } from '../../forms/formRow'
import { joinedNames } from '../../forms/joinedNames'
import { asKnown } from './recordValue'
import type { ReadFormRows } from './formScene'
import { orgFields, orgRecords, termFields } from './orgRecords'

/** F03: one row an organisation. */
export const f03Rows: ReadFormRows = async (manager, scene) => {
  const covered = await orgRepository.coveredNames(manager, scene.asOf)
  return (await orgRecords(manager, scene)).map((record): FormRow => {
    const { org, values, formalMembers, probationaryMembers } = record
    const names = covered.get(org.id) ?? []
    return {
      ...orgFields(values, {
        orgCode: 'code', jointBasis: 'jointBasis', approvalNo: 'approvalNo', deputySecretaries: 'deputySecretaries',
        committeeSize: 'committeeSize', orgContactName: 'contactName', orgContactPhone: 'contactPhone',
        placeArea: 'placeArea', orgGrade: 'grade', note: 'note',
      }),
      ...termFields(record),
      recordId: org.id,
      recordVersion: record.version,
      unitName: org.unitName,
      parentOrgName: org.parentOrgName,
      partyOrgName: org.name,
      orgType: org.orgType,
      orgMode: org.mode,
      coveredCount: names.length,
      coveredEnterprises: names.length === 0 ? null : joinedNames(names),
      orgFoundedOn: asKnown(org.foundedOn, org.foundedOnPrecision),
      orgFormalMembers: formalMembers,
      orgProbationaryMembers: probationaryMembers,
      secretaryName: org.secretaryName,
    }
  })
}

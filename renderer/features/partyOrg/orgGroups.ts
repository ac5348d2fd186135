import type { FieldGroup } from '../../record/formGroups'

/** The fields of an organisation under their headings, in the form and on its page. */
export const orgGroups: readonly FieldGroup[] = [
  { title: '名称和类别', fields: ['name', 'unitId', 'orgType', 'mode', 'jointBasis', 'leadEnterpriseId', 'code', 'parentOrgName', 'foundedOn', 'approvalNo', 'orgSector', 'localIndustry'] },
  { title: '班子和场所', fields: ['deputySecretaries', 'committeeSize', 'contactName', 'contactPhone', 'placeArea', 'grade', 'isStandard'] },
  { title: '表列数(只用来核对)', fields: ['formalMembersStated', 'probationaryStated'] },
  {
    title: '换届',
    fields: ['lastElectionOn', 'termYears', 'termEndsOn', 'extendedTo', 'extensionNo', 'plannedElectionOn', 'electionMethod', 'remindedOn', 'remindedBy', 'reportedOn'],
  },
  { title: '核实和撤销', fields: ['unverified', 'dissolvedOn', 'dissolveReason'] },
]

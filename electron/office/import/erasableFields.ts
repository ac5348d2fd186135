import type { ImportField } from './importField'

/**
 * What a blank cell may empty where a person chose so: facts of the enterprise itself. Never what tells it from others
 * (name, unit, codes), what every enterprise has (sector, status), nor anything another record says: an organisation,
 * a secretary, a liaison end on a day and for a reason, not by a blank.
 */
export const erasableFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'placeName', 'businessAddress', 'enterpriseType', 'industry', 'industryText', 'isAboveScale', 'employees', 'annualRevenue',
  'contactName', 'contactPhone', 'ownerName', 'ownerIsMember', 'ownerIsSecretary', 'ownerIsDelegate', 'formalMembers',
  'probationaryMembers', 'membersRegisteredHere', 'membersRegisteredElsewhere', 'floatingMembers', 'activists',
  'admittedThisYear', 'unbuiltReason', 'plannedFoundingOn', 'hasUnion', 'hasLeague', 'hasWomenOrg', 'note',
  'registeredAddress', 'establishedOn', 'registeredCapital', 'legalRepName', 'legalRepIsMember', 'legalRepPhone',
])

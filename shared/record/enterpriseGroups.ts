/** 组建计划 is kept with the enterprise and has a part of its own on its page. */
export const planFields = [
  'unbuiltReason', 'unbuiltNote', 'plannedMode', 'plannedFoundingOn', 'responsibleUnit', 'responsible', 'plannedMeasure', 'progress',
]

/** The fields of an enterprise under their headings, in the form, on its page and on its card. */
export const enterpriseGroups: readonly { title: string; fields: readonly string[] }[] = [
  { title: '名称和身份', fields: ['name', 'unitId', 'creditCode', 'oldCode', 'shortName', 'formerNames'] },
  { title: '经营状态', fields: ['operatingStatus', 'statusSince', 'statusReason', 'verifiedOn'] },
  {
    title: '类型和规模',
    fields: [
      'sector', 'enterpriseType', 'legalForm', 'isLegalPerson', 'industry', 'industryText', 'localIndustry', 'isNewEconomy',
      'isAboveScale', 'isThreeHave', 'sizeClass', 'employees', 'establishedOn', 'registeredCapital', 'annualRevenue', 'annualRevenueYear',
    ],
  },
  {
    title: '地址和联系人',
    fields: ['community', 'placeKind', 'placeName', 'registeredAddress', 'businessAddress', 'contactName', 'contactPhone'],
  },
  {
    title: '法定代表人和出资人',
    fields: ['legalRepName', 'legalRepIsMember', 'legalRepPhone', 'ownerName', 'ownerIsMember', 'ownerIsSecretary', 'ownerIsDelegate'],
  },
  {
    title: '党员队伍',
    fields: [
      'formalMembers', 'probationaryMembers', 'membersRegisteredHere', 'membersRegisteredElsewhere', 'floatingMembers',
      'membersUnder35', 'membersManagement', 'membersTechnical', 'membersFrontline', 'activists', 'applicants', 'admittedThisYear',
      'partyWorkers', 'fullTimePartyWorkers',
    ],
  },
  { title: '群团组织', fields: ['hasUnion', 'hasLeague', 'hasWomenOrg'] },
  { title: '未建原因和组建计划', fields: planFields },
  { title: '其他', fields: ['tags', 'note'] },
]

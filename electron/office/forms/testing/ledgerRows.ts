import type { LedgerRow } from '../../../../shared/contract/ledgerRow'

/** Of which only name, unit and what must be stated are stated. */
export const blankRow: LedgerRow = {
  id: 2, unitId: 2, status: '未覆盖', reason: '', inBase: true, sizeBand: '10–49 人', version: 1, updatedAt: '2026-06-30T00:00:00Z',
  unitName: '乙镇', enterpriseName: '乙加工厂', creditCode: null, placeName: null, businessAddress: null,
  enterpriseType: null, industry: null, operatingStatus: '正常经营', isAboveScale: null, employees: 12,
  annualRevenue: null, contactName: null, contactPhone: null, ownerName: null, ownerIsMember: null,
  ownerIsSecretary: null, ownerIsDelegate: null, formalMembers: null, probationaryMembers: null,
  membersRegisteredHere: null, floatingMembers: null, activists: null, admittedThisYear: null, hasPartyOrg: false,
  partyOrgName: null, orgMode: null, jointBasis: null, orgType: null, orgFoundedOn: null, parentOrgName: null,
  lastElectionOn: null, termEndsOn: null, secretaryName: null, secretarySource: null, secretaryPost: null,
  secretaryPhone: null, unbuiltReason: null, plannedFoundingOn: null, liaisonName: null, liaisonEmployerPost: null,
  liaisonPhone: null, hasUnion: null, hasLeague: null, hasWomenOrg: null, 'delivery.room': null,
  'delivery.board': null, 'delivery.rules': null, 'delivery.plaque': null, 'delivery.flag': null,
  'delivery.books': null, 'goal.org': null, 'goal.place': null, 'goal.fund': null, 'goal.activity': null,
  'goal.rule': null, 'goal.effect': null, note: null,
}

/** With an organisation, and every state of a delivery once. */
export const builtRow: LedgerRow = {
  ...blankRow,
  id: 1, unitId: 1, status: '单独', unitName: '甲街道', enterpriseName: '甲汽贸有限公司',
  creditCode: '91000000MA00000157', placeName: '甲社区', businessAddress: '建设路1号', enterpriseType: '私营企业',
  industry: '批发和零售业', isAboveScale: true, employees: 320, annualRevenue: 1643.44, contactName: '张三',
  contactPhone: '013800000000', ownerName: '李四', ownerIsMember: true, ownerIsSecretary: false, ownerIsDelegate: false,
  formalMembers: 108, probationaryMembers: 2, membersRegisteredHere: 100, floatingMembers: 0, activists: 5,
  admittedThisYear: 1, hasPartyOrg: true, partyOrgName: '中共甲汽贸委员会', orgMode: '单独组建', orgType: '党委',
  orgFoundedOn: '1988-06-15', parentOrgName: '甲街道党工委', lastElectionOn: '2022-05-20', termEndsOn: '2027-05-20',
  secretaryName: '王五', secretarySource: '内选', secretaryPost: '总经理', secretaryPhone: '024-12345678',
  liaisonName: '赵六', liaisonEmployerPost: '区委组织部科员', liaisonPhone: '13900000000', hasUnion: true,
  hasLeague: false, 'delivery.room': '已落实', 'delivery.board': '推进中', 'delivery.rules': '未落实',
  'delivery.plaque': '共用', 'delivery.flag': '需更换', 'delivery.books': '不适用', 'goal.org': true,
  'goal.place': false, 'goal.fund': true, 'goal.activity': true, 'goal.rule': true, note: '重点企业',
}

import type { EntityManager } from 'typeorm'
import { bulkInsert } from '../bulkInsert'
import { Assignment } from '../entities/assignment'
import { Coverage } from '../entities/coverage'
import { Delivery } from '../entities/delivery'
import { Enterprise } from '../entities/enterprise'
import { GoalCheck } from '../entities/goalCheck'
import { Liaison } from '../entities/liaison'
import { PartyOrg } from '../entities/partyOrg'
import { SecretaryTerm } from '../entities/secretaryTerm'
import { Unit } from '../entities/unit'
import { auditRepository } from '../repositories/auditRepository'
import type { NewRow } from '../newRow'

export const at = '2026-06-30T08:00:00.000Z'

/** An enterprise with its derived columns as plain as a test can do. */
export function enterprise(row: Pick<NewRow<Enterprise>, 'id' | 'name' | 'unitId'> & Partial<NewRow<Enterprise>>) {
  const { name } = row
  const searchText = `${name} ${row.creditCode?.toLowerCase() ?? ''}`
  return { nameKey: name, searchText, sortKey: name, sector: '非公企业', operatingStatus: '正常经营', ...row } as const
}

/**
 * Two units, of which 乙镇 comes first. 甲一 has everything a ledger row can show and shares its organisation with 甲二;
 * 乙三 is covered by an organisation whose only living predecessor has ended; 乙四 has nothing but a name.
 */
export async function fillSmallLedger(manager: EntityManager): Promise<void> {
  await bulkInsert(manager, Unit, [
    { id: 1, name: '甲街道', kind: '街道', sortNo: 2 },
    { id: 2, name: '乙镇', kind: '镇', sortNo: 1 },
  ])
  await bulkInsert(
    manager,
    Enterprise,
    [
      enterprise({
        id: 11,
        name: '甲一公司',
        unitId: 1,
        sortKey: 'jia yi',
        formerNames: ['甲壹公司'],
        creditCode: '91000000MA00000157',
        oldCode: '330100000012345',
        placeName: '科技园',
        registeredAddress: '人民路1号',
        businessAddress: '建设路1号',
        enterpriseType: '私营企业',
        industry: '制造业',
        industryText: '机械制造',
        establishedOn: '2001-02-03',
        registeredCapital: 500_000_000,
        annualRevenue: 1_234_560_000,
        isAboveScale: true,
        employees: 60,
        contactName: '李四',
        contactPhone: '0571-88888888',
        legalRepName: '王五',
        legalRepIsMember: false,
        legalRepPhone: '13900000001',
        ownerName: '赵六',
        ownerIsMember: true,
        ownerIsSecretary: false,
        formalMembers: 4,
        probationaryMembers: 0,
        membersRegisteredHere: 3,
        membersRegisteredElsewhere: 1,
        hasUnion: true,
        hasLeague: false,
        note: '备注',
      }),
      enterprise({ id: 12, name: '甲二公司', unitId: 1, sortKey: 'jia er', formalMembers: 1, isAboveScale: false }),
      enterprise({ id: 21, name: '乙三公司', unitId: 2, sortKey: 'yi san', operatingStatus: '停产停业' }),
      enterprise({
        id: 22,
        name: '乙四公司',
        unitId: 2,
        sortKey: 'yi si',
        unbuiltReason: '没有党员',
        plannedFoundingOn: '2026-09-01',
        plannedFoundingOnPrecision: 'month',
      }),
    ],
    at,
  )
  await bulkInsert(manager, PartyOrg, [
    { id: 1, name: '中共甲街道工作委员会', nameKey: '甲街道工作', mode: '单独组建', unitId: 1 },
    {
      id: 2,
      name: '中共甲一公司联合支部委员会',
      nameKey: '甲一公司联合',
      mode: '联合组建',
      jointBasis: '园区',
      orgType: '党支部',
      unitId: 1,
      parentOrgId: 1,
      foundedOn: '2020-05-01',
      foundedOnPrecision: 'month',
      lastElectionOn: '2023-05-06',
      termEndsOn: '2026-05-06',
      unverified: true,
    },
    { id: 3, name: '中共乙三公司支部委员会', nameKey: '乙三公司', mode: '单独组建', unitId: 2, parentOrgName: '中共乙镇委员会' },
  ])
  await bulkInsert(manager, Coverage, [
    { id: 1, partyOrgId: 3, enterpriseId: 11, since: '2015-01-01', until: '2020-04-30' },
    { id: 2, partyOrgId: 2, enterpriseId: 11, since: '2020-05-01' },
    { id: 3, partyOrgId: 2, enterpriseId: 12 },
    { id: 4, partyOrgId: 3, enterpriseId: 21, since: '2019-01-01' },
  ])
  await bulkInsert(manager, SecretaryTerm, [
    { id: 1, partyOrgId: 2, name: '前书记', until: '2023-05-05' },
    {
      id: 2,
      partyOrgId: 2,
      name: '今书记',
      source: '内选',
      enterprisePost: '副总经理',
      phone: '13900000002',
      since: '2023-05-06',
    },
  ])
  await bulkInsert(manager, Liaison, [
    { id: 1, name: '孙七', kind: '联络员', employer: '甲街道党建办', phone: '13900000003' },
    { id: 2, name: '周八', kind: '指导员', employer: '区委组织部', post: '副科长', fullTime: true },
    { id: 3, name: '吴九', kind: '联络员', active: false },
  ])
  const often = { frequencyTimes: 1, frequencyUnit: '季' } as const
  await bulkInsert(manager, Assignment, [
    { id: 1, liaisonId: 1, enterpriseId: 11, from: '2025-01-01', ...often },
    { id: 2, liaisonId: 2, enterpriseId: 11, from: '2024-01-01', ...often },
    { id: 3, liaisonId: 3, enterpriseId: 22, ...often },
    { id: 4, liaisonId: 1, enterpriseId: 21, to: '2026-03-31', ...often },
  ])
  await bulkInsert(manager, Delivery, [
    {
      id: 1,
      enterpriseId: 11,
      partyOrgId: 2,
      item: 'room',
      state: '共用',
      quantity: 30.5,
      unitLabel: '㎡',
      amount: 1_050,
    },
    { id: 2, enterpriseId: 11, item: 'books', state: '未落实' },
    { id: 3, enterpriseId: 21, item: 'flag', state: '已落实', doneOn: '2026-05-01' },
  ])
  await bulkInsert(manager, GoalCheck, [
    { id: 1, enterpriseId: 11, period: '2026-Q1', checkedOn: '2026-03-31', orgMet: false, placeMet: false },
    { id: 2, enterpriseId: 11, period: '2026-Q2', checkedOn: '2026-06-30', orgMet: true },
  ])
  const ofEnterprise = { entity: 'enterprise', entityId: 11, label: '甲一公司' }
  await auditRepository.append(manager, [
    { ...ofEnterprise, at: '2026-01-01T00:00:00.000Z', operator: '', action: '新增' },
    {
      ...ofEnterprise,
      at: '2026-02-01T00:00:00.000Z',
      operator: '钱十',
      action: '修改',
      changes: [{ field: 'employees', before: 50, after: 60 }],
    },
    { ...ofEnterprise, at: '2026-02-01T00:00:00.000Z', operator: '', action: '新增', entity: 'partyOrg' },
  ], at)
}

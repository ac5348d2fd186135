import type { EntityManager } from 'typeorm'
import { deliveryItems, deliveryStates, operatingStatuses } from '../../../../shared/domain/valueDomain'
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
import type { NewRow } from '../newRow'

/** `count` enterprises as wide as a filled form F01, the same for the same number. */
export function bigEnterprises(count: number, units: number): NewRow<Enterprise>[] {
  return Array.from({ length: count }, (_, index) => {
    const id = index + 1
    const name = `示范${index}号机械制造有限公司`
    return {
      id,
      name,
      nameKey: name,
      searchText: `${name} ${pinyin(index)} 91000000ma${index} 张三 建设路${index}号`,
      sortKey: `shi fan ${(index * 7919) % count} hao`,
      creditCode: `91${String(id).padStart(16, '0')}`,
      unitId: (index % units) + 1,
      sector: index % 50 === 0 ? '社会组织' : '非公企业',
      operatingStatus: index % 8 === 0 ? (operatingStatuses[(index / 8) % 8] ?? '正常经营') : '正常经营',
      placeName: `第${index % 90}社区`,
      businessAddress: `东山街道建设路${index}号`,
      registeredAddress: `东山街道人民路${index}号`,
      enterpriseType: '私营企业',
      industry: '制造业',
      isAboveScale: index % 9 === 0,
      employees: index % 400,
      annualRevenue: index * 1_000_000,
      contactName: '李四',
      contactPhone: `139${String(id).padStart(8, '0')}`,
      ownerName: '王五',
      ownerIsMember: index % 3 === 0,
      ownerIsSecretary: false,
      formalMembers: index % 7 === 6 ? null : index % 7,
      probationaryMembers: index % 3,
      membersRegisteredHere: index % 5,
      floatingMembers: 0,
      activists: 1,
      hasUnion: index % 4 === 0,
      hasLeague: index % 11 === 0 ? null : false,
      hasWomenOrg: index % 13 === 0,
      note: index % 10 === 0 ? '来自样例' : null,
    }
  })
}

const pinyin = (index: number): string => `shifan${index}haojixiezhizaoyouxiangongsi sf${index}hjxzzyxgs`

/**
 * Fills an empty ledger: half of the enterprises are covered (a third of these by joint organisations of five), a
 * quarter has a liaison, all have six deliveries and a goal check when `isFull`.
 */
export async function fillBigLedger(manager: EntityManager, count: number, units = 20, isFull = true): Promise<void> {
  await bulkInsert(
    manager,
    Unit,
    Array.from({ length: units }, (_, index) => {
      return { id: index + 1, name: `单位${index}`, kind: '街道', sortNo: units - index }
    }),
  )
  await bulkInsert(manager, Enterprise, bigEnterprises(count, units))

  const orgs: NewRow<PartyOrg>[] = []
  const coverages: NewRow<Coverage>[] = []
  for (let id = 1; id <= count; id += 2) {
    const isJoint = id % 6 === 1
    if (!isJoint || id % 30 === 1) {
      const name = `中共示范${id}号支部委员会`
      orgs.push({
        id: orgs.length + 1,
        name,
        nameKey: name,
        orgType: '党支部',
        mode: isJoint ? '联合组建' : '单独组建',
        unitId: (id % units) + 1,
        foundedOn: '2020-01-01',
        parentOrgName: '中共示范街道工作委员会',
        lastElectionOn: '2023-05-06',
      })
    }
    coverages.push({ id: coverages.length + 1, partyOrgId: orgs.length, enterpriseId: id, since: '2020-01-01' })
  }
  await bulkInsert(manager, PartyOrg, orgs)
  await bulkInsert(manager, Coverage, coverages)
  await bulkInsert(
    manager,
    SecretaryTerm,
    orgs.map(({ id }) => ({ id, partyOrgId: id, name: `书记${id}`, source: '内选', phone: '13900000000' })),
  )

  const liaisons = Math.max(1, Math.floor(count / 40))
  await bulkInsert(
    manager,
    Liaison,
    Array.from({ length: liaisons }, (_, index) => {
      return { id: index + 1, name: `联络员${index}`, kind: '联络员', phone: '13800000000' }
    }),
  )
  const assignments: NewRow<Assignment>[] = []
  for (let enterpriseId = 2; enterpriseId <= count; enterpriseId += 4) {
    assignments.push({
      id: assignments.length + 1,
      liaisonId: (enterpriseId % liaisons) + 1,
      enterpriseId,
      from: '2024-01-01',
      frequencyTimes: 1,
      frequencyUnit: '季',
    })
  }
  await bulkInsert(manager, Assignment, assignments)
  if (!isFull) return

  const deliveries: NewRow<Delivery>[] = []
  for (let enterpriseId = 1; enterpriseId <= count; enterpriseId += 1) {
    for (const { key } of deliveryItems) {
      const state = deliveryStates[deliveries.length % deliveryStates.length] ?? '已落实'
      deliveries.push({ id: deliveries.length + 1, enterpriseId, item: key, state })
    }
  }
  await bulkInsert(manager, Delivery, deliveries)
  const checks: NewRow<GoalCheck>[] = []
  for (let enterpriseId = 1; enterpriseId <= count; enterpriseId += 1) {
    const period = { period: '2026年第2季度', checkedOn: '2026-06-30' }
    checks.push({ id: enterpriseId, enterpriseId, ...period, orgMet: true, placeMet: false })
  }
  await bulkInsert(manager, GoalCheck, checks)
}

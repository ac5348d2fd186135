import { beforeEach, expect, it } from 'vitest'
import { ledgerRow } from '../../../../shared/contract/ledgerRow'
import { nationalRules as rules } from '../../../../shared/domain/coverage'
import type { Gate } from '../gate'
import { at, fillSmallLedger } from '../testing/smallLedger'
import { testFolders } from '../testing/testFolder'
import { enterpriseRepository } from './enterpriseRepository'

const folders = testFolders()
const asOf = '2026-06-30'
let gate: Gate

beforeEach(async () => {
  gate = (await folders.open()).gate
  await gate.write(fillSmallLedger)
})

it('a row shows everything the tables say, money in 万元, and is what the contract calls a row', async () => {
  const sort = { column: 'employees', descending: true } as const
  const { rows } = await gate.read((manager) =>
    enterpriseRepository.page(manager, { filter: { unitIds: [1] }, sort, asOf, rules, offset: 0, limit: 100 }),
  )
  expect(rows[0]).toEqual({
    id: 11,
    unitId: 1,
    sector: '非公企业',
    isLegalPerson: true,
    isThreeHave: null,
    version: 1,
    updatedAt: at,
    status: '联合',
    inBase: true,
    unitName: '甲街道',
    enterpriseName: '甲一公司',
    creditCode: '91000000MA00000157',
    placeName: '科技园',
    businessAddress: '建设路1号',
    enterpriseType: '私营企业',
    industry: '制造业',
    operatingStatus: '正常经营',
    isAboveScale: true,
    employees: 60,
    annualRevenue: 1234.56,
    contactName: '李四',
    contactPhone: '0571-88888888',
    ownerName: '赵六',
    ownerIsMember: true,
    ownerIsSecretary: false,
    ownerIsDelegate: null,
    formalMembers: 4,
    probationaryMembers: 0,
    membersRegisteredHere: 3,
    floatingMembers: null,
    activists: null,
    admittedThisYear: null,
    hasPartyOrg: true,
    partyOrgName: '中共甲一公司联合支部委员会',
    orgMode: '联合组建',
    jointBasis: '园区',
    orgType: '党支部',
    orgFoundedOn: '2020-05-01',
    parentOrgName: '中共甲街道工作委员会',
    lastElectionOn: '2023-05-06',
    termEndsOn: '2026-05-06',
    secretaryName: '今书记',
    secretarySource: '内选',
    secretaryPost: '副总经理',
    secretaryPhone: '13900000002',
    unbuiltReason: null,
    plannedFoundingOn: null,
    liaisonName: '周八',
    liaisonEmployerPost: '区委组织部副科长',
    liaisonPhone: null,
    hasUnion: true,
    hasLeague: false,
    hasWomenOrg: null,
    'delivery.room': '共用',
    'delivery.board': null,
    'delivery.rules': null,
    'delivery.plaque': null,
    'delivery.flag': null,
    'delivery.books': '未落实',
    'goal.org': true,
    'goal.place': null,
    'goal.fund': null,
    'goal.activity': null,
    'goal.rule': null,
    'goal.effect': null,
    note: '备注',
  })
  for (const row of rows) expect(ledgerRow.omit({ reason: true, sizeBand: true }).safeParse(row).success).toBe(true)
})

it('shows the date asked for: the organisation, secretary and liaison of then', async () => {
  const [row] = await gate.read((manager) =>
    enterpriseRepository.ledgerRows(manager, { ids: [11], asOf: '2020-04-30', rules }),
  )
  expect(row).toMatchObject({ status: '单独', partyOrgName: '中共乙三公司支部委员会', liaisonName: null })
})

it('brings along where its facts come from, for an import', async () => {
  const rows = await gate.read((manager) => enterpriseRepository.ledgerRows(manager, { asOf, rules }))
  expect(rows.map(({ id }) => id)).toEqual([11, 12, 21, 22])
  expect(rows[0]).toMatchObject({
    nameKey: '甲一公司',
    formerNames: ['甲壹公司'],
    oldCode: '330100000012345',
    industryText: '机械制造',
    registeredAddress: '人民路1号',
    establishedOn: '2001-02-03',
    registeredCapital: 500,
    legalRepName: '王五',
    legalRepIsMember: false,
    legalRepPhone: '13900000001',
    membersRegisteredElsewhere: 1,
    partyOrgId: 2,
    coverageId: 2,
    orgFoundedOnPrecision: 'month',
    secretaryTermId: 2,
    liaisonId: 2,
    liaisonKind: '指导员',
    assignmentId: 2,
    deliveryIds: { room: 1, books: 2 },
    goalCheckId: 2,
    goalPeriod: '2026-Q2',
  })
  expect(rows[3]).toMatchObject({
    formerNames: [],
    legalRepIsMember: null,
    plannedFoundingOnPrecision: 'month',
    partyOrgId: null,
    coverageId: null,
    secretaryTermId: null,
    liaisonId: null,
    deliveryIds: {},
    goalCheckId: null,
  })
})

it('can be read for some units only', async () => {
  const ids = (unitIds: number[]) =>
    gate.read(async (manager) =>
      (await enterpriseRepository.ledgerRows(manager, { unitIds, asOf, rules })).map(({ id }) => id),
    )
  expect(await ids([2])).toEqual([21, 22])
  expect(await ids([])).toEqual([])
})

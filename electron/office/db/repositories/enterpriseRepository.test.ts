import { beforeEach, describe, expect, it } from 'vitest'
import { enterpriseSort, type EnterpriseSort } from '../../../../shared/contract/enterprise'
import { ledgerRow } from '../../../../shared/contract/ledgerRow'
import { nationalRules as rules } from '../../../../shared/domain/coverage'
import { bulkInsert, bulkUpdate } from '../bulkInsert'
import { Enterprise } from '../entities/enterprise'
import type { Gate } from '../gate'
import { fillBigLedger } from '../testing/bigLedger'
import { at, enterprise, fillSmallLedger } from '../testing/smallLedger'
import { testFolders } from '../testing/testFolder'
import { enterpriseRepository } from './enterpriseRepository'
import { ledgerColumns } from './ledgerColumns'
import type { LedgerFilter } from './ledgerFilter'

const folders = testFolders()
const asOf = '2026-06-30'
let gate: Gate

beforeEach(async () => {
  gate = (await folders.open()).gate
})

function page(filter: LedgerFilter = {}, sort: EnterpriseSort | null = null, offset = 0, limit = 100) {
  return gate.read((manager) => enterpriseRepository.page(manager, { filter, sort, asOf, rules, offset, limit }))
}

async function names(filter: LedgerFilter = {}, sort: EnterpriseSort | null = null): Promise<string[]> {
  return (await page(filter, sort)).rows.map((row) => row.enterpriseName)
}

describe('a ledger row', () => {
  beforeEach(() => gate.write(fillSmallLedger))

  it('shows everything the tables say, money in 万元, and is what the contract calls a row', async () => {
    const { rows } = await page({ unitIds: [1] }, { column: 'employees', descending: true })
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
    for (const row of rows) expect(ledgerRow.omit({ reason: true }).safeParse(row).success).toBe(true)
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
})

describe('a page', () => {
  beforeEach(() => gate.write(fillSmallLedger))

  it('stands in official unit order and then in Chinese order', async () => {
    expect(await names()).toEqual(['乙三公司', '乙四公司', '甲二公司', '甲一公司'])
  })

  it('tells the total beside the rows asked for, also past the end', async () => {
    const cut = await page({}, null, 1, 2)
    expect(cut.total).toBe(4)
    expect(cut.rows.map(({ id }) => id)).toEqual([22, 12])
    expect(await page({}, null, 4)).toEqual({ total: 4, rows: [] })
    expect(await page({ figure: 'C' }, null, 9)).toEqual({ total: 4, rows: [] })
    expect((await page({ figure: 'C' }, null, 1, 2)).rows.map(({ id }) => id)).toEqual([22, 12])
  })

  it.each<{ filter: LedgerFilter; found: string[] }>([
    { filter: { unitIds: [1] }, found: ['甲二公司', '甲一公司'] },
    { filter: { unitIds: [] }, found: ['乙三公司', '乙四公司', '甲二公司', '甲一公司'] },
    { filter: { operatingStatuses: ['停产停业', '筹建'] }, found: ['乙三公司'] },
    { filter: { isAboveScale: true }, found: ['甲一公司'] },
    { filter: { isAboveScale: false }, found: ['甲二公司'] },
    { filter: { coverage: ['单独', '未覆盖'] }, found: ['乙三公司', '乙四公司'] },
    { filter: { coverage: ['联合'], unitIds: [2] }, found: [] },
    { filter: { figure: 'I' }, found: ['甲二公司', '甲一公司'] },
    { filter: { figure: 'F', terms: ['一'] }, found: ['甲一公司'] },
    { filter: { terms: [] }, found: ['乙三公司', '乙四公司', '甲二公司', '甲一公司'] },
    { filter: { terms: ['公司', '91000000ma'] }, found: ['甲一公司'] },
    { filter: { terms: ['公司', '没有'] }, found: [] },
  ])('keeps what the filter $filter lets through', async ({ filter, found }) => {
    expect(await names(filter)).toEqual(found)
    expect((await page(filter)).total).toBe(found.length)
  })

  it('takes the signs of LIKE for what they are', async () => {
    await gate.write((manager) =>
      bulkInsert(manager, Enterprise, [
        enterprise({ id: 31, name: '百分之100%公司', unitId: 1 }),
        enterprise({ id: 32, name: 'a_b\\c公司', unitId: 1 }),
        enterprise({ id: 33, name: 'axb公司', unitId: 1 }),
      ]),
    )
    expect(await names({ terms: ['0%公'] })).toEqual(['百分之100%公司'])
    expect(await names({ terms: ['a_b'] })).toEqual(['a_b\\c公司'])
    expect(await names({ terms: ['b\\c'] })).toEqual(['a_b\\c公司'])
  })

  it('shows no deleted enterprise', async () => {
    await gate.write((manager) => bulkUpdate(manager, Enterprise, [{ id: 22, deletedAt: at }]))
    expect(await names()).toEqual(['乙三公司', '甲二公司', '甲一公司'])
    expect(await names({ figure: 'U' })).toEqual([])
    expect(await gate.read((manager) => enterpriseRepository.detail(manager, 22, asOf, rules))).toBeNull()
  })

  it('sorts closed lists by their order and not by their letters', async () => {
    expect(await names({}, { column: 'status', descending: false })).toEqual([
      '乙三公司',
      '甲二公司',
      '甲一公司',
      '乙四公司',
    ])
    expect(await names({}, { column: 'delivery.room', descending: true })).toEqual([
      '甲一公司',
      '乙三公司',
      '乙四公司',
      '甲二公司',
    ])
    expect(await names({}, { column: 'enterpriseName', descending: true })).toEqual([
      '乙四公司',
      '乙三公司',
      '甲一公司',
      '甲二公司',
    ])
    expect(await names({}, { column: 'unitName', descending: true })).toEqual([
      '甲二公司',
      '甲一公司',
      '乙三公司',
      '乙四公司',
    ])
  })
})

describe('sorting', () => {
  it('works by every column in both directions, blanks last', { timeout: 30_000 }, async () => {
    await gate.write((manager) => fillBigLedger(manager, 60, 4))
    await gate.write((manager) => bulkUpdate(manager, Enterprise, [{ id: 3, employees: null, note: null }]))
    for (const column of enterpriseSort.shape.column.options) {
      for (const descending of [false, true]) {
        const { total, rows } = await page({}, { column, descending })
        expect(total).toBe(60)
        expect(new Set(rows.map(({ id }) => id)).size, column).toBe(60)
        const values = rows.map((row) => row[column])
        const filled = values.filter((value) => value !== null)
        expect(values.slice(0, filled.length), `${column} ${descending}`).toEqual(filled)
        if (hasOrderOfItsOwn(column)) continue
        const sorted = [...filled].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(filled, `${column} ${descending}`).toEqual(descending ? sorted.reverse() : sorted)
      }
    }
  })

  function hasOrderOfItsOwn(column: EnterpriseSort['column']): boolean {
    if (column === 'status') return true
    if (column === 'inBase' || column === 'updatedAt') return false
    const { domain, order } = ledgerColumns[column]
    return domain !== undefined || (order !== undefined && column !== 'annualRevenue')
  }
})

describe('the detail of an enterprise', () => {
  beforeEach(() => gate.write(fillSmallLedger))

  it('names its organisation with all it covers, and its relations', async () => {
    const detail = await gate.read((manager) => enterpriseRepository.detail(manager, 11, asOf, rules))
    expect(detail).toMatchObject({
      row: { enterpriseName: '甲一公司', registeredAddress: '人民路1号', formerNames: ['甲壹公司'], status: '联合' },
      partyOrg: {
        id: 2,
        name: '中共甲一公司联合支部委员会',
        unitName: '甲街道',
        unverified: true,
        orgType: '党支部',
        lastElectionOn: '2023-05-06',
        termEndsOn: '2026-05-06',
        covered: [
          { id: 12, name: '甲二公司' },
          { id: 11, name: '甲一公司' },
        ],
      },
      coverages: [
        { partyOrgName: '中共甲一公司联合支部委员会', since: '2020-05-01', until: null },
        { partyOrgName: '中共乙三公司支部委员会', since: '2015-01-01', until: '2020-04-30' },
      ],
      assignments: [
        { liaisonName: '孙七', kind: '联络员', from: '2025-01-01', to: null },
        { liaisonName: '周八', kind: '指导员', from: '2024-01-01', to: null },
      ],
    })
  })

  it('is null for an unknown enterprise, and has no organisation where none covers it', async () => {
    await gate.read(async (manager) => {
      expect(await enterpriseRepository.detail(manager, 99, asOf, rules)).toBeNull()
      expect(await enterpriseRepository.detail(manager, 22, asOf, rules)).toMatchObject({
        partyOrg: null,
        coverages: [],
      })
    })
  })
})

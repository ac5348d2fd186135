import { beforeEach, expect, it } from 'vitest'
import type { EnterpriseSort } from '../../../../shared/contract/enterprise'
import { nationalRules as rules } from '../../../../shared/domain/coverage'
import { bulkInsert, bulkUpdate } from '../bulkInsert'
import { Enterprise } from '../entities/enterprise'
import type { Gate } from '../gate'
import { at, enterprise, fillSmallLedger } from '../testing/smallLedger'
import { testFolders } from '../testing/testFolder'
import { enterpriseRepository } from './enterpriseRepository'
import type { LedgerFilter } from './ledgerFilter'

const folders = testFolders()
const asOf = '2026-06-30'
let gate: Gate

beforeEach(async () => {
  gate = (await folders.open()).gate
  await gate.write(fillSmallLedger)
})

function page(filter: LedgerFilter = {}, sort: EnterpriseSort | null = null, offset = 0, limit = 100) {
  return gate.read((manager) => enterpriseRepository.page(manager, { filter, sort, asOf, rules, offset, limit }))
}

async function names(filter: LedgerFilter = {}, sort: EnterpriseSort | null = null): Promise<string[]> {
  return (await page(filter, sort)).rows.map((row) => row.enterpriseName)
}

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

import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = ['甲街道', '乙镇'].map((name, i) => ({ name, kind: '街道' as const, sortNo: i + 1, aliases: [] }))
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  const entries = [
    ['2024-12-31', '收入', '企业投入', 100_000, -1],
    ['2025-03-01', '支出', '教育培训', 30_000, -1],
    ['2026-01-05', '收入', '财政列支', 50_050, -1],
    ['2026-02-01', '支出', '教育培训', 20_000, -1],
    ['2026-02-02', '支出', '表彰奖励', 5_000, -2],
  ] as const
  await office.call('record.save', {
    changes: [
      { kind: 'enterprise', id: -1, values: { name: '甲公司', unitId: 1 } },
      { kind: 'enterprise', id: -2, values: { name: '乙公司', unitId: 2 } },
      ...entries.map(([occurredOn, direction, what, amount, enterpriseId], i) => ({
        kind: 'fundEntry' as const,
        id: -1 - i,
        values: { occurredOn, direction, amount, enterpriseId, [direction === '收入' ? 'source' : 'use']: what },
      })),
    ],
  })
})
afterEach(() => office.close())

it('sums by source and use, and carries what is left from year to year', async () => {
  expect(await office.call('fund.summary', {})).toEqual({
    income: 150_050,
    expense: 55_000,
    sources: [{ name: '企业投入', amount: 100_000 }, { name: '财政列支', amount: 50_050 }],
    uses: [{ name: '教育培训', amount: 50_000 }, { name: '表彰奖励', amount: 5_000 }],
    years: [
      { year: 2026, income: 50_050, expense: 25_000, balance: 95_050 },
      { year: 2025, income: 0, expense: 30_000, balance: 70_000 },
      { year: 2024, income: 100_000, expense: 0, balance: 100_000 },
    ],
  })
})

it('follows the filter of the ledger; a period narrows the sums, not what was carried over', async () => {
  const summary = await office.call('fund.summary', { filter: { unitIds: [1], from: '2026-01-01' } })
  expect(summary).toMatchObject({ income: 50_050, expense: 20_000 })
  expect(summary.years[0]).toEqual({ year: 2026, income: 50_050, expense: 20_000, balance: 100_050 })
})

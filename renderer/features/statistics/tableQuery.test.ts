import { expect, it } from 'vitest'
import { readTableQuery, writeTableQuery } from './tableQuery'

it('asks for S1 of today where the address says nothing', () => {
  expect(readTableQuery({})).toEqual({ table: 'S1' })
})

it('comes back from the address as it went', () => {
  for (const question of [
    { table: 'S1', asOf: '2026-06-30', unitId: 3, grouping: 'size' },
    { table: 'S8', from: '2026-01-01' },
    { table: 'S9', periodId: 2, grouping: 'unit' },
  ] as const) {
    expect(readTableQuery(writeTableQuery(question) as Record<string, string>)).toEqual(question)
  }
})

it('leaves out what the table cannot have, and nonsense', () => {
  expect(readTableQuery({ table: 'S2', by: 'size', unit: '-1', asOf: '2026-02-30' })).toEqual({ table: 'S2' })
  expect(readTableQuery({ table: 'S99', from: '2026-01-01' })).toEqual({ table: 'S1' })
  expect(readTableQuery({ period: '4', asOf: '2026-06-30' })).toEqual({ table: 'S1', periodId: 4 })
  expect(readTableQuery({ table: 'S8', period: '4', from: '2026-06-30' })).toEqual({ table: 'S8', periodId: 4 })
})

import { expect, it } from 'vitest'
import { enterpriseSort, type EnterpriseSort } from '../../../../shared/contract/enterprise'
import { nationalRules as rules } from '../../../../shared/domain/coverage'
import { sizeBandOf, sizeBands } from '../../../../shared/domain/sizeBand'
import { bulkUpdate } from '../bulkInsert'
import { Enterprise } from '../entities/enterprise'
import { fillBigLedger } from '../testing/bigLedger'
import { testFolders } from '../testing/testFolder'
import { enterpriseRepository } from './enterpriseRepository'
import { ledgerColumns } from './ledgerColumns'
import type { LedgerPageQuery } from './ledgerPage'

const folders = testFolders()

it('sorts by every column in both directions, blanks last', { timeout: 30_000 }, async () => {
  const { gate } = await folders.open()
  await gate.write((manager) => fillBigLedger(manager, 60, 4))
  await gate.write((manager) => bulkUpdate(manager, Enterprise, [{ id: 3, employees: null, note: null }]))
  for (const column of enterpriseSort.shape.column.options) {
    for (const descending of [false, true]) {
      const query = { filter: {}, sort: { column, descending }, asOf: '2026-06-30', rules, offset: 0, limit: 100 }
      const { total, rows } = await gate.read((manager) => enterpriseRepository.page(manager, query))
      expect(total).toBe(60)
      expect(new Set(rows.map(({ id }) => id)).size, column).toBe(60)
      const values = rows.map((row) => row[column === 'sizeBand' ? 'employees' : column])
      const filled = values.filter((value) => value !== null)
      expect(values.slice(0, filled.length), `${column} ${descending}`).toEqual(filled)
      if (hasOrderOfItsOwn(column)) continue
      const sorted = [...filled].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      expect(filled, `${column} ${descending}`).toEqual(descending ? sorted.reverse() : sorted)
    }
  }
})

it('puts the enterprises of one band together, in the usual order within it, the unstated last', async () => {
  const { gate } = await folders.open()
  await gate.write((manager) => fillBigLedger(manager, 40, 4))
  const stated = [0, 9, 10, 49, 50, 300, null]
  const changes = Array.from({ length: 40 }, (_, i) => ({ id: i + 1, employees: stated[i % stated.length] ?? null }))
  await gate.write((manager) => bulkUpdate(manager, Enterprise, changes))
  const bands = sizeBands([10, 50, 100])
  const usual = { filter: {}, sort: null, asOf: '2026-06-30', rules, bands, offset: 0, limit: 100 }
  const read = (query: Partial<LedgerPageQuery>) =>
    gate.read((manager) => enterpriseRepository.page(manager, { ...usual, ...query }))
  const placeOf = (employees: number | null): number =>
    employees === null ? 9 : bands.findIndex((band) => sizeBandOf(employees, [band]) !== null)
  for (const descending of [false, true]) {
    const { rows } = await read({ sort: { column: 'sizeBand', descending } })
    const places = rows.map(({ employees }) => placeOf(employees))
    const filled = places.filter((place) => place !== 9)
    expect(filled).toEqual([...filled].sort((a, b) => (descending ? b - a : a - b)))
    expect(places.slice(filled.length).every((place) => place === 9)).toBe(true)
  }
  for (const sizes of [[bands[0] ?? null], [bands[1] ?? null, null], [bands[3] ?? null], []]) {
    const { total, rows } = await read({ filter: { sizes } })
    const wanted = sizes.map((band) => (band === null ? 9 : bands.indexOf(band)))
    const expected = changes.filter(({ employees }) => wanted.includes(placeOf(employees))).map(({ id }) => id)
    expect([total, rows.map(({ id }) => id).sort((a, b) => a - b)]).toEqual([expected.length, expected])
  }
})

function hasOrderOfItsOwn(column: EnterpriseSort['column']): boolean {
  if (column === 'status') return true
  if (column === 'inBase' || column === 'updatedAt' || column === 'sizeBand') return false
  const { domain, order } = ledgerColumns[column]
  return domain !== undefined || (order !== undefined && column !== 'annualRevenue')
}

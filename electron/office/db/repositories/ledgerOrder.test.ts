import { expect, it } from 'vitest'
import { enterpriseSort, type EnterpriseSort } from '../../../../shared/contract/enterprise'
import { nationalRules as rules } from '../../../../shared/domain/coverage'
import { bulkUpdate } from '../bulkInsert'
import { Enterprise } from '../entities/enterprise'
import { fillBigLedger } from '../testing/bigLedger'
import { testFolders } from '../testing/testFolder'
import { enterpriseRepository } from './enterpriseRepository'
import { ledgerColumns } from './ledgerColumns'

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

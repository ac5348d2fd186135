import { afterEach, beforeEach, expect, it } from 'vitest'
import { openConnection, type Connection } from '../office/db/dataSource'
import { ledgerFiles } from '../office/db/ledgerFiles'
import { createTestOffice, type TestOffice } from '../office/testing/createTestOffice'
import { createRandom } from './createRandom'
import { explainDifference } from './explainDifference'
import { stateOf, type LedgerState } from './readState'

let office: TestOffice
let ledger: Connection
let before: LedgerState

beforeEach(async () => {
  office = await createTestOffice()
  await office.call('office.setup', { regionName: '示范区', officeName: '工委', units: [{ name: '东山街道', kind: '街道', sortNo: 1 }] })
  await add('甲公司')
  ledger = openConnection(ledgerFiles(office.folder).ledger)
  before = stateOf(ledger)
})

afterEach(async () => {
  ledger.close()
  await office.close()
})

function add(name: string): Promise<unknown> {
  return office.call('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name, unitId: 1 } }] })
}

const explained = (work: string | null, becomes: LedgerState | null = null): string | null =>
  explainDifference(before, stateOf(ledger), work === null ? null : { work, becomes }, ledger)

it('finds nothing where nothing differs', () => {
  expect(explained(null)).toBeNull()
})

it('takes a whole edit that was under way, and no edit that was not', async () => {
  await add('乙公司')
  expect(explained('add')).toBeNull()
  expect(explained(null)).toMatch(/nobody was writing/)
  expect(explained('backup')).toMatch(/nobody was writing/)
})

it('finds a value that was lost, and one that changed beside the edit under way', async () => {
  ledger.exec('UPDATE enterprise SET employees = 7')
  expect(explained(null)).toMatch(/enterprise:1/)
  expect(explained('edit')).toMatch(/not one whole edit/)
  before = stateOf(ledger)
  await add('乙公司')
  ledger.exec('UPDATE enterprise SET employees = 8 WHERE id = 1')
  expect(explained('add')).toMatch(/not told of by edit \d+: enterprise:1/)
})

it('finds a row that is gone', () => {
  ledger.exec('PRAGMA foreign_keys = OFF; DELETE FROM enterprise')
  expect(explained('edit')).toMatch(/enterprise:1/)
})

it('takes a restore only when the ledger is the copy to the last row', async () => {
  const copy = new Map(before)
  await add('乙公司')
  before = stateOf(ledger)
  expect(explained('restore', copy)).toBeNull()
  ledger.exec('UPDATE enterprise SET employees = 7 WHERE id = 1')
  expect(explained('restore', copy)).toMatch(/neither/)
})

it('says the same numbers for the same seed', () => {
  const [a, b] = [createRandom(7), createRandom(7)]
  const numbers = Array.from({ length: 50 }, () => a.below(1000))
  expect(numbers).toEqual(Array.from({ length: 50 }, () => b.below(1000)))
  expect(new Set(numbers).size).toBeGreaterThan(40)
})

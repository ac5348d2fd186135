import { describe, expect, it } from 'vitest'
import { bulkInsert, bulkUpdate, nextId } from './bulkInsert'
import { AuditEntry } from './entities/auditEntry'
import { Delivery } from './entities/delivery'
import { Enterprise } from './entities/enterprise'
import { Unit } from './entities/unit'
import type { Database } from './openDatabase'
import { bigEnterprises } from './testing/bigLedger'
import { testFolders } from './testing/testFolder'

const folders = testFolders()
const at = '2026-06-30T08:00:00.000Z'
const later = '2026-07-01T08:00:00.000Z'

async function open(): Promise<Database> {
  const database = await folders.open()
  await database.gate.write((manager) =>
    bulkInsert(manager, Unit, [{ id: 1, name: '甲街道', kind: '街道', sortNo: 1, aliases: ['甲街办'] }], at),
  )
  return database
}

const minimal = {
  id: 7,
  name: '示范公司',
  nameKey: '示范公司',
  searchText: '示范公司',
  sortKey: 'shi fan gong si',
  unitId: 1,
  sector: '非公企业',
  operatingStatus: '正常经营',
} as const

describe('bulkInsert', () => {
  it('stamps rows, keeps blanks apart from 0 and false, and fills defaults', async () => {
    const { gate } = await open()
    await gate.write((manager) =>
      bulkInsert(
        manager,
        Enterprise,
        [
          { ...minimal, formalMembers: 0, hasUnion: false, annualRevenue: 1_234_500, formerNames: ['旧“名”'] },
          { ...minimal, id: 8, isLegalPerson: false, hasUnion: true },
        ],
        at,
      ),
    )
    const [first, second] = await gate.read((manager) => manager.find(Enterprise, { order: { id: 'ASC' } }))
    expect(first).toMatchObject({
      id: 7,
      createdAt: at,
      updatedAt: at,
      version: 1,
      deletedAt: null,
      formalMembers: 0,
      hasUnion: false,
      hasLeague: null,
      annualRevenue: 1_234_500,
      formerNames: ['旧“名”'],
      tags: [],
      isLegalPerson: true,
    })
    expect(second).toMatchObject({ formalMembers: null, hasUnion: true, annualRevenue: null, isLegalPerson: false })
  })

  it('writes and reads JSON columns as they were', async () => {
    const { gate } = await open()
    const changes = [{ field: 'name', before: null, after: 'a"b' }]
    await gate.write((manager) =>
      bulkInsert(manager, AuditEntry, [{ id: 1, at, operator: '', action: '导入', entity: 'unit', label: '', changes, hash: '' }]),
    )
    expect(await gate.read((manager) => manager.findOneBy(AuditEntry, { id: 1 }))).toMatchObject({ changes })
  })

  it('takes rows as they are made, and fills in each thousand of them the columns it states', async () => {
    const { gate } = await open()
    function* rows() {
      for (let id = 1; id <= 2500; id++) {
        yield { ...minimal, id, ...(id === 1 ? { note: '首' } : {}), ...(id === 2001 ? { tags: ['末'], isLegalPerson: false } : {}) }
      }
    }
    await gate.write((manager) => bulkInsert(manager, Enterprise, rows(), at))
    const found = await gate.read((manager) => manager.find(Enterprise, { order: { id: 'ASC' } }))
    expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, i) => i + 1))
    expect(found.filter(({ note }) => note !== null).map(({ id }) => id)).toEqual([1])
    expect(found.filter(({ tags, isLegalPerson }) => tags.length > 0 && !isLegalPerson).map(({ id }) => id)).toEqual([2001])
    expect(new Set(found.map(({ createdAt, updatedAt, version }) => `${createdAt} ${updatedAt} ${version}`)).size).toBe(1)
  })

  it('does nothing for no rows', async () => {
    const { gate } = await open()
    await gate.write((manager) => bulkInsert(manager, Enterprise, []))
    expect(await gate.read((manager) => manager.count(Enterprise))).toBe(0)
  })

  it('refuses a credit code twice among living enterprises, but not beside a deleted one', async () => {
    const { gate } = await open()
    const insert = (row: { id: number; creditCode: string | null; deletedAt?: string }) =>
      gate.write(async (manager) => {
        const { deletedAt, ...rest } = row
        await bulkInsert(manager, Enterprise, [{ ...minimal, ...rest }])
        if (deletedAt) await bulkUpdate(manager, Enterprise, [{ id: row.id, deletedAt }])
      })
    await insert({ id: 1, creditCode: '91000000MA00000157', deletedAt: at })
    await insert({ id: 2, creditCode: '91000000MA00000157' })
    await insert({ id: 3, creditCode: null })
    await insert({ id: 4, creditCode: null })
    await expect(insert({ id: 5, creditCode: '91000000MA00000157' })).rejects.toThrow('UNIQUE')
  })

  it('refuses a row whose parent does not exist', async () => {
    const { gate } = await open()
    const orphan = gate.write((manager) =>
      bulkInsert(manager, Delivery, [{ id: 1, enterpriseId: 99, item: 'room', state: '已落实' }]),
    )
    await expect(orphan).rejects.toThrow('FOREIGN KEY')
  })

  it('inserts 50,000 wide rows in the time of a coffee sip', { timeout: 60_000 }, async () => {
    const { gate } = await open()
    const rows = bigEnterprises(50_000, 1)
    const begun = process.cpuUsage()
    await gate.write((manager) => bulkInsert(manager, Enterprise, rows))
    const { user, system } = process.cpuUsage(begun)
    expect(await gate.read((manager) => manager.count(Enterprise))).toBe(50_000)
    // Aim 0.7 s (0.6 s on a quiet machine of 2026); the bound leaves room for a busy one.
    expect((user + system) / 1_000_000).toBeLessThan(2.5)
  })
})

describe('bulkUpdate', () => {
  it('writes only the given columns, and stamps', async () => {
    const { gate } = await open()
    await gate.write(async (manager) => {
      const rows = [
        { ...minimal, employees: 5, note: '备注' },
        { ...minimal, id: 8, employees: 6 },
      ]
      await bulkInsert(manager, Enterprise, rows, at)
      const changes = [
        { id: 7, employees: null, hasUnion: false, note: undefined },
        { id: 8, employees: 9 },
      ]
      await bulkUpdate(manager, Enterprise, changes, later)
    })
    const [first, second] = await gate.read((manager) => manager.find(Enterprise, { order: { id: 'ASC' } }))
    expect(first).toMatchObject({ employees: null, hasUnion: false, note: '备注' })
    expect(first).toMatchObject({ version: 2, createdAt: at, updatedAt: later })
    expect(second).toMatchObject({ employees: 9, hasUnion: null, version: 2 })
  })

  it('says so when there is no such row', async () => {
    const { gate } = await open()
    const work = gate.write((manager) => bulkUpdate(manager, Unit, [{ id: 1, sortNo: 2 }, { id: 2, sortNo: 3 }]))
    await expect(work).rejects.toThrow(RangeError)
    expect(await gate.read((manager) => manager.findOneBy(Unit, { id: 1 }))).toMatchObject({ sortNo: 1, version: 1 })
  })
})

describe('nextId', () => {
  it('never gives an id again, not even that of a row that is gone', async () => {
    const { gate } = await open()
    const ids = await gate.write(async (manager) => {
      const before = await nextId(manager, Enterprise)
      await bulkInsert(manager, Enterprise, [minimal])
      await manager.delete(Enterprise, { id: minimal.id })
      return [before, await nextId(manager, Enterprise)]
    })
    expect(ids).toEqual([1, 8])
  })
})

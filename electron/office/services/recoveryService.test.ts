import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../db/dataSource'
import { ledgerFiles } from '../db/ledgerFiles'
import { fillBigLedger } from '../db/testing/bigLedger'
import { testFolders } from '../db/testing/testFolder'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

const folders = testFolders()
const opened: TestOffice[] = []
let folder: string

/** A ledger of 300 enterprises, closed. */
beforeEach(async () => {
  folder = folders.create()
  const database = await folders.open(folder)
  await database.gate.write((manager) => fillBigLedger(manager, 300, 3))
  await database.close()
})

afterEach(async () => {
  for (const office of opened.splice(0)) await office.close()
})

async function open(): Promise<TestOffice> {
  const office = await createTestOffice({ folder })
  opened.push(office)
  return office
}

async function backedUp(): Promise<string> {
  const office = await open()
  const { name } = await office.call('backup.make', {})
  await office.close()
  opened.pop()
  return name
}

const ledger = (): string => ledgerFiles(folder).ledger
const damagedFiles = (): string[] => readdirSync(folder).filter((name) => name.startsWith('ledger-damaged'))

/** Overwrites some of the pages a table's rows lie in. */
function tear(pages: number, table = 'enterprise'): void {
  const connection = openConnection(ledger(), { readonly: true })
  const leaves = connection
    .prepare<[string, number], { offset: number }>("SELECT pgoffset AS offset FROM dbstat WHERE name = ? AND pagetype = 'leaf' LIMIT ?")
    .all(table, pages)
  connection.close()
  expect(leaves).toHaveLength(pages)
  const bytes = readFileSync(ledger())
  for (const { offset } of leaves) bytes.fill(0xa5, offset, offset + 16_384)
  writeFileSync(ledger(), bytes)
}

describe('a damaged ledger', () => {
  it('leaves only the calls that help, and every other says what is wrong', async () => {
    await backedUp()
    tear(3)
    const before = readFileSync(ledger())
    const office = await open()
    expect(await office.call('recovery.state', {})).toMatchObject({ failure: { code: 'damaged-database' }, dataFolder: folder })
    expect(await office.failure('office.status', {})).toMatchObject({ code: 'damaged-database', details: { folder } })
    expect(await office.failure('record.save', { changes: [{ kind: 'unit', id: -1, values: {} }] })).toMatchObject({ code: 'damaged-database' })
    expect((await office.call('backup.list', {})).copies.map(({ reason, counts }) => [reason, counts?.enterprises])).toContainEqual(['hand', 300])
    expect(await office.call('backup.status', {})).toMatchObject({ outsideDue: false })
    expect(readFileSync(ledger()).equals(before)).toBe(true)
  })

  it('is kept when a copy takes its place', async () => {
    const name = await backedUp()
    tear(3)
    const torn = readFileSync(ledger())
    const office = await open()
    const { kept, before } = await office.call('backup.restore', { name })
    expect([before, damagedFiles()]).toEqual([null, [kept]])
    expect(readFileSync(join(folder, kept ?? '')).equals(torn)).toBe(true)
    expect((await office.call('office.status', {})).enterprises).toBe(300)
    expect(await office.call('recovery.state', {})).toMatchObject({ failure: null })
  })

  it('that is gone is never founded anew, and a copy takes its place', async () => {
    const name = await backedUp()
    rmSync(ledger())
    const office = await open()
    expect(await office.failure('unit.list', {})).toMatchObject({ code: 'damaged-database', details: { reason: 'missing' } })
    expect(existsSync(ledger())).toBe(false)
    expect(await office.failure('recovery.salvage', {})).toMatchObject({ details: { reason: 'nothing-readable' } })
    await office.call('backup.restore', { name })
    expect((await office.call('office.status', {})).enterprises).toBe(300)
  })

  it.each([1, 3, 8])('gives what can be read of it into a new one, with %i pages torn, and counts the rest', async (pages) => {
    tear(pages)
    const torn = readFileSync(ledger())
    const office = await open()
    const { tables, kept } = await office.call('recovery.salvage', { operator: '王经办' })
    const [enterprises, coverages] = (['enterprise', 'coverage'] as const).map((kind) => tables.find((table) => table.kind === kind))
    expect(enterprises?.lost).toBeGreaterThan(0)
    expect((enterprises?.rows ?? 0) + (enterprises?.lost ?? 0)).toBe(300)
    expect((coverages?.rows ?? 0) + (coverages?.lost ?? 0)).toBe(150)
    expect(coverages?.lost).toBeGreaterThan(0)
    expect(damagedFiles()).toEqual([kept])
    expect(readFileSync(join(folder, kept ?? '')).equals(torn)).toBe(true)

    const connection = openConnection(ledger(), { readonly: true })
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
    for (const { kind, rows } of tables) {
      if (kind !== 'enterprise' && kind !== 'coverage') continue
      expect(connection.prepare(`SELECT count(*) AS rows FROM ${kind}`).get()).toEqual({ rows })
    }
    connection.close()
    expect((await office.call('unit.list', {})).length).toBeGreaterThan(0)
    const { rows } = await office.call('edit.page', {})
    expect(rows[0]).toMatchObject({ operator: '王经办', label: '抢救“损坏的台账数据”' })
  })

  it('of which nothing can be read is told apart, and stays', async () => {
    writeFileSync(ledger(), 'nonsense '.repeat(5000))
    const office = await open()
    expect(await office.failure('recovery.salvage', {})).toMatchObject({ code: 'damaged-database', details: { reason: 'nothing-readable' } })
    expect(readFileSync(ledger(), 'utf8').startsWith('nonsense')).toBe(true)
    expect(await office.failure('office.status', {})).toMatchObject({ code: 'damaged-database' })
  })

  it('that was cut off gives what its beginning holds', async () => {
    truncateSync(ledger(), Math.floor((readFileSync(ledger()).length / 16_384) * 0.8) * 16_384)
    const office = await open()
    const { tables } = await office.call('recovery.salvage', {})
    expect(tables.some(({ rows }) => rows > 0)).toBe(true)
    expect((await office.call('office.status', {})).units).toBeGreaterThan(0)
  })

  it('is not salvaged when it is sound', async () => {
    const office = await open()
    expect(await office.failure('recovery.salvage', {})).toMatchObject({ code: 'conflict', details: { reason: 'not-damaged' } })
  })
})

describe('a restore that was cut short', () => {
  it('leaves the old ledger until it was decided, and the new one from then on', async () => {
    const name = await backedUp()
    const { incoming, decided, backups } = ledgerFiles(folder)
    const connection = openConnection(ledger())
    connection.exec("UPDATE unit SET name = name || '改'")
    connection.close()

    writeFileSync(incoming, 'half a ledger')
    const first = await open()
    expect((await first.call('unit.list', {})).every((unit) => unit.name.endsWith('改'))).toBe(true)
    expect(existsSync(incoming)).toBe(false)
    await first.close()

    copyFileSync(join(backups, name), decided)
    const second = await open()
    expect((await second.call('unit.list', {})).some((unit) => unit.name.endsWith('改'))).toBe(false)
    expect(existsSync(decided)).toBe(false)
  })

  it('goes on also where the old ledger had been set aside already', async () => {
    const name = await backedUp()
    const { decided, backups } = ledgerFiles(folder)
    copyFileSync(join(backups, name), decided)
    rmSync(ledger())
    const office = await open()
    expect((await office.call('office.status', {})).enterprises).toBe(300)
  })
})

import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { bulkInsert } from './bulkInsert'
import { openConnection, type Connection } from './dataSource'
import { Enterprise } from './entities/enterprise'
import { Setting } from './entities/setting'
import { Unit } from './entities/unit'
import { ledgerFiles } from './ledgerFiles'
import type { Database } from './openDatabase'
import { bigEnterprises } from './testing/bigLedger'
import { startOtherOffice } from './testing/otherOffice'
import { migrations } from './migrations/migrations'
import { testFolders } from './testing/testFolder'

const folders = testFolders()

async function founded(): Promise<string> {
  const folder = folders.create()
  await (await folders.open(folder)).close()
  return folder
}

/** Changes a closed ledger behind the office's back. */
function alter(folder: string, change: (connection: Connection) => void): void {
  const connection = openConnection(ledgerFiles(folder).ledger)
  change(connection)
  connection.close()
}

function pragma(database: Database, name: string): Promise<unknown> {
  return database.gate.write(async (manager) => Object.values((await manager.query(`PRAGMA ${name}`))[0])[0])
}

describe('founding', () => {
  it('makes the folder and an empty ledger with the pragmas of the house', async () => {
    const folder = join(folders.create(), '区委 office', 'data')
    const database = await folders.open(folder)
    expect(database.file).toBe(join(folder, 'ledger.sqlite'))
    expect(await pragma(database, 'journal_mode')).toBe('wal')
    expect(await pragma(database, 'synchronous')).toBe(2)
    expect(await pragma(database, 'foreign_keys')).toBe(1)
    expect(await pragma(database, 'busy_timeout')).toBe(5000)
    expect(await pragma(database, 'trusted_schema')).toBe(0)
    expect(await pragma(database, 'page_size')).toBe(16_384)
    expect(await database.gate.read((manager) => manager.count(Enterprise))).toBe(0)
  })

  it('leaves only the ledger, its mark and the lock when closed', async () => {
    expect(readdirSync(await founded()).sort()).toEqual(['ledger.founded', 'ledger.lock', 'ledger.sqlite'])
  })

  it('begins again when the program died while founding', async () => {
    const folder = folders.create()
    writeFileSync(ledgerFiles(folder).unfinished, 'half a page')
    const database = await folders.open(folder)
    expect(await database.gate.read((manager) => manager.count(Unit))).toBe(0)
  })

  it('opens the ledger it founded and finds what was saved', async () => {
    const folder = folders.create()
    const first = await folders.open(folder)
    await first.gate.write((manager) => bulkInsert(manager, Setting, [{ id: 1, key: 'a', value: '1' }]))
    await first.close()
    const second = await folders.open(folder)
    expect(await second.gate.read((manager) => manager.findOneBy(Setting, { id: 1 }))).toMatchObject({ key: 'a' })
  })
})

describe('a folder in use', () => {
  it('is locked for a second office of this process, until the first closes', async () => {
    const folder = folders.create()
    const first = await folders.open(folder)
    await expect(folders.open(folder)).rejects.toMatchObject({ code: 'locked', details: { folder } })
    await first.gate.write((manager) => bulkInsert(manager, Setting, [{ id: 1, key: 'a', value: '1' }]))
    await first.close()
    await folders.open(folder)
  })

  it('is locked while another process has it, and whole when that is killed', { timeout: 60_000 }, async () => {
    const folder = folders.create()
    for (let round = 0; round < 3; round += 1) {
      const other = await startOtherOffice(folder)
      await expect(folders.open(folder)).rejects.toMatchObject({ code: 'locked', details: { folder } })
      await setTimeout(Math.random() * 50)
      await other.kill()
      const database = await folders.open(folder)
      const keys = await database.gate.read(async (manager) => (await manager.find(Setting)).map(({ key }) => key))
      expect(keys).toEqual(expect.arrayContaining(other.saved))
      expect(await pragma(database, 'integrity_check')).toBe('ok')
      await database.gate.write((manager) => manager.query('DELETE FROM setting'))
      await database.close()
    }
  })
})

describe('a damaged ledger is refused and left as it is', () => {
  const cases: { name: string; damage: (file: string) => void; reason: string }[] = [
    { name: 'no database', damage: (file) => writeFileSync(file, '不是数据库'.repeat(500)), reason: 'SQLITE_NOTADB' },
    { name: 'empty', damage: (file) => truncateSync(file, 0), reason: 'empty' },
    { name: 'cut off', damage: (file) => truncateSync(file, 50_000), reason: 'SQLITE_CORRUPT' },
    { name: 'overwritten in the middle', damage: overwriteMiddle, reason: 'quick-check' },
    {
      name: 'a folder',
      damage: (file) => {
        rmSync(file)
        mkdirSync(file)
      },
      reason: 'not-a-file',
    },
  ]

  it.each(cases)('$name', async ({ damage, reason }) => {
    const folder = folders.create()
    const database = await folders.open(folder)
    await database.gate.write(async (manager) => {
      await bulkInsert(manager, Unit, [{ id: 1, name: '甲街道', kind: '街道', sortNo: 1 }])
      await bulkInsert(manager, Enterprise, bigEnterprises(500, 1))
    })
    await database.close()
    damage(database.file)
    const before = contents(database.file)
    await expect(folders.open(folder)).rejects.toMatchObject({
      code: 'damaged-database',
      details: { file: database.file, folder, reason },
    })
    expect(contents(database.file)).toEqual(before)
  })

  it('a database of another program', async () => {
    const folder = await founded()
    alter(folder, (connection) => connection.pragma('application_id = 1'))
    await expect(folders.open(folder)).rejects.toMatchObject({
      code: 'damaged-database',
      details: { reason: 'not-a-ledger' },
    })
  })

  it('is also left as it is with a log of unfinished writes beside it', async () => {
    const folder = await founded()
    const { ledger } = ledgerFiles(folder)
    truncateSync(ledger, 50_000)
    writeFileSync(`${ledger}-wal`, Buffer.alloc(5000, 7))
    const before = [contents(ledger), contents(`${ledger}-wal`)]
    await expect(folders.open(folder)).rejects.toMatchObject({ code: 'damaged-database' })
    expect([contents(ledger), contents(`${ledger}-wal`)]).toEqual(before)
  })
})

describe('a missing ledger is never replaced by an empty one', () => {
  it.each([
    { trace: 'the mark of its founding', prepare: () => undefined },
    {
      trace: 'a backup',
      prepare: (folder: string) => {
        rmSync(ledgerFiles(folder).founded)
        mkdirSync(ledgerFiles(folder).backups)
        writeFileSync(join(ledgerFiles(folder).backups, 'copy.sqlite'), '')
      },
    },
    {
      trace: 'its log',
      prepare: (folder: string) => {
        rmSync(ledgerFiles(folder).founded)
        writeFileSync(`${ledgerFiles(folder).ledger}-wal`, '')
      },
    },
  ])('when there is $trace', async ({ prepare }) => {
    const folder = await founded()
    const { ledger } = ledgerFiles(folder)
    rmSync(ledger)
    prepare(folder)
    await expect(folders.open(folder)).rejects.toMatchObject({
      code: 'damaged-database',
      details: { file: ledger, reason: 'missing' },
    })
    expect(readdirSync(folder)).not.toContain('ledger.sqlite')
  })
})

describe('a newer ledger is refused and left as it is', () => {
  it.each([
    { by: 'its version', change: 'PRAGMA user_version = 99', version: 99 },
    { by: 'an unknown migration', change: "INSERT INTO migrations (timestamp, name) VALUES (9, 'later9')", version: migrations.length },
  ])('by $by', async ({ change, version }) => {
    const folder = await founded()
    alter(folder, (connection) => connection.exec(change))
    const { ledger } = ledgerFiles(folder)
    const before = contents(ledger)
    await expect(folders.open(folder)).rejects.toMatchObject({
      code: 'newer-database',
      details: { file: ledger, version },
    })
    expect(contents(ledger)).toEqual(before)
  })
})

describe('a folder that cannot be written to', () => {
  it('is refused when a file stands in its place', async () => {
    const folder = join(folders.create(), 'file')
    writeFileSync(folder, '')
    await expect(folders.open(folder)).rejects.toMatchObject({ code: 'read-only', details: { folder } })
  })

  it.skipIf(process.platform !== 'linux')('is refused in /proc, where nothing can be made (Linux only)', async () => {
    await expect(folders.open('/proc/ledger/data')).rejects.toMatchObject({ code: 'read-only' })
  })

  it('is refused when a file stands in its way', async () => {
    const file = join(folders.create(), 'file')
    writeFileSync(file, '')
    const folder = join(file, 'data')
    await expect(folders.open(folder)).rejects.toMatchObject({ code: 'read-only', details: { folder } })
  })
})

/** Two pages long, so that a whole one is hit: much of a page is free, and nobody misses it. */
function overwriteMiddle(file: string): void {
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  bytes.fill(0x5a, middle, middle + 2 * 16_384)
  writeFileSync(file, bytes)
}

function contents(file: string): string | null {
  try {
    return readFileSync(file).toString('base64')
  } catch {
    return null
  }
}

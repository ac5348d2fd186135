import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { backupLedger } from './backup/backupLedger'
import { bulkInsert, nextId } from './bulkInsert'
import { createKeyRing } from './encryption/keyRing'
import { Setting } from './entities/setting'
import { openDatabase, type Database } from './openDatabase'
import { testFolders } from './testing/testFolder'
import { canMountTestDisk, mountTestDisk, type TestDisk } from './testing/testDisk'

const folders = testFolders()
const disks: TestDisk[] = []
const databases: Database[] = []

function disk(size: string): TestDisk {
  const mounted = mountTestDisk(size)
  if (!mounted) throw new Error('no disk')
  disks.push(mounted)
  return mounted
}

async function open(folder: string): Promise<Database> {
  const database = await openDatabase(folder)
  databases.push(database)
  return database
}

afterEach(async () => {
  for (const database of databases.splice(0)) await database.close()
  for (const mounted of disks.splice(0)) mounted.remove()
})

async function save(database: Database, key: string, size: number): Promise<void> {
  await database.gate.write(async (manager) => {
    await bulkInsert(manager, Setting, [{ id: await nextId(manager, Setting), key, value: 'x'.repeat(size) }])
  })
}

async function pragma(database: Database, text: string): Promise<unknown> {
  const [row] = await database.gate.write((manager) => manager.query<Record<string, unknown>[]>(`PRAGMA ${text}`))
  return Object.values(row ?? {})[0]
}

function keys(database: Database): Promise<string[]> {
  return database.gate.read(async (manager) => (await manager.find(Setting)).map(({ key }) => key))
}

describe('a file that may not grow', () => {
  it('answers disk-full at every page it is short of, keeps what was saved, and saves when there is room', async () => {
    const folder = folders.create()
    const database = await open(folder)
    await save(database, 'before', 1000)
    const pages = await pragma(database, 'page_count')
    for (let room = 0; room < 8; room++) {
      await pragma(database, `max_page_count = ${Number(pages) + room}`)
      await expect(save(database, `large ${room}`, 500_000)).rejects.toMatchObject({ code: 'disk-full' })
      expect(await keys(database)).toEqual(['before'])
      expect(await pragma(database, 'quick_check')).toBe('ok')
    }
    await pragma(database, 'max_page_count = 1000000')
    await save(database, 'after', 500_000)
    expect(await keys(database)).toEqual(['before', 'after'])
  })
})

describe.skipIf(!canMountTestDisk)('a real disk (skipped where nothing can be mounted)', () => {
  it('answers disk-full when founding does not fit, and leaves no ledger behind', async () => {
    const { folder } = disk('200k')
    await expect(open(folder)).rejects.toMatchObject({ code: 'disk-full', details: { folder } })
    expect(readdirSync(folder)).not.toContain('ledger.sqlite')
  })

  it('answers disk-full to a save, keeps what was saved, and saves again when there is room', async () => {
    const { folder } = disk('4m')
    const database = await open(folder)
    await save(database, 'before', 1000)
    await expect(save(database, 'large', 6_000_000)).rejects.toMatchObject({ code: 'disk-full' })
    await save(database, 'after', 1000)
    expect(await keys(database)).toEqual(['before', 'after'])
    await database.close()
    databases.pop()
    expect(await keys(await open(folder))).toEqual(['before', 'after'])
  })

  it('answers disk-full to a backup and leaves none behind', async () => {
    const { folder } = disk('5m')
    const database = await open(folder)
    await save(database, 'much', 2_000_000)
    const target = join(folder, 'backups', 'copy.sqlite')
    const about = { reason: 'hand', at: '2026-11-21T03:30:12.345Z' } as const
    expect(() => backupLedger(database.file, target, about, createKeyRing())).toThrow(expect.objectContaining({ code: 'disk-full' }))
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
    expect(await keys(database)).toEqual(['much'])
  })

  it('answers read-only for a folder that is write-protected', async () => {
    const protectedDisk = disk('1m')
    protectedDisk.makeReadOnly()
    await expect(open(protectedDisk.folder)).rejects.toMatchObject({
      code: 'read-only',
      details: { folder: protectedDisk.folder, reason: 'EROFS' },
    })
  })
})

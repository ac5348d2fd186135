import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from './db/dataSource'
import { ledgerFiles } from './db/ledgerFiles'
import { canLimitFiles, limitFiles } from './db/testing/fileLimit'
import { canMountFailingDisk, mountFailingDisk, type FailingTestDisk } from './db/testing/testDisk'
import { createTestOffice, type TestOffice } from './testing/createTestOffice'

/** Faults the system itself gives SQLite, at the writes and flushes of the ledger and of its log of writes. */
let base = ''
let office: TestOffice
let saved: string[] = []
let turn = 0

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ledger-fault-'))
  saved = []
  turn = 0
})
afterEach(async () => {
  if (canLimitFiles) limitFiles('unlimited')
  await office.close().catch(() => undefined)
  rmSync(base, { recursive: true, force: true })
})

async function found(folder: string): Promise<void> {
  office = await createTestOffice({ folder })
  await office.call('office.setup', { regionName: '某区', officeName: '某办', units: [{ name: '甲街道', kind: '街道', sortNo: 1 }] })
}

async function openAgain(): Promise<void> {
  const { folder } = office
  await office.close()
  office = await createTestOffice({ folder })
}

const change = (name: string) => ({ changes: [{ kind: 'enterprise' as const, id: -1, values: { name, unitId: 1, note: '路'.repeat(500) } }] })

async function save(): Promise<void> {
  const name = `公司${String(++turn).padStart(4, '0')}`
  await office.call('record.save', change(name))
  saved.push(name)
}

/** The code of a save that must fail, with its reason. */
async function refusedSave(): Promise<string> {
  const { code, details } = await office.failure('record.save', change(`失败${++turn}`))
  return `${code} ${String(details.reason)}`
}

/** Every acknowledged save is there and no other, and SQLite finds nothing wrong with any page or key. */
async function expectWhole(): Promise<void> {
  const { rows, total } = await office.call('record.page', { kind: 'enterprise', limit: 200 })
  expect(rows.map(({ values }) => values.name).sort()).toEqual(saved.toSorted())
  expect(total).toBe(saved.length)
  const connection = openConnection(ledgerFiles(office.folder).ledger, { readonly: true })
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connection.pragma('foreign_key_check')).toEqual([])
  } finally {
    connection.close()
  }
}

/** Takes everything over from the log of writes, so that the next write stands at its beginning. */
function emptyLog(): void {
  const connection = openConnection(ledgerFiles(office.folder).ledger)
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}

const logOf = (folder: string): string => `${ledgerFiles(folder).ledger}-wal`
const pageBytes = 16_384
const [logHead, frameHead] = [32, 24]

describe.skipIf(!canLimitFiles)('a write of SQLite the system refuses (skipped where prlimit is missing)', () => {
  it('of the log of writes, each in turn, whole or in part: refused with words, and saved again after it', { timeout: 120_000 }, async () => {
    await found(base)
    emptyLog()
    await save()
    const frame = pageBytes + frameHead
    const frames = Math.floor((statSync(logOf(base)).size - logHead) / frame)
    expect(frames).toBeGreaterThan(5)
    const places = [0, 16, ...Array.from({ length: frames }, (_, i) => logHead + i * frame).flatMap((at) => [at, at + frameHead, at + 5000])]
    const codes: string[] = []
    for (const place of places) {
      emptyLog()
      limitFiles(place)
      codes.push(await refusedSave())
      limitFiles('unlimited')
      await expectWhole()
      if (codes.length % 5 === 0) await save()
    }
    expect(new Set(codes)).toEqual(new Set(['read-only disk-error']))
    await openAgain()
    await expectWhole()
    await save()
    await expectWhole()
  })

  it('of the ledger, when the log is taken over into it: nothing of what was saved is lost, whenever it is done', { timeout: 120_000 }, async () => {
    await found(base)
    const size = statSync(ledgerFiles(base).ledger).size
    let failed = 0
    for (let place = 0; place < size; place += 25 * pageBytes + 5000) {
      await save()
      limitFiles(place)
      try {
        emptyLog()
      } catch (error) {
        expect(error).toMatchObject({ code: 'SQLITE_IOERR_WRITE' })
        failed++
      }
      await expectWhole()
      await office.close()
      limitFiles('unlimited')
      office = await createTestOffice({ folder: base })
      await expectWhole()
    }
    expect(failed).toBeGreaterThan(3)
    await save()
    await expectWhole()
  })

  it('of a copy: refused with words, none is left, and the ledger is as it was', async () => {
    await found(base)
    await save()
    const { bytes } = await office.call('backup.make', {})
    const { copies } = await office.call('backup.list', {})
    for (let place = 0; place < bytes; place += Math.floor(bytes / 6)) {
      limitFiles(place)
      const { code, details } = await office.failure('backup.make', {})
      limitFiles('unlimited')
      expect(['disk-full backup', 'read-only disk-error']).toContain(`${code} ${String(details.reason)}`)
      expect((await office.call('backup.list', {})).copies).toEqual(copies)
      expect(readdirSync(ledgerFiles(base).backups).filter((name) => name.includes('unfinished'))).toEqual([])
    }
    await save()
    await expectWhole()
  })
})

describe.skipIf(!canMountFailingDisk)('a disk that fails under the open office (skipped where no loop device can be mounted)', () => {
  let disk: FailingTestDisk

  async function begin(room: number): Promise<void> {
    const mounted = mountFailingDisk(room)
    if (!mounted) throw new Error('no disk')
    disk = mounted
    await found(disk.folder)
    await save()
  }
  afterEach(async () => {
    await office.close().catch(() => undefined)
    disk.remove()
  })

  it('EIO when it is flushed: the save is refused, and made again when the disk takes it', { timeout: 60_000 }, async () => {
    await begin(9_000_000)
    let refused = ''
    for (let i = 0; i < 100 && refused === ''; i++) {
      const name = `填满${String(++turn).padStart(4, '0')}`
      const reply = await office.dispatch('record.save', change(name))
      if (reply.ok) saved.push(name)
      else refused = `${reply.failure.code} ${String(reply.failure.details.reason)}`
    }
    expect(refused).toBe('read-only disk-error')
    await expectWhole()
    disk.mend()
    await save()
    await expectWhole()
    await openAgain()
    await expectWhole()
  })

  it('EROFS: the save is refused, and after the disk was mounted anew everything is there', async () => {
    await begin(40_000_000)
    disk.abort()
    expect(await refusedSave()).toMatch(/^read-only /)
    await office.close().catch(() => undefined)
    disk.mountAgain()
    office = await createTestOffice({ folder: disk.folder })
    await expectWhole()
    await save()
    await expectWhole()
  })

  it('pulled out and plugged in again: nothing is said to be saved meanwhile, and then it goes on', async () => {
    await begin(40_000_000)
    disk.pull()
    expect(await refusedSave()).toBe('read-only folder-gone')
    disk.plugIn()
    await save()
    await expectWhole()
    await openAgain()
    await expectWhole()
  })

  it.each(['ledger.sqlite', 'ledger.sqlite-wal'])('EPERM for %s alone: nothing that was saved is lost', async (file) => {
    await begin(40_000_000)
    disk.protect(file, true)
    const reply = await office.dispatch('record.save', change('公司9999'))
    if (reply.ok) saved.push('公司9999')
    else expect(reply.failure.code).toBe('read-only')
    await expectWhole()
    await office.close().catch(() => undefined)
    disk.protect(file, false)
    office = await createTestOffice({ folder: disk.folder })
    await expectWhole()
    await save()
    await expectWhole()
  })
})

describe('a ledger that becomes shorter under the open office', () => {
  it('is refused with words, never written over, and the last copy brings back what it held', async () => {
    await found(base)
    await save()
    const { name } = await office.call('backup.make', {})
    await openAgain()
    const { ledger } = ledgerFiles(base)
    emptyLog()
    truncateSync(ledger, 20 * pageBytes)
    const codes = [await refusedSave(), (await office.failure('record.page', { kind: 'enterprise' })).code]
    expect(codes).toEqual(['damaged-database SQLITE_CORRUPT', 'damaged-database'])
    await office.call('backup.restore', { name, operator: '王五' })
    await expectWhole()
    await save()
    await expectWhole()
  })
})

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureSentence } from '../../../shared/text/failureSentence'
import { openConnection } from '../db/dataSource'
import { ledgerFiles } from '../db/ledgerFiles'
import { testFolders } from '../db/testing/testFolder'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { addEnterprises, enterpriseNames } from '../testing/enterpriseNames'

const folders = testFolders()
let folder: string
let office: TestOffice
let today: string

beforeEach(async () => {
  folder = folders.create()
  today = '2026-06-30'
  office = await createTestOffice({ folder, today: () => today })
  await office.call('office.setup', { regionName: '示范区', officeName: '工委', units: [{ name: '东山街道', kind: '街道', sortNo: 1 }] })
})

afterEach(() => office.close())

const add = (...names: string[]): Promise<void> => addEnterprises(office, names)
const names = (): Promise<unknown[]> => enterpriseNames(office)

async function reasons(): Promise<string[]> {
  return (await office.call('backup.list', {})).copies.map(({ reason }) => reason)
}

describe('copies', () => {
  it('are whole ledgers with their counts, the latest first', async () => {
    await add('甲公司', '乙公司')
    const copy = await office.call('backup.make', {})
    expect(copy).toMatchObject({ reason: 'hand', at: '2026-06-30T08:00:00.000Z', counts: { enterprises: 2, partyOrgs: 0, visits: 0 } })
    const { copies, folder: backups } = await office.call('backup.list', {})
    expect(copies).toEqual([copy])
    const connection = openConnection(join(backups, copy.name), { readonly: true })
    expect(connection.prepare('SELECT name FROM enterprise ORDER BY id').all()).toEqual([{ name: '甲公司' }, { name: '乙公司' }])
    connection.close()
  })

  it('are made before a batch of a hundred, a period lock and the day after, not before a small edit', async () => {
    await add('甲公司')
    expect(await reasons()).toEqual([])
    await add(...Array.from({ length: 100 }, (_, i) => `企业${i}公司`))
    expect((await office.call('backup.list', {})).copies).toMatchObject([{ reason: 'batch', counts: { enterprises: 1 } }])
    await office.call('period.lock', { kind: '季', label: '2026年第2季度', cutOffOn: '2026-06-30' })
    expect(await reasons()).toEqual(['lock', 'batch'])
    today = '2026-07-01'
    await add('丙公司')
    await expect.poll(reasons, { timeout: 20_000 }).toContain('daily')
  })

  it('are not made again while nothing was written', async () => {
    await add('甲公司')
    await office.call('backup.make', {})
    await office.call('record.preview', { changes: [{ kind: 'enterprise', id: -1, values: { name: '乙公司', unitId: 1 } }] })
    await office.call('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })
    expect(await reasons()).toEqual(['hand'])
    await office.call('period.lock', { kind: '季', label: '2026年第2季度', cutOffOn: '2026-06-30' })
    expect((await reasons()).sort()).toEqual(['hand', 'lock'])
  })

  it('are made at the first start of a day, beside what goes on', async () => {
    await office.close()
    today = '2026-07-01'
    office = await createTestOffice({ folder, today: () => today })
    await expect.poll(reasons, { timeout: 20_000 }).toEqual(['daily'])
    expect(office.events).toContainEqual({ type: 'office.changed', areas: ['backup'], revision: 0 })
  })

  it('that fail are told of, and do not keep a change from being made', async () => {
    await add('甲公司')
    const { backups } = ledgerFiles(folder)
    writeFileSync(backups, 'a file where the folder of the copies should be')
    await add(...Array.from({ length: 100 }, (_, i) => `企业${i}公司`))
    expect(await names()).toHaveLength(100)
    expect((await office.call('record.page', { kind: 'enterprise' })).total).toBe(101)
    expect(await office.call('backup.status', {})).toMatchObject({
      last: null,
      failed: { reason: 'batch', failure: { code: 'read-only', details: { reason: 'backup' } } },
    })
    rmSync(backups)
    await office.call('backup.make', {})
    expect(await office.call('backup.status', {})).toMatchObject({ failed: null, last: { reason: 'hand' } })
  })
})

describe('another disk', () => {
  it('gets a copy that is verified, and is asked for when it has become old', async () => {
    await add('甲公司')
    const out = await office.call('backup.copyOut', {})
    expect(out.fileName).toMatch(/\.sqlite$/)
    expect(await office.call('backup.status', {})).toMatchObject({ outside: { verified: false }, outsideDays: 0, outsideDue: false })
    const verified = await office.call('backup.verify', { fileName: out.fileName, bytes: out.bytes })
    expect(verified).toEqual({ counts: { enterprises: 1, partyOrgs: 0, visits: 0 }, sha256: out.sha256, isLast: true })
    expect(await office.call('backup.status', {})).toMatchObject({ outside: { verified: true } })
    today = '2026-07-08'
    expect(await office.call('backup.status', {})).toMatchObject({ outsideDays: 8, outsideDue: true })
    await office.call('setting.save', { settings: { reminders: { outsideCopyDays: 10 } } })
    expect(await office.call('backup.status', {})).toMatchObject({ outsideDue: false })
  })

  it('has its copies refused when a byte differs, a part is missing or they are something else', async () => {
    await add('甲公司')
    const { bytes, fileName } = await office.call('backup.copyOut', {})
    const cut = bytes.slice(0, bytes.length - 20_000)
    const torn = bytes.slice().fill(0x41, bytes.length / 2, bytes.length / 2 + 5000)
    const stranger = new TextEncoder().encode('not a ledger '.repeat(1000))
    for (const wrong of [cut, torn, stranger, new Uint8Array()]) {
      const failure = { code: 'damaged-database', details: { reason: 'backup', file: fileName } }
      expect(await office.failure('backup.verify', { fileName, bytes: wrong })).toMatchObject(failure)
      expect(await office.failure('backup.add', { fileName, bytes: wrong })).toMatchObject(failure)
    }
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('unfinished'))).toEqual([])
    expect(await reasons()).toEqual(['hand'])
  })

  it('brings a copy in pieces, as one too large for one call comes', async () => {
    await add('甲公司')
    const { bytes, fileName } = await office.call('backup.copyOut', {})
    const piece = 300_000
    const bring = async (): Promise<string> => {
      let upload: string | undefined
      for (let position = 0; position < bytes.length; position += piece) {
        const part = bytes.slice(position, position + piece)
        upload = (await office.call('backup.upload', { upload, size: bytes.length, position, bytes: part })).upload
      }
      return upload ?? ''
    }
    const brought = { upload: await bring() }
    expect(await office.call('backup.verify', { fileName, bytes: brought })).toMatchObject({ isLast: true, counts: { enterprises: 1 } })
    expect(await office.failure('backup.verify', { fileName, bytes: brought })).toMatchObject({ code: 'not-found' })
    const added = await office.call('backup.add', { fileName, bytes: { upload: await bring() } })
    expect(added).toMatchObject({ reason: 'outside', bytes: bytes.length, counts: { enterprises: 1 } })

    const { upload } = await office.call('backup.upload', { size: bytes.length, position: 0, bytes: bytes.slice(0, piece) })
    const refused = await office.failure('backup.add', { fileName, bytes: { upload } })
    expect(refused).toMatchObject({ code: 'not-found', details: { reason: 'no-such-upload' } })
    expect(failureSentence(refused)).toContain('没有读取完整')
    await office.call('backup.restore', { name: added.name })
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('may bring a copy back into the list, from where it is restored', async () => {
    await add('甲公司')
    const { bytes, fileName } = await office.call('backup.copyOut', {})
    await add('乙公司')
    const added = await office.call('backup.add', { fileName, bytes })
    expect(added).toMatchObject({ reason: 'outside', counts: { enterprises: 1 } })
    await office.call('backup.restore', { name: added.name })
    expect(await names()).toEqual(['甲公司'])
  })
})

describe('restoring', () => {
  it('puts a copy in the place of the ledger, and can be taken back in the same way', async () => {
    await add('甲公司')
    const old = await office.call('backup.make', {})
    await add('乙公司')
    const restored = await office.call('backup.restore', { name: old.name, operator: '王经办' })
    expect(restored).toMatchObject({ restored: old, before: { reason: 'restore', counts: { enterprises: 2 } }, kept: null })
    expect(await names()).toEqual(['甲公司'])
    expect(office.events.at(-1)).toEqual({ type: 'office.reopened' })
    const { rows } = await office.call('edit.page', {})
    expect(rows[0]).toMatchObject({ operator: '王经办', label: '恢复“2026-06-30 16:00 的备份”' })
    await office.call('backup.restore', { name: restored.before?.name ?? '' })
    expect((await names()).sort()).toEqual(['乙公司', '甲公司'].sort())
  })

  it('waits for calls under way, and those that come meanwhile wait for it', async () => {
    await add('甲公司')
    const old = await office.call('backup.make', {})
    const before = add('乙公司')
    const restoring = office.call('backup.restore', { name: old.name })
    const after = names()
    await before
    const { before: copy } = await restoring
    expect(copy?.counts?.enterprises).toBe(2)
    expect(await after).toEqual(['甲公司'])
  })

  it('is refused for a copy that is gone, damaged or newer, and changes nothing', async () => {
    await add('甲公司')
    const copy = await office.call('backup.make', {})
    const file = join(folder, 'backups', copy.name)
    expect(await office.failure('backup.restore', { name: 'no-such.sqlite' })).toMatchObject({ code: 'not-found' })
    expect(await office.failure('backup.restore', { name: '../ledger.sqlite' })).toMatchObject({ code: 'invalid' })

    const connection = openConnection(file)
    connection.pragma('user_version = 99')
    connection.close()
    expect(await office.failure('backup.restore', { name: copy.name })).toMatchObject({ code: 'newer-database' })

    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, whole.length / 2))
    expect(await office.failure('backup.restore', { name: copy.name })).toMatchObject({ code: 'damaged-database' })
    expect(await names()).toEqual(['甲公司'])
    expect(await reasons()).toEqual(['hand'])
  })

  it('is refused when the present ledger cannot be backed up first', async () => {
    await add('甲公司')
    const copy = await office.call('backup.make', {})
    await add('乙公司')
    mkdirSync(join(folder, 'backups', '20260630-080000-before-restore.sqlite.unfinished'))
    expect(await office.failure('backup.restore', { name: copy.name })).toMatchObject({ code: 'read-only', details: { reason: 'backup' } })
    expect((await names()).length).toBe(2)
    expect(existsSync(ledgerFiles(folder).incoming)).toBe(false)
  })
})

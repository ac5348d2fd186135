import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failureSentence } from '../../shared/text/failureSentence'
import { openConnection } from './db/dataSource'
import { folderPlace } from './db/folderPlace'
import { ledgerFiles } from './db/ledgerFiles'
import { createTestOffice, type TestOffice } from './testing/createTestOffice'

vi.mock('./db/folderPlace', { spy: true })

/** Folders, clocks and other programs as offices have them: the ledger works there, or refuses with words. */
let base = ''
let office: TestOffice | undefined
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ledger-odd-'))
})
afterEach(async () => {
  await office?.close()
  office = undefined
  rmSync(base, { recursive: true, force: true })
})

const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1 }]
const setUp = (one: TestOffice) => one.call('office.setup', { regionName: '某区', officeName: '某办', units })
const save = (one: TestOffice, name: string) => one.call('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name, unitId: 1 } }] })
async function names(one: TestOffice): Promise<unknown[]> {
  const { rows } = await one.call('record.page', { kind: 'enterprise' })
  return rows.map(({ values }) => values.name).sort()
}

describe('a folder', () => {
  it.each([
    ['Chinese, blanks and brackets', '我的 文档/双覆盖 台账（2026）'],
    ['emoji and rare characters', '😀👨‍👩‍👧/𬭎㛃'],
    ['signs of other systems', "a%20b#c?d&e'f;g"],
    ['names with dots and blanks at their ends', '台账./数据.. / 尾'],
    ['260 letters and more', Array.from({ length: 6 }, () => 'a'.repeat(50)).join('/')],
    ['170 Chinese characters', Array.from({ length: 8 }, () => '数据'.repeat(7)).join('/')],
  ])('with %s holds the ledger', async (_what, below) => {
    const folder = join(base, below)
    office = await createTestOffice({ folder })
    await setUp(office)
    await save(office, '东河公司')
    await office.close()
    office = await createTestOffice({ folder })
    expect(await names(office)).toEqual(['东河公司'])
    expect((await office.call('office.status', {})).dataFolder).toBe(folder)
    expect(readdirSync(folder)).toContain('ledger.sqlite')
  })

  it('whose path is too long for SQLite is refused with words, and nothing is made', async () => {
    const refused = createTestOffice({ folder: join(base, ...Array.from({ length: 10 }, () => 'a'.repeat(50))) })
    await expect(refused).rejects.toMatchObject({ code: 'read-only', details: { reason: 'long-path' } })
    expect(readdirSync(base)).toEqual([])
    expect(failureSentence({ code: 'read-only', details: { reason: 'long-path', folder: 'D:\\长' } })).toContain('路径太长')
  })
})

describe('a disk that can be pulled out', () => {
  it('holds the ledger, and the page is told', async () => {
    office = await createTestOffice({ folder: base })
    expect((await office.call('office.status', {})).removable).toBe(false)
    vi.mocked(folderPlace).mockReturnValueOnce('removable')
    expect((await office.call('office.status', {})).removable).toBe(true)
  })
})

describe('a folder that goes away while it is open', () => {
  it('renamed: nothing is said to be saved until it is back, and nothing that was is lost', async () => {
    const folder = join(base, '台账')
    office = await createTestOffice({ folder })
    await setUp(office)
    await save(office, '之前')
    renameSync(folder, join(base, '挪走'))
    const failure = await office.failure('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name: '期间', unitId: 1 } }] })
    expect(failure).toMatchObject({ code: 'read-only', details: { reason: 'folder-gone' } })
    expect(failureSentence(failure)).toContain('这次没有保存')
    expect(await names(office)).toEqual(['之前'])
    renameSync(join(base, '挪走'), folder)
    await save(office, '之后')
    expect(await names(office)).toEqual(['之前', '之后'].sort())
    await office.close()
    office = await createTestOffice({ folder })
    expect(await names(office)).toEqual(['之前', '之后'].sort())
  })

  it('another one in its place is not written to', async () => {
    const folder = join(base, '台账')
    office = await createTestOffice({ folder })
    await setUp(office)
    renameSync(folder, join(base, '挪走'))
    const other = await createTestOffice({ folder })
    await setUp(other)
    expect(await office.failure('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name: '甲', unitId: 1 } }] })).toMatchObject({ details: { reason: 'folder-gone' } })
    expect(await names(other)).toEqual([])
    await other.close()
  })
})

describe('the clock set back', () => {
  it('leaves what was done, its undo and the recycle bin as they were', async () => {
    let today = '2026-06-30'
    office = await createTestOffice({ today: () => today, folder: join(base, '台账') })
    await setUp(office)
    await save(office, '先')
    await save(office, '中')
    await office.call('record.remove', { kind: 'enterprise', ids: [2] })
    today = '2020-01-01'
    const { editId } = await save(office, '后')
    const log = (await office.call('edit.page', {})).rows
    expect(log.find(({ id }) => id === editId)).toMatchObject({ at: '2020-01-01T08:00:00.000Z', canUndo: true })
    expect((await office.call('record.removed', {})).rows.map(({ name }) => name)).toEqual(['中'])
    await office.call('record.restore', { kind: 'enterprise', ids: [2] })
    await office.call('edit.undo', { editId: editId ?? 0 })
    expect(await names(office)).toEqual(['中', '先'])
    await office.call('period.lock', { kind: '年', label: '2019年', cutOffOn: '2019-12-31' })
    expect(await office.failure('period.lock', { kind: '季', label: '2026年第2季度', cutOffOn: '2026-06-30' })).toMatchObject({ code: 'invalid' })
    expect(office.logs).toEqual([])
  })
})

describe('another program that holds the ledger (a sleeping computer, a scanner)', () => {
  it('is waited for; for longer than five seconds the save is refused with words and can be made again', { timeout: 30_000 }, async () => {
    office = await createTestOffice({ folder: join(base, '台账') })
    await setUp(office)
    const other = openConnection(ledgerFiles(office.folder).ledger)
    other.exec('BEGIN IMMEDIATE')
    const refused = office.failure('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name: '甲', unitId: 1 } }] })
    expect(await refused).toMatchObject({ code: 'locked' })
    expect(await names(office)).toEqual([])
    other.exec('ROLLBACK')
    other.close()
    await save(office, '甲')
    expect(await names(office)).toEqual(['甲'])
  })
})

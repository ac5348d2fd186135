import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { getHeapSnapshot } from 'node:v8'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../../../shared/contract/index'
import { saltOf } from '../../db/encryption/ledgerSalt'
import { ledgerFiles, type LedgerFiles } from '../../db/ledgerFiles'
import { testFolders } from '../../db/testing/testFolder'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'
import { addEnterprises, enterpriseNames } from '../../testing/enterpriseNames'

const folders = testFolders()
const password = '东山台账 2026'
const other = '另外一个口令 9'
let files: LedgerFiles
let office: TestOffice

beforeEach(async () => {
  files = ledgerFiles(folders.create())
  office = await createTestOffice({ folder: files.folder })
  await office.call('office.setup', { regionName: '示范区', officeName: '工委', units: [{ name: '东山街道', kind: '街道', sortNo: 1 }] })
  await add('甲公司', '乙公司')
})

afterEach(() => office.close())

const add = (...names: string[]): Promise<void> => addEnterprises(office, names)
const names = (): Promise<unknown[]> => enterpriseNames(office)

/** As another start of the program, perhaps on another machine. */
async function startAgain(folder = files.folder): Promise<void> {
  await office.close()
  files = ledgerFiles(folder)
  office = await createTestOffice({ folder })
}

/** Whether a text stands anywhere in a folder as it lies on the disk. */
function isReadable(folder: string, text: string): boolean {
  const bytes = Buffer.from(text)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(bytes))
}

const backupFile = (name: string): string => join(files.backups, name)

describe('a password that is set', () => {
  it('leaves nothing of the records readable in the folder, copies included', async () => {
    await office.call('backup.make', {})
    expect(isReadable(files.folder, '甲公司')).toBe(true)
    expect(await office.call('password.set', { password })).toEqual({ copies: 1, left: [] })
    expect(isReadable(files.folder, '甲公司')).toBe(false)
    expect(await names()).toEqual(['甲公司', '乙公司'])
    await add('丙公司')
    await office.call('backup.make', {})
    expect(isReadable(files.folder, '丙公司')).toBe(false)
    expect((await office.call('backup.list', {})).copies.map((copy) => copy.password)).toEqual(['known', 'known'])
    expect(office.events.at(-1)).not.toBeNull()
    expect(office.events).toContainEqual({ type: 'office.reopened' })
  })

  it('is asked for at the next start, and until then nothing but that is answered', async () => {
    await office.call('password.set', { password })
    await startAgain()
    expect(await office.call('password.state', {})).toEqual({ isSet: true, isShut: true, seconds: 0 })
    expect((await office.call('recovery.state', {})).failure).toMatchObject({ code: 'password-needed' })
    for (const name of ['office.status', 'backup.list', 'backup.make', 'diagnosis.get', 'recovery.salvage', 'password.lock'] as const) {
      expect((await office.failure(name, {})).code, name).toBe('password-needed')
    }
    const wrong = await office.failure('password.unlock', { proof: { password: other } })
    expect(wrong).toMatchObject({ code: 'wrong-password', details: { reason: 'ledger', wrong: 1, seconds: 0 } })
    await office.call('password.unlock', { proof: { password } })
    expect(await names()).toEqual(['甲公司', '乙公司'])
    expect((await office.call('edit.page', { actions: ['口令'] })).rows.map(({ label }) => label)).toEqual(['打开台账，此前口令错误 1 次', '设置口令'])
    expect(await office.failure('password.unlock', { proof: { password } })).toMatchObject({ code: 'conflict', details: { reason: 'not-shut' } })
  })

  it('is the same in full width', async () => {
    await office.call('password.set', { password: 'ledger2026' })
    await startAgain()
    await office.call('password.unlock', { proof: { password: 'ｌｅｄｇｅｒ２０２６' } })
    expect(await names()).toHaveLength(2)
  })

  it('is not set over another, nor changed where there is none', async () => {
    const reason = async (call: string, input: unknown): Promise<unknown> => (await office.failure(call, input)).details['reason']
    expect(await reason('password.change', { present: { password }, password: other })).toBe('no-password')
    expect(await reason('password.remove', { present: { password } })).toBe('no-password')
    expect(await reason('password.recoveryCode', { present: { password } })).toBe('no-password')
    expect(await reason('password.lock', {})).toBe('no-password')
    await office.call('password.set', { password })
    expect(await reason('password.set', { password: other })).toBe('has-password')
    expect((await office.failure('password.set', { password: '短' })).code).toBe('invalid')
  })

  it('is changed and removed by whoever knows it, with all copies', async () => {
    await office.call('password.set', { password })
    await office.call('backup.make', {})
    expect(await office.failure('password.change', { present: { password: other }, password: other })).toMatchObject({ code: 'wrong-password' })
    expect(await office.call('password.change', { present: { password }, password: other })).toEqual({ copies: 1, left: [] })
    await startAgain()
    expect((await office.failure('password.unlock', { proof: { password } })).code).toBe('wrong-password')
    await office.call('password.unlock', { proof: { password: other } })
    expect(await names()).toEqual(['甲公司', '乙公司'])
    expect(await office.call('password.remove', { present: { password: other } })).toEqual({ copies: 1, left: [] })
    const [copy] = (await office.call('backup.list', {})).copies
    expect(copy).toMatchObject({ password: 'none', counts: { enterprises: 2 } })
    await startAgain()
    expect(await office.call('password.state', {})).toEqual({ isSet: false, isShut: false, seconds: 0 })
    await office.call('backup.restore', { name: copy?.name ?? '' })
    expect(await names()).toEqual(['甲公司', '乙公司'])
  })

  it('is shown as a code that opens the ledger until it is changed', async () => {
    await office.call('password.set', { password })
    const { code } = await office.call('password.recoveryCode', { present: { password } })
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){10}[0-9A-HJKMNP-TV-Z]{5}$/)
    await startAgain()
    const slip = code.replace(/.$/, (last) => (last === '0' ? '8' : '0'))
    expect(await office.failure('password.unlock', { proof: { recoveryCode: slip } })).toMatchObject({ details: { reason: 'recovery-code' } })
    await office.call('password.unlock', { proof: { recoveryCode: code.toLowerCase().replaceAll('-', ' ') } })
    await office.call('password.change', { present: { recoveryCode: code }, password: other })
    await startAgain()
    expect(await office.failure('password.unlock', { proof: { recoveryCode: code } })).toMatchObject({ details: { reason: 'ledger' } })
    await office.call('password.unlock', { proof: { password: other } })
  })
})

describe('the locked screen', () => {
  it('refuses every call and stops nothing', async () => {
    await office.call('password.set', { password })
    await office.call('password.lock', {})
    expect(office.events.at(-1)).toEqual({ type: 'office.locked' })
    for (const name of Object.keys(contract).filter((call) => !['password.state', 'password.unlock', 'recovery.state'].includes(call))) {
      const reply = await office.dispatch(name, {})
      expect(reply.ok, name).toBe(false)
      if (!reply.ok) expect(['password-needed', 'invalid'], name).toContain(reply.failure.code)
    }
    await office.call('password.unlock', { proof: { password } })
    expect(await names()).toEqual(['甲公司', '乙公司'])
    expect(office.events.map(({ type }) => type).slice(-2)).toEqual(['office.unlocked', 'office.changed'])
  })
})

describe('a copy', () => {
  it('of another machine opens with its password only, and the ledger has that one then', async () => {
    await office.call('password.set', { password })
    const { bytes, fileName } = await office.call('backup.copyOut', {})
    await startAgain(folders.create())
    await office.call('office.setup', { regionName: '别处', officeName: '别处', units: [{ name: '西街', kind: '街道', sortNo: 1 }] })
    expect(await office.failure('backup.add', { fileName, bytes })).toEqual({ code: 'password-needed', details: { file: fileName } })
    const wrong = await office.failure('backup.verify', { fileName, bytes, proof: { password: other } })
    expect(wrong).toMatchObject({ code: 'wrong-password', details: { reason: 'copy', file: fileName } })
    expect(await office.call('backup.verify', { fileName, bytes, proof: { password } })).toMatchObject({ counts: { enterprises: 2 } })
    const { name } = await office.call('backup.add', { fileName, bytes })
    expect(readdirSync(files.folder).filter((file) => file.includes('unfinished'))).toEqual([])

    await startAgain()
    expect((await office.call('backup.list', {})).copies[0]).toMatchObject({ name, password: 'other', counts: { enterprises: 2 } })
    expect(await office.failure('backup.copyOut', { name })).toEqual({ code: 'password-needed', details: { file: name } })
    expect(await office.failure('backup.restore', { name })).toEqual({ code: 'password-needed', details: { file: name } })
    const { before } = await office.call('backup.restore', { name, proof: { password } })
    expect(before).toMatchObject({ password: 'none', counts: { enterprises: 0 } })
    expect(await names()).toEqual(['甲公司', '乙公司'])
    await startAgain()
    expect((await office.call('password.state', {})).isShut).toBe(true)
    await office.call('password.unlock', { proof: { password } })
    await expect.poll(() => saltOf(backupFile(before?.name ?? '')), { timeout: 20_000 }).not.toBeNull()
  })
})

describe('damage under a password', () => {
  it('of any page is refused with words, and a copy restored', async () => {
    await office.call('password.set', { password })
    const copy = await office.call('backup.make', {})
    await office.close()
    const whole = readFileSync(files.ledger)
    const places = [5, 15, 40, 5000, Math.floor(whole.length / 2), whole.length - 20]
    for (const place of places) {
      const torn = Buffer.from(whole)
      torn[place] = (torn[place] ?? 0) ^ 0x10
      writeFileSync(files.ledger, torn)
      office = await createTestOffice({ folder: files.folder })
      const reply = await office.dispatch('password.unlock', { proof: { password } })
      const { failure } = await office.call('recovery.state', {})
      if (reply.ok) expect(failure, `byte ${place}`).toMatchObject({ code: 'damaged-database' })
      // The salt itself: nobody can tell a wrong password from another salt.
      else expect(reply.failure, `byte ${place}`).toMatchObject({ code: 'wrong-password' })
      expect(reply.ok, `byte ${place}`).toBe(place >= 16)
      await office.close()
    }
    writeFileSync(files.ledger, whole.subarray(0, whole.length - 3 * 16_384))
    office = await createTestOffice({ folder: files.folder })
    await office.call('password.unlock', { proof: { password } })
    expect((await office.call('recovery.state', {})).failure).toMatchObject({ code: 'damaged-database' })
    const { kept } = await office.call('backup.restore', { name: copy.name })
    expect(existsSync(join(files.folder, kept ?? ''))).toBe(true)
    expect(await names()).toEqual(['甲公司', '乙公司'])
  })

  it('leaves what can be read to be salvaged, under the same password', async () => {
    await office.call('password.set', { password })
    await add(...Array.from({ length: 300 }, (_, i) => `企业${i}公司`))
    await office.call('backup.make', {})
    await office.close()
    const bytes = readFileSync(files.ledger)
    writeFileSync(files.ledger, bytes.subarray(0, bytes.length - 2 * 16_384))
    office = await createTestOffice({ folder: files.folder })
    await office.call('password.unlock', { proof: { password } })
    const { tables } = await office.call('recovery.salvage', {})
    expect(tables.find(({ kind }) => kind === 'enterprise')?.rows).toBeGreaterThan(100)
    expect(saltOf(files.ledger)).not.toBeNull()
    expect(isReadable(files.folder, '企业7公司')).toBe(false)
  })
})

it('guesses are slowed down', async () => {
  await office.call('password.set', { password })
  await office.call('password.lock', {})
  const seconds: unknown[] = []
  for (let i = 0; i < 3; i++) seconds.push((await office.failure('password.unlock', { proof: { password: `猜测口令 ${i}` } })).details['seconds'])
  expect(seconds).toEqual([0, 0, 2])
  const both = await Promise.all([1, 2].map(() => office.failure('password.unlock', { proof: { password } })))
  expect(both).toMatchObject([{ details: { reason: 'too-soon' } }, { details: { reason: 'too-soon' } }])
  await expect.poll(async () => (await office.dispatch('password.unlock', { proof: { password } })).ok, { timeout: 10_000 }).toBe(true)
})

it('a copy written before a program was ended in the middle of setting the password is encrypted at the next opening', async () => {
  const copy = await office.call('backup.make', {})
  const plain = readFileSync(backupFile(copy.name))
  await office.call('password.set', { password })
  await office.close()
  writeFileSync(backupFile(copy.name), plain)
  copyFileSync(backupFile(copy.name), `${backupFile(copy.name)}.unfinished`)
  office = await createTestOffice({ folder: files.folder })
  await office.call('password.unlock', { proof: { password } })
  await expect.poll(() => saltOf(backupFile(copy.name)), { timeout: 20_000 }).not.toBeNull()
  expect(isReadable(files.folder, '甲公司')).toBe(false)
})

it('nothing of a password stays in memory, in what is logged, or in the folder', { timeout: 120_000 }, async () => {
  // Made and used inside a function, so that nothing here holds on to it.
  const secret = randomBytes(12)
  const guess = randomBytes(12)
  const typed = (bytes: Buffer): string => `p${bytes.toString('hex')}`
  const use = async (): Promise<void> => {
    await office.call('password.set', { password: typed(secret) })
    await office.call('password.lock', {})
    await office.failure('password.unlock', { proof: { password: typed(guess) } })
    await office.call('password.unlock', { proof: { password: typed(secret) } })
    await office.call('password.recoveryCode', { present: { password: typed(secret) } })
  }
  await use()
  // What the last call left on the stack goes with the next.
  await office.call('password.state', {})
  await setTimeout(100)
  const found = await heapHolds([secret, guess].map((bytes) => Buffer.from(bytes.toString('hex'), 'latin1')))
  expect(found).toEqual([false, false])
  for (const bytes of [secret, guess]) {
    expect(JSON.stringify([office.logs, office.events])).not.toContain(typed(bytes))
    expect(isReadable(files.folder, typed(bytes))).toBe(false)
  }
})

/** Whether texts stand anywhere in what this process can still reach. */
async function heapHolds(texts: Buffer[]): Promise<boolean[]> {
  // The bytes to look for are no strings: they would find themselves.
  const found = texts.map(() => false)
  let tail = Buffer.alloc(0)
  for await (const piece of getHeapSnapshot() as AsyncIterable<Buffer>) {
    const window = Buffer.concat([tail, piece])
    texts.forEach((text, i) => (found[i] ||= window.includes(text)))
    tail = window.subarray(-64)
  }
  return found
}

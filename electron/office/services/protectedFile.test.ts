import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { slowlyEncrypted } from '../excel/testing/encryptPackage'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

/** 桥头镇 of the sample district, encrypted by officecrypto-tool 0.0.19. */
const bytes = readFileSync(join(import.meta.dirname, '../../../tests/fixtures/protectedLedger.xlsx'))
const name = '桥头镇.xlsx'
const password = '台账2026'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = [{ name: '桥头镇', kind: '镇' as const, aliases: [], sortNo: 1 }]
  await office.call('office.setup', { regionName: '示范区', officeName: '示范区委非公工委', units })
})
afterEach(() => office.close())

it('asks for the password, says of a wrong one that it is wrong, and imports with the right one', async () => {
  const asked = await office.call('import.read', { name, bytes })
  expect(asked).toMatchObject({
    state: 'unreadable', rows: 0,
    failure: { code: 'unreadable-file', details: { file: name, reason: 'password-needed' } },
  })
  const wrong = await office.call('import.read', { name, bytes, password: '台账' })
  expect(wrong).toMatchObject({ state: 'unreadable', failure: { code: 'wrong-password', details: { file: name, reason: 'file' } } })
  const opened = await office.call('import.read', { name, bytes, password })
  expect(opened).toMatchObject({ state: 'ready', unit: '桥头镇', rows: 20, failure: null })
  const { planId } = await office.call('import.plan', { fileIds: [opened.fileId] })
  expect((await office.call('import.commit', { planId })).totals.add).toBe(20)
})

it('keeps the password nowhere', async () => {
  const { fileId } = await office.call('import.read', { name, bytes, password })
  const { planId } = await office.call('import.plan', { fileIds: [fileId] })
  await office.call('import.commit', { planId })
  await office.call('import.read', { name, bytes, password: '台账2027' })
  expect(await office.failure('import.read', { name, bytes, password: 2027 })).not.toHaveProperty('details.password')
  expect(JSON.stringify([office.logs, office.events])).not.toMatch(/台账202[67]/)
  for (const file of readdirSync(office.folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const written = readFileSync(join(file.parentPath, file.name))
    for (const encoding of ['utf8', 'utf16le'] as const) expect(written.includes(password, 0, encoding)).toBe(false)
  }
})

it('stops a reading by its ticket, and only that one', async () => {
  const slow = slowlyEncrypted(10_000_000)
  const stopped = office.failure('import.read', { name: '慢.xlsx', bytes: slow, ticket: 'a' })
  const other = office.call('import.read', { name, bytes, password, ticket: 'b' })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await office.call('import.cancelRead', { tickets: ['a', 'nobody'] })).toEqual({ cancelled: 1 })
  expect(await stopped).toEqual({ code: 'cancelled', details: { file: '慢.xlsx' } })
  expect((await other).rows).toBe(20)
  expect(await office.call('import.cancelRead', { tickets: ['a', 'b'] })).toEqual({ cancelled: 0 })
  expect(office.logs).toEqual([])
})

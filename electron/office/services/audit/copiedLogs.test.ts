import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openConnection } from '../../db/dataSource'
import { ledgerFiles } from '../../db/ledgerFiles'
import { testFolders } from '../../db/testing/testFolder'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'

/** The log beside what copies of the ledger noted of it: somebody may cut it off together with its own seal. */
const folders = testFolders()
let folder = ''
let office: TestOffice
let day = 0

beforeEach(async () => {
  day = 0
  folder = folders.create()
  office = await createTestOffice({ folder })
  await office.call('office.setup', { officeName: '工委', regionName: '某区', units: [{ name: '甲街道', kind: '街道', sortNo: 1 }] })
})
afterEach(() => office.close())

async function openAgain(): Promise<void> {
  await office.close()
  office = await createTestOffice({ folder, today: `2026-07-${String(++day).padStart(2, '0')}` })
}

/** What leaves no edit behind: nothing else in the ledger tells that its entries are gone. */
async function handOut(times: number, form: 'F01' | 'F05' = 'F01'): Promise<void> {
  for (let i = 0; i < times; i++) await office.call('form.export', { form })
}

/** Cuts the log after an entry and seals it anew, as a person would who knows how. */
function cutAfter(id: number): void {
  const ledger = openConnection(ledgerFiles(folder).ledger)
  ledger.prepare('DELETE FROM audit_entry WHERE id > ?').run(id)
  ledger.exec(`UPDATE sqlite_sequence SET seq = ${id} WHERE name = 'audit_entry'`)
  ledger.exec(`UPDATE setting SET value = json_object('id', ${id}, 'hash', (SELECT hash FROM audit_entry WHERE id = ${id})) WHERE key = 'audit.head'`)
  ledger.close()
}

const check = async () => (await office.call('log.check', {})).faults
const headOf = async (): Promise<number> => (await office.call('log.check', {})).head?.id ?? 0

it('tells of a log that was cut off with its seal since a copy was made, and after it went on', async () => {
  const before = await headOf()
  await handOut(5)
  await office.call('backup.make', {})
  expect(await check()).toEqual([])
  cutAfter(before + 2)
  const fault = { fault: 'copy', from: before + 5, to: before + 5, at: '2026-06-30T08:00:00.000Z' }
  expect(await check()).toMatchObject([fault])
  await handOut(9, 'F05')
  expect(await check()).toMatchObject([fault])
})

it('tells a plain cut once', async () => {
  await handOut(5)
  await office.call('backup.make', {})
  const ledger = openConnection(ledgerFiles(folder).ledger)
  ledger.exec('DELETE FROM audit_entry WHERE id > 4')
  ledger.close()
  expect((await check()).map(({ fault }) => fault)).toEqual(['missing'])
})

it('takes no restore for a cut, nor one on top of another, and still tells of a cut after them', async () => {
  await handOut(2)
  const first = await office.call('backup.make', {})
  await handOut(4)
  await openAgain()
  const second = await office.call('backup.make', {})
  await office.call('backup.restore', { name: first.name, operator: '王五' })
  expect(await check()).toEqual([])
  await handOut(3)
  await openAgain()
  await office.call('backup.make', {})
  await office.call('backup.restore', { name: second.name })
  expect(await check()).toEqual([])
  await office.call('backup.restore', { name: first.name })
  expect(await check()).toEqual([])
  await handOut(3)
  const head = await headOf()
  await openAgain()
  await office.call('backup.make', {})
  expect(await check()).toEqual([])
  cutAfter(head - 2)
  expect((await check()).map(({ fault }) => fault)).toEqual(['copy'])
})

it('takes no copy of another office for one of this ledger', async () => {
  const other = await createTestOffice()
  await other.call('office.setup', { officeName: '乙工委', regionName: '乙区', units: [{ name: '乙街道', kind: '街道', sortNo: 1 }] })
  const { fileName, bytes } = await other.call('backup.copyOut', {})
  await other.close()
  await handOut(2)
  await office.call('backup.make', {})
  const added = await office.call('backup.add', { fileName, bytes })
  expect(await check()).toEqual([])
  await office.call('backup.restore', { name: added.name })
  expect(await check()).toEqual([])
})

it('takes no restore for a cut that was ended only when the program was opened again', async () => {
  const { name } = await office.call('backup.make', {})
  await handOut(3)
  await office.call('backup.make', {})
  await office.close()
  const files = ledgerFiles(folder)
  copyFileSync(join(files.backups, name), files.decided)
  office = await createTestOffice({ folder })
  expect(existsSync(files.decided)).toBe(false)
  expect(await check()).toEqual([])
  const { rows } = await office.call('edit.page', { actions: ['恢复'] })
  expect(rows.map(({ label }) => label)).toEqual(['恢复“程序中断前要换上的台账，重新打开时完成”'])
  const [entry] = await office.call('edit.entries', { editId: rows[0]?.id ?? 0 })
  expect(entry?.changes).toHaveLength(1)
})

it('takes no salvage for a cut', async () => {
  await handOut(3)
  await office.call('backup.make', {})
  await office.close()
  const { ledger } = ledgerFiles(folder)
  const torn = readFileSync(ledger)
  const page = Math.floor(torn.lastIndexOf('audit.head') / 16_384) * 16_384
  writeFileSync(ledger, torn.fill(0xa5, page, page + 16_384))
  office = await createTestOffice({ folder })
  await office.call('recovery.salvage', {})
  expect((await check()).map(({ fault }) => fault)).not.toContain('copy')
})

it('makes a copy also of a ledger whose seal somebody spoiled', async () => {
  const ledger = openConnection(ledgerFiles(folder).ledger)
  ledger.exec("UPDATE setting SET value = '{' WHERE key = 'audit.head'")
  ledger.close()
  expect((await office.call('backup.make', {})).counts).toMatchObject({ enterprises: 0 })
})

it('has nothing to compare with in copies of earlier versions, or without their note', async () => {
  await handOut(3)
  await office.call('backup.make', {})
  const { backups } = ledgerFiles(folder)
  for (const name of readdirSync(backups).filter((one) => one.endsWith('.json'))) rmSync(join(backups, name))
  expect(await check()).toEqual([])
})

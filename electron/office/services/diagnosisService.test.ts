import { mkdtempSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { diagnosis } from '../../../shared/contract/diagnosis'
import { definitionOf, recordKinds } from '../../../shared/record/recordKind'
import { createSampleOffice } from '../testing/createSampleOffice'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice | undefined
afterEach(async () => office?.close())

it('tells sizes, counts, settings and faults, and no value of any record', async () => {
  office = await createSampleOffice()
  const { names } = await office.call('setting.get', {})
  const told = await office.call('diagnosis.get', {})
  expect(diagnosis.parse(told)).toEqual(told)
  expect(told.tables.find(({ table }) => table === 'enterprise')?.rows).toBeGreaterThan(200)
  expect([told.failure, told.faults]).toEqual([null, []])

  const text = JSON.stringify(told)
  const values = new Set([names.officeName, names.regionName, ...(await office.call('unit.list', {})).map(({ name }) => name)])
  for (const kind of recordKinds) {
    const texts = Object.entries(definitionOf(kind).fields).flatMap(([name, field]) => (field.type === 'text' || field.type === 'phone' ? [name] : []))
    const { rows } = await office.call('record.page', { kind, limit: 200 })
    for (const row of rows) for (const name of texts) values.add(String(row.values[name] ?? ''))
  }
  const typed = [...values].filter((value) => value.length > 2)
  expect(typed.length).toBeGreaterThan(500)
  expect(typed.filter((value) => text.includes(value))).toEqual([])
})

it('names the settings of the office, and keeps to itself what was typed as text', async () => {
  office = await createTestOffice()
  await office.call('setting.save', { settings: { rules: { minMembers: 5 }, lists: { carriers: ['张三工作室'] } } })
  const { settings } = await office.call('diagnosis.get', {})
  expect(settings).toEqual([{ path: 'rules.minMembers', value: '5' }, { path: 'lists.carriers', value: null }])
})

it('leaves the name of the computer\u2019s user out of the folder', async () => {
  const place = mkdtempSync(join(homedir(), 'ledger-test-'))
  office = await createTestOffice({ folder: place })
  const { folder } = await office.call('diagnosis.get', {})
  rmSync(place, { recursive: true })
  expect(folder).toBe(`~/${basename(place)}`)
})

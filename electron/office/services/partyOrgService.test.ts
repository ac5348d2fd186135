import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-06-30' })
  await setUpUnits(office)
})
afterEach(() => office.close())

async function addOrg(name: string, values: Record<string, FieldValue>): Promise<number> {
  const { saved } = await office.call('record.save', {
    changes: [
      { kind: 'partyOrg', id: -1, values: { name, unitId: 1, orgType: '党支部', mode: '联合组建', foundedOn: '2015-01-01', ...values } },
      { kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '张三', since: '2020-01-01' } },
    ],
  })
  return saved[0]?.id ?? 0
}

it('lists whom to remind, the earliest first, and follows what was done', async () => {
  await addOrg('中共甲支部', { lastElectionOn: '2023-12-01' })
  const second = await addOrg('中共乙支部', { lastElectionOn: '2023-08-01', unitId: 2 })
  await addOrg('中共丙支部', { lastElectionOn: '2022-01-01' })
  await addOrg('中共丁支部', { lastElectionOn: '2026-06-20' })
  await addOrg('中共戊支部', { lastElectionOn: '2025-01-01' })
  await addOrg('中共己支部', { lastElectionOn: null })
  await addOrg('中共庚支部', { lastElectionOn: '2020-01-01', dissolvedOn: '2026-01-01', dissolveReason: '并入' })
  const told = async () => {
    const { rows } = await office.call('partyOrg.terms', { year: 2026 })
    return rows.map(({ name, reminder, yearState }) => [name, reminder?.step ?? null, reminder?.dueOn ?? null, reminder?.reminded ?? null, yearState])
  }
  expect(await told()).toEqual([
    ['中共丙支部', '届满未换', '2025-01-01', false, '往年届满未换'],
    ['中共丁支部', '报换届结果', '2026-07-20', false, '本年已换届'],
    ['中共乙支部', '报请示', '2026-08-01', false, '本年届满'],
    ['中共甲支部', '发提醒函', '2026-12-01', false, '本年届满'],
  ])
  await office.call('record.save', { changes: [{ kind: 'partyOrg', id: second, values: { remindedOn: '2026-06-30', remindedBy: '王五' } }] })
  expect((await told())[2]?.[3]).toBe(true)
  const elected = (await office.call('record.page', { kind: 'partyOrg', filter: { search: '中共丁支部' } })).rows[0]?.id ?? 0
  await office.call('record.save', { changes: [{ kind: 'partyOrg', id: elected, values: { reportedOn: '2026-06-28' } }] })
  expect((await told())[3]).toEqual(['中共丁支部', null, null, null, '本年已换届'])
  const ofUnit = await office.call('partyOrg.terms', { year: 2026, unitIds: [2] })
  expect(ofUnit.rows).toMatchObject([{ name: '中共乙支部', unitName: '乙镇', secretaryName: '张三', remindedBy: '王五', endsOn: '2026-08-01' }])
  expect((await office.call('partyOrg.terms', { year: 2026 })).unstated).toBe(1)
})

it('takes the months from the settings', async () => {
  await addOrg('中共甲支部', { lastElectionOn: '2024-06-01' })
  expect((await office.call('partyOrg.terms', { year: 2026 })).rows).toEqual([])
  await office.call('setting.save', { settings: { reminders: { electionMonths: 12 } } })
  expect((await office.call('partyOrg.terms', { year: 2026 })).rows[0]?.reminder?.step).toBe('发提醒函')
})

it('filters the ledger by the computed state of the term, as its column shows it', async () => {
  await addOrg('中共甲支部', { lastElectionOn: '2023-12-01' })
  await addOrg('中共丙支部', { lastElectionOn: '2022-01-01' })
  await addOrg('中共临时支部', { orgType: '临时党支部' })
  await addOrg('中共旧支部', { lastElectionOn: null })
  const page = (states: (string | null)[]) => office.call('record.page', { kind: 'partyOrg', filter: { is: { electionState: states } } })
  const overdue = await page(['届满未换'])
  expect(overdue.rows.map(({ values, computed }) => [values['name'], computed['electionState']])).toEqual([['中共丙支部', '届满未换']])
  expect((await page(['届满未换', '即将届满'])).total).toBe(2)
  expect((await page([null])).rows.map(({ values }) => values['name'])).toEqual(['中共临时支部'])
  expect((await page(['未填'])).rows.map(({ values, computed }) => [values['name'], computed['endsOn']])).toEqual([['中共旧支部', '2018-01-01']])
  expect((await page([])).total).toBe(4)
  const book = await office.call('record.export', { kind: 'partyOrg', filter: { is: { electionState: ['届满未换'] } }, title: '党组织', columns: [{ field: 'name', header: '名称' }] })
  expect(book.rows).toBe(1)
})

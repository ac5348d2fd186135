import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = ['甲街道', '乙街道', '丙街道'].map((name, i) => ({ name, kind: '街道' as const, sortNo: i + 1, aliases: [] }))
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
})
afterEach(() => office.close())

type Values = Record<string, FieldValue>

async function add(kind: RecordKind, ...records: Values[]): Promise<number[]> {
  const { saved } = await office.call('record.save', { changes: records.map((values, i) => ({ kind, id: -1 - i, values })) })
  return saved.map(({ id }) => id)
}

async function kept(kind: RecordKind, ids: readonly number[], field: string): Promise<FieldValue[]> {
  return Promise.all(ids.map(async (id) => (await office.call('record.get', { kind, id })).values[field] ?? null))
}

/** Gives the records the values in one save, takes it back and makes it again. */
async function trade(kind: RecordKind, ids: readonly number[], field: string, after: readonly FieldValue[]): Promise<void> {
  const before = await kept(kind, ids, field)
  const changes = ids.map((id, i) => ({ kind, id, values: { [field]: after[i] ?? null } }))
  const { editId, saved } = await office.call('record.save', { changes })
  expect(await kept(kind, ids, field)).toEqual(after)
  expect((await office.call('record.get', { kind, id: ids[0] ?? 0 })).version).toBe(saved[0]?.version)
  const undo = await office.call('edit.undo', { editId: editId ?? 0 })
  expect(await kept(kind, ids, field)).toEqual(before)
  await office.call('edit.undo', { editId: undo.editId ?? 0 })
  expect(await kept(kind, ids, field)).toEqual(after)
}

it('units trade their names, two or around, and do not become aliases of each other', async () => {
  await trade('unit', [1, 2, 3], 'name', ['乙街道', '丙街道', '甲街道'])
  expect(await kept('unit', [1, 2, 3], 'aliases')).toEqual([[], [], []])
  await trade('unit', [1, 2], 'name', ['丙街道', '乙街道'])
  await trade('unit', [1], 'name', ['丁街道'])
  expect(await kept('unit', [1], 'aliases')).toEqual([['丙街道']])
})

it('enterprises trade names and codes, and are found by the new ones', async () => {
  const codes = ['91350100M000100Y43', '91110000600007156G']
  const ids = await add('enterprise', { name: '东河公司', unitId: 1, creditCode: codes[0] ?? null }, { name: '西山公司', unitId: 1, creditCode: codes[1] ?? null })
  await trade('enterprise', ids, 'creditCode', [...codes].reverse())
  await trade('enterprise', ids, 'name', ['西山公司', '东河公司'])
  const { rows } = await office.call('record.page', { kind: 'enterprise', filter: { search: codes[1] ?? '' } })
  expect(rows.map(({ id, values }) => [id, values['name']])).toEqual([[ids[0], '西山公司']])
})

it('organisations trade names and, in their relations, enterprises', async () => {
  const enterprises = await add('enterprise', { name: '东河公司', unitId: 1 }, { name: '西山公司', unitId: 1 })
  const org = (name: string): Values => ({ name, unitId: 1, mode: '单独组建', orgType: '党支部', foundedOn: '2020-01-01' })
  const orgs = await add('partyOrg', org('中共东河支部'), org('中共西山支部'))
  await trade('partyOrg', orgs, 'name', ['中共西山支部', '中共东河支部'])
  const relations = await add('coverage', ...orgs.map((partyOrgId, i): Values => ({ partyOrgId, enterpriseId: enterprises[i] ?? 0, since: '2021-01-01' })))
  await trade('coverage', relations, 'enterpriseId', [...enterprises].reverse())
})

it('deliveries trade items, verdicts trade quarters, and one place goes around a removed and a new record', async () => {
  const [enterpriseId = 0] = await add('enterprise', { name: '东河公司', unitId: 1 })
  const delivery = (item: string): Values => ({ enterpriseId, item, state: '未落实' })
  const [flag = 0, books = 0] = await add('delivery', delivery('flag'), delivery('books'))
  await trade('delivery', [flag, books], 'item', ['books', 'flag'])
  const quarter = (period: string): Values => ({ enterpriseId, period, checkedOn: '2026-06-30' })
  const checks = await add('goalCheck', quarter('2026年第1季度'), quarter('2026年第2季度'))
  await trade('goalCheck', checks, 'period', ['2026年第2季度', '2026年第1季度'])

  const { editId } = await office.call('record.save', {
    changes: [
      { kind: 'delivery', id: -1, values: delivery('books') },
      { kind: 'delivery', id: flag, values: { item: 'rules' } },
    ],
  })
  await office.call('edit.undo', { editId: editId ?? 0 })
  expect(await kept('delivery', [flag, books], 'item')).toEqual(['books', 'flag'])
})

it('still refuses what ends with two of one', async () => {
  const failure = await office.failure('record.save', {
    changes: [
      { kind: 'unit', id: 1, values: { name: '乙街道' } },
      { kind: 'unit', id: 2, values: { name: '丁街道' } },
      { kind: 'unit', id: 3, values: { name: '丁街道' } },
    ],
  })
  expect(failure.issues?.map(({ path }) => path[1])).toEqual([1, 2])
  expect(await kept('unit', [1, 2, 3], 'name')).toEqual(['甲街道', '乙街道', '丙街道'])
})

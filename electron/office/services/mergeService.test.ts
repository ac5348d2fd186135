import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
})
afterEach(() => office.close())

const add = (kind: RecordKind, values: Record<string, FieldValue>) => addRecord(office, kind, values)
const enterprise = (name: string, values: Record<string, FieldValue> = {}) => add('enterprise', { name, unitId: 1, ...values })
const joint = (name: string) => add('partyOrg', { name, unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '园区', foundedOn: '2018-01-01' })

it('lists suspected pairs of the district, of a unit, of one enterprise', async () => {
  const keep = await enterprise('某区东河纺织有限公司', { businessAddress: '东河路1号' })
  const drop = await enterprise('东河纺织厂', { unitId: 2 })
  await enterprise('北山食品有限公司')
  const all = await office.call('enterprise.suspects', {})
  expect(all).toEqual({
    total: 1,
    pairs: [
      {
        reason: '名称相近',
        one: { id: keep, name: '某区东河纺织有限公司', unitName: '甲街道', creditCode: null, address: '东河路1号' },
        other: { id: drop, name: '东河纺织厂', unitName: '乙镇', creditCode: null, address: null },
      },
    ],
  })
  expect((await office.call('enterprise.suspects', { unitIds: [2] })).total).toBe(1)
  expect((await office.call('enterprise.suspects', { enterpriseId: drop })).total).toBe(1)
  expect((await office.call('enterprise.suspects', { enterpriseId: drop + 1 })).total).toBe(0)
})

it('merges two that both had organisations and liaisons at the same time, as the preview said', async () => {
  const [keep, drop] = [await enterprise('甲公司', { formalMembers: 1 }), await enterprise('甲有限公司', { creditCode: '91350100M000100Y43' })]
  const [one, other] = [await joint('中共东支部'), await joint('中共西支部')]
  await add('coverage', { partyOrgId: one, enterpriseId: keep, since: '2020-01-01', until: '2022-12-31' })
  await add('coverage', { partyOrgId: other, enterpriseId: drop, since: '2021-01-01', until: '2021-12-31' })
  await add('coverage', { partyOrgId: other, enterpriseId: drop, since: '2023-01-01' })
  const [liu, wang, zhao] = [
    await add('liaison', { name: '刘一', kind: '联络员' }),
    await add('liaison', { name: '王二', kind: '联络员' }),
    await add('liaison', { name: '赵三', kind: '指导员' }),
  ]
  await add('assignment', { liaisonId: liu, enterpriseId: keep, from: '2024-01-01' })
  await add('assignment', { liaisonId: wang, enterpriseId: drop, from: '2025-01-01' })
  await add('assignment', { liaisonId: zhao, enterpriseId: drop, from: '2025-01-01' })
  await add('visit', { visitedOn: '2026-01-05', liaisonId: wang, enterpriseId: drop, mode: '实地', content: '了解情况' })

  const values = { creditCode: '91350100M000100Y43' }
  const preview = await office.call('enterprise.mergePreview', { keepId: keep, dropId: drop, values })
  expect(preview.moves).toEqual([
    { kindLabel: '党组织覆盖关系', count: 1 },
    { kindLabel: '联系关系', count: 1 },
    { kindLabel: '走访记录', count: 1 },
  ])
  expect(preview.drops).toEqual([
    { kindLabel: '党组织覆盖关系', name: '中共西支部 甲有限公司' },
    { kindLabel: '联系关系', name: expect.stringContaining('王二') },
  ])
  expect(preview.findings.filter(({ level }) => level === 'error')).toEqual([])
  expect((await office.call('record.page', { kind: 'enterprise' })).total).toBe(2)

  const { editId } = await office.call('enterprise.merge', { keepId: keep, dropId: drop, values })
  const merged = await office.call('record.get', { kind: 'enterprise', id: keep })
  expect(merged.values).toMatchObject({ creditCode: '91350100M000100Y43', formerNames: ['甲有限公司'] })
  expect(merged.computed).toMatchObject({ status: '联合', partyOrgName: '中共西支部' })
  await office.call('edit.undo', { editId: editId ?? 0 })
  expect((await office.call('record.get', { kind: 'enterprise', id: drop })).values['creditCode']).toBe('91350100M000100Y43')
  expect((await office.call('record.page', { kind: 'assignment', filter: { enterpriseId: drop } })).total).toBe(2)
})

it('tells beforehand which chosen value would be refused', async () => {
  const [keep, drop] = [await enterprise('甲公司'), await enterprise('甲有限公司')]
  const preview = await office.call('enterprise.mergePreview', { keepId: keep, dropId: drop, values: { creditCode: '12' } })
  expect(preview.findings[0]).toMatchObject({ level: 'error', field: 'creditCode' })
  expect(await office.failure('enterprise.mergePreview', { keepId: keep, dropId: keep, values: {} })).toMatchObject({ code: 'not-found' })
})

it('lets two enterprises exchange their credit codes in one save', async () => {
  const codes = ['91350100M000100Y43', '91110000600007156G']
  const [one, other] = [await enterprise('甲公司', { creditCode: codes[0] ?? '' }), await enterprise('乙公司', { creditCode: codes[1] ?? '' })]
  const { editId } = await office.call('record.save', {
    changes: [
      { kind: 'enterprise', id: one, values: { creditCode: codes[1] ?? '' } },
      { kind: 'enterprise', id: other, values: { creditCode: codes[0] ?? '' } },
    ],
  })
  const kept = async () => Promise.all([one, other].map(async (id) => (await office.call('record.get', { kind: 'enterprise', id })).values['creditCode']))
  expect(await kept()).toEqual([codes[1], codes[0]])
  await office.call('edit.undo', { editId: editId ?? 0 })
  expect(await kept()).toEqual(codes)
})

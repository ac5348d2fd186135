import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
})
afterEach(() => office.close())

async function enterprise(name: string, values: Record<string, FieldValue> = {}): Promise<number> {
  const { saved } = await office.call('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name, unitId: 1, ...values } }] })
  return saved[0]?.id ?? 0
}
const suspected = async () => (await office.call('enterprise.suspects', {})).pairs.map(({ one, other }) => [one.id, other.id])
const apart = async () => (await office.call('enterprise.apart', {})).rows
const change = (id: number, values: Record<string, FieldValue>) => office.call('record.save', { changes: [{ kind: 'enterprise', id, values }] })

it('takes a pair from the suspects, lists it, and brings it back by undo or by taking it back', async () => {
  const [one, other] = [await enterprise('东河纺织有限公司'), await enterprise('东河纺织厂')]
  expect(await suspected()).toEqual([[one, other]])
  const { editId } = await office.call('enterprise.tellApart', { oneId: other, otherId: one, operator: '李四' })
  expect(await suspected()).toEqual([])
  expect(await apart()).toEqual([
    expect.objectContaining({
      one: expect.objectContaining({ id: one, name: '东河纺织有限公司', unitName: '甲街道' }) as unknown,
      other: expect.objectContaining({ id: other }) as unknown,
      decidedOn: '2026-06-30', decidedBy: '李四', overtaken: false,
    }),
  ])
  expect(office.events.at(-1)).toMatchObject({ type: 'office.changed', areas: ['distinction'] })
  expect((await office.call('edit.page', {})).rows[0]?.label).toBe('确认“东河纺织有限公司”和“东河纺织厂”不是同一家')
  expect((await office.call('enterprise.tellApart', { oneId: one, otherId: other })).editId).toBeNull()

  const undo = await office.call('edit.undo', { editId: editId ?? 0 })
  expect([await suspected(), await apart()]).toEqual([[[one, other]], []])
  await office.call('edit.undo', { editId: undo.editId ?? 0 })
  const [said] = await apart()
  await office.call('record.remove', { kind: 'distinction', ids: [said?.id ?? 0] })
  expect([await suspected(), await apart()]).toEqual([[[one, other]], []])
})

it('is overtaken by a changed name or code, comes back with the old one, and can be said anew', async () => {
  const [one, other] = [await enterprise('东河纺织有限公司'), await enterprise('东河纺织厂')]
  await office.call('enterprise.tellApart', { oneId: one, otherId: other })
  await change(one, { employees: 20, contactName: '张三' })
  expect(await suspected()).toEqual([])
  const { editId } = await change(other, { oldCode: '350200100001' })
  expect(await suspected()).toEqual([[one, other]])
  expect((await apart()).map(({ overtaken }) => overtaken)).toEqual([true])
  await office.call('edit.undo', { editId: editId ?? 0 })
  expect(await suspected()).toEqual([])
  await change(other, { oldCode: '350200100001' })
  await office.call('enterprise.tellApart', { oneId: one, otherId: other })
  expect(await suspected()).toEqual([])
  expect((await apart()).map(({ overtaken }) => overtaken)).toEqual([false])
})

it('stops warning of the same name, and goes with an enterprise that is removed or merged', async () => {
  const [one, other, third] = [await enterprise('东河纺织厂'), await enterprise('东河纺织厂'), await enterprise('东河纺织厂')]
  const warnings = async () => {
    const [findings = []] = await office.call('record.check', { changes: [{ kind: 'enterprise', id: one, values: { employees: 3 } }] })
    return findings.filter(({ code }) => code === 'V-03').length
  }
  await office.call('enterprise.tellApart', { oneId: one, otherId: other })
  expect(await warnings()).toBe(1)
  await office.call('enterprise.tellApart', { oneId: one, otherId: third })
  expect(await warnings()).toBe(0)
  const removal = await office.call('record.remove', { kind: 'enterprise', ids: [other] })
  expect(await apart()).toHaveLength(1)
  await office.call('edit.undo', { editId: removal.editId ?? 0 })
  expect(await apart()).toHaveLength(2)
  const preview = await office.call('enterprise.mergePreview', { keepId: one, dropId: third, values: {} })
  expect(preview).toEqual({ moves: [], drops: [], findings: expect.not.arrayContaining([expect.objectContaining({ level: 'error' })]) as unknown })
  await office.call('enterprise.merge', { keepId: one, dropId: third, values: {} })
  expect((await apart()).map((row) => [row.one.id, row.other.id])).toEqual([[one, other]])
})

it('refuses one and the same enterprise, and one that is not there', async () => {
  const one = await enterprise('东河纺织厂')
  expect(await office.failure('enterprise.tellApart', { oneId: one, otherId: one })).toMatchObject({ code: 'invalid' })
  expect(await office.failure('enterprise.tellApart', { oneId: one, otherId: 99 })).toMatchObject({ code: 'not-found', details: { id: 99 } })
  const same = { oneId: one, otherId: one, oneAs: '甲', otherAs: '甲', decidedOn: '2026-06-30' }
  const failure = await office.failure('record.save', { changes: [{ kind: 'distinction', id: -1, values: same }] })
  expect(failure.issues?.[0]).toMatchObject({ path: ['changes', 0, 'values', 'otherId'] })
})

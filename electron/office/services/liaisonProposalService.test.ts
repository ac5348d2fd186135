import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../../shared/contract/index'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { addRecord } from '../testing/addRecord'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-07-10' })
  await setUpUnits(office)
})
afterEach(() => office.close())

const add = (kind: RecordKind, values: Record<string, FieldValue>) => addRecord(office, kind, values)
const enterprise = (name: string, values: Record<string, FieldValue> = {}) => add('enterprise', { name, unitId: 1, ...values })
const liaison = (name: string, values: Record<string, FieldValue> = {}) => add('liaison', { name, kind: '联络员', ...values })
const assign = (liaisonId: number, enterpriseId: number) => add('assignment', { liaisonId, enterpriseId, from: '2026-01-01' })

type Proposal = Output<'liaison.proposal'>
const pairs = ({ assignments }: Proposal) => assignments.map(({ enterprise: { name }, liaisonId, reason }) => [name, liaisonId, reason])
const visits = { from: '2026-07-10', frequencyTimes: 1, frequencyUnit: '季' as const }

/** All of a proposal, as a person accepts it. */
function everythingOf({ assignments, officers }: Proposal) {
  return {
    assignments: assignments.map(({ enterprise: { id, version }, liaisonId }) => ({ enterprise: { id, version }, liaisonId })),
    officers: officers.map(({ id, version, before }) => ({ id, version, before })),
    ...visits,
  }
}

describe('the proposal', () => {
  it('goes by unit, load and place; who the people are is told from employer and enterprises', async () => {
    const [near, clerk, district, far] = [
      await liaison('甲人'),
      await liaison('乙人', { employer: '甲街道党群办' }),
      await liaison('丙人', { level: '区级' }),
      await liaison('丁人', { level: '乡镇街道级' }),
    ]
    await liaison('离岗的人', { active: false })
    await assign(near, await enterprise('已联系公司', { placeName: '创业大厦' }))
    await enterprise('一公司', { placeName: '创业大厦' })
    await enterprise('二公司')
    await enterprise('三公司', { unitId: 2 })
    await enterprise('有工会公司', { hasUnion: true })
    const proposal = await office.call('liaison.proposal', {})
    expect(pairs(proposal)).toEqual([['一公司', near, '同一场所'], ['二公司', clerk, '同一单位'], ['三公司', district, '全区调配']])
    expect(proposal.officers.map(({ id, unitNames, roves, before, after }) => [id, unitNames, roves, before, after])).toEqual([
      [clerk, ['甲街道'], false, 0, 1],
      [near, ['甲街道'], false, 1, 2],
      [district, [], true, 0, 1],
    ])
    expect(proposal.unplaced.map(({ id }) => id)).toEqual([far])
    expect(pairs(await office.call('liaison.proposal', { unitIds: [2] }))).toEqual([['三公司', district, '全区调配']])
  })

  it('keeps the limit of the settings and says who stays uncovered', async () => {
    await office.call('setting.save', { settings: { work: { liaisonLimit: 1 } } })
    await liaison('甲人', { employer: '甲街道' })
    await enterprise('一公司')
    await enterprise('二公司')
    await enterprise('三公司', { unitId: 2 })
    const { limit, left, assignments } = await office.call('liaison.proposal', {})
    expect([limit, assignments.length]).toEqual([1, 1])
    expect(left.map(({ enterprise: { unitName }, why }) => [unitName, why])).toEqual([['甲街道', 'all-full'], ['乙镇', 'no-officer']])
  })
})

describe('accepted assignments', () => {
  it('are written in one edit, all or some, and one undo takes them back', async () => {
    await liaison('甲人', { employer: '甲街道' })
    await enterprise('一公司')
    await enterprise('二公司')
    const all = everythingOf(await office.call('liaison.proposal', {}))
    await office.call('liaison.acceptProposal', { ...all, assignments: all.assignments.slice(0, 1) })
    const rest = await office.call('liaison.proposal', {})
    expect([rest.assignments.length, rest.officers[0]?.before]).toEqual([1, 1])
    const { editId } = await office.call('liaison.acceptProposal', { ...everythingOf(rest), label: '采纳分派', operator: '王芳' })
    const kept = await office.call('record.page', { kind: 'assignment' })
    expect(kept.rows.map(({ values }) => [values['from'], values['frequencyTimes'], values['frequencyUnit'], values['to']])).toEqual([
      ['2026-07-10', 1, '季', null], ['2026-07-10', 1, '季', null],
    ])
    expect((await office.call('liaison.proposal', {})).assignments).toEqual([])
    await office.call('edit.undo', { editId: editId ?? 0 })
    expect((await office.call('liaison.proposal', {})).assignments).toHaveLength(1)
  })

  it('are refused when an enterprise or an officer went on, and nothing of them is written', async () => {
    const [person, other] = [await liaison('甲人', { employer: '甲街道' }), await liaison('乙人', { employer: '甲街道' })]
    const first = await enterprise('一公司')
    await enterprise('二公司')
    const stale = (name: string) => ({ code: 'conflict', details: { reason: 'stale-proposal', name, count: 1 } })

    const covered = everythingOf(await office.call('liaison.proposal', {}))
    const kept = await assign(other, first)
    expect(await office.failure('liaison.acceptProposal', covered)).toMatchObject(stale('一公司'))
    await office.call('record.remove', { kind: 'assignment', ids: [kept] })

    const loaded = everythingOf(await office.call('liaison.proposal', {}))
    await assign(person, await enterprise('三公司'))
    expect(await office.failure('liaison.acceptProposal', loaded)).toMatchObject(stale('甲人'))

    const gone = everythingOf(await office.call('liaison.proposal', {}))
    await office.call('record.save', { changes: [{ kind: 'liaison', id: other, values: { active: false } }] })
    expect(await office.failure('liaison.acceptProposal', gone)).toMatchObject(stale('乙人'))

    const full = everythingOf(await office.call('liaison.proposal', {}))
    await office.call('setting.save', { settings: { work: { liaisonLimit: 2 } } })
    expect(await office.failure('liaison.acceptProposal', full)).toMatchObject(stale('甲人'))
    expect((await office.call('record.page', { kind: 'assignment' })).total).toBe(1)
  })

  it('name every enterprise once and every officer they go to', async () => {
    await liaison('甲人', { employer: '甲街道' })
    await enterprise('一公司')
    const all = everythingOf(await office.call('liaison.proposal', {}))
    const twice = { ...all, assignments: [...all.assignments, ...all.assignments] }
    expect(await office.failure('liaison.acceptProposal', twice)).toMatchObject({ code: 'invalid' })
    expect(await office.failure('liaison.acceptProposal', { ...all, officers: [] })).toMatchObject({ code: 'conflict' })
  })
})

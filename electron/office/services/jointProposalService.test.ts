import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FieldValue } from '../../../shared/record/field'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-07-10' })
  await setUpUnits(office)
})
afterEach(() => office.close())

async function add(name: string, values: Record<string, FieldValue> = {}): Promise<number> {
  const whole = { name, unitId: 1, formalMembers: 1, placeName: '创业大厦', ...values }
  const { saved } = await office.call('record.save', { changes: [{ kind: 'enterprise', id: -1, values: whole }] })
  return saved[0]?.id ?? 0
}
const valuesOf = async (id: number) => (await office.call('record.get', { kind: 'enterprise', id })).values

/** What a person accepts of the proposal: the groups as they stand. */
async function proposedGroups(measure = '联合组建') {
  const { groups } = await office.call('plan.jointProposal', {})
  return groups.map(({ enterprises }) => ({ enterprises: enterprises.map(({ id, version }) => ({ id, version })), measure }))
}
const plan = { plannedFoundingOn: '2026-09-01', operator: '王芳' }

describe('the proposal', () => {
  it('takes the unbuilt with too few members, and says who is left and who is not looked at', async () => {
    const [a, b, c] = [await add('甲公司'), await add('乙公司'), await add('丙公司')]
    await add('一个人公司', { placeName: '孤楼' })
    await add('什么都没填公司', { placeName: null })
    await add('无党员公司', { formalMembers: 0 })
    await add('没填公司', { formalMembers: null })
    await add('够数公司', { formalMembers: 3 })
    await add('停产公司', { operatingStatus: '停产停业', statusReason: '订单', statusSince: '2026-01-01' })
    await add('已有计划公司', { plannedFoundingOn: '2026-08-01' })
    const built = await add('已建公司')
    await office.call('record.save', {
      changes: [
        { kind: 'partyOrg', id: -1, values: { name: '中共某支部委员会', unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '园区', foundedOn: '2020-01-01' } },
        { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: built, since: '2020-01-01' } },
      ],
    })
    const proposal = await office.call('plan.jointProposal', {})
    expect(proposal).toMatchObject({ minMembers: 3, jointLimit: 5, planned: 1, memberless: 2 })
    expect(proposal.groups).toMatchObject([{ bond: { level: 'place', basis: '商务楼宇', name: '创业大厦' }, formalMembers: 3 }])
    expect(new Set(proposal.groups[0]?.enterprises.map(({ id }) => id))).toEqual(new Set([a, b, c]))
    expect(proposal.groups[0]?.enterprises[0]).toMatchObject({ unitName: '甲街道', placeName: '创业大厦', formalMembers: 1 })
    expect(proposal.left.map(({ enterprise, why }) => [enterprise.name, why])).toEqual([
      ['什么都没填公司', 'nothing-stated'],
      ['一个人公司', 'alone'],
    ])
    expect(proposal.alternatives.map(({ strategy, groups, left }) => [strategy, groups, left])).toEqual([
      ['就近少设', 1, 2], ['就近多设', 1, 2], ['同行业优先', 1, 2],
    ])
    expect((await office.call('plan.jointProposal', { unitIds: [2] })).groups).toEqual([])
  })
})

describe('accepted groups', () => {
  it('become plans in one edit, which one undo takes back; then they are proposed no more', async () => {
    const ids = [await add('甲公司', { plannedMeasure: '先做工作' }), await add('乙公司'), await add('丙公司')]
    const { editId, saved } = await office.call('plan.acceptJoint', {
      groups: await proposedGroups('甲、乙、丙联合组建'), ...plan, responsible: '李四', label: '采纳建议',
    })
    expect(saved.map(({ id }) => id).sort()).toEqual(ids)
    expect(await valuesOf(ids[0] ?? 0)).toMatchObject({
      plannedMode: '联合组建', plannedFoundingOn: '2026-09-01', plannedMeasure: '先做工作；甲、乙、丙联合组建', responsible: '李四', responsibleUnit: null,
    })
    expect(await office.call('plan.jointProposal', {})).toMatchObject({ groups: [], left: [], planned: 3 })
    const log = await office.call('edit.page', {})
    expect(log.rows[0]).toMatchObject({ label: '采纳建议', operator: '王芳', records: 3 })
    await office.call('edit.undo', { editId: editId ?? 0 })
    expect(await valuesOf(ids[0] ?? 0)).toMatchObject({ plannedMode: null, plannedFoundingOn: null, plannedMeasure: '先做工作', responsible: null })
    expect(await proposedGroups()).toHaveLength(1)
  })

  it('keep an earlier measure that leaves no room', async () => {
    const [id = 0] = [await add('甲公司', { plannedMeasure: '措'.repeat(495) }), await add('乙公司'), await add('丙公司')]
    await office.call('plan.acceptJoint', { groups: await proposedGroups('甲、乙、丙联合组建'), ...plan })
    expect((await valuesOf(id))['plannedMeasure']).toBe('措'.repeat(495))
  })

  it('are refused when the ledger went on, and nothing of them is written', async () => {
    const [a, b] = [await add('甲公司'), await add('乙公司'), await add('丙公司')]
    const stale = { code: 'conflict', details: { reason: 'stale-proposal', name: '甲公司', count: 1 } }
    const groups = await proposedGroups()
    await office.call('record.save', { changes: [{ kind: 'enterprise', id: a, values: { formalMembers: 2 } }] })
    expect(await office.failure('plan.acceptJoint', { groups, ...plan })).toMatchObject(stale)
    expect(await valuesOf(b)).toMatchObject({ plannedMode: null })

    const anew = await proposedGroups()
    await office.call('record.save', {
      changes: [
        { kind: 'partyOrg', id: -1, values: { name: '中共某支部委员会', unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '园区', foundedOn: '2020-01-01' } },
        { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: a, since: '2020-01-01' } },
      ],
    })
    expect(await office.failure('plan.acceptJoint', { groups: anew, ...plan })).toMatchObject(stale)
  })

  it('are refused when the limits went on, and when an enterprise stands in two', async () => {
    await add('甲公司')
    await add('乙公司')
    await add('丙公司')
    const groups = await proposedGroups()
    expect(await office.failure('plan.acceptJoint', { groups: [...groups, ...groups], ...plan })).toMatchObject({ code: 'invalid' })
    await office.call('setting.save', { settings: { limits: { jointLimit: 2 } } })
    expect(await office.failure('plan.acceptJoint', { groups, ...plan })).toMatchObject({ code: 'conflict', details: { reason: 'stale-proposal', count: 3 } })
    await office.call('setting.save', { settings: { limits: { jointLimit: 5 }, rules: { minMembers: 4 } } })
    expect(await office.failure('plan.acceptJoint', { groups, ...plan })).toMatchObject({ code: 'conflict', details: { reason: 'stale-proposal' } })
  })
})

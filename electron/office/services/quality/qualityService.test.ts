import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QualityFilter, QualityFinding } from '../../../../shared/contract/quality'
import type { FieldValue } from '../../../../shared/record/field'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { addRecord } from '../../testing/addRecord'
import { createTestOffice, type TestOffice } from '../../testing/createTestOffice'

let office: TestOffice
let ids: Record<string, number>

const add = (kind: RecordKind, values: Record<string, FieldValue>) => addRecord(office, kind, values)

async function change(kind: RecordKind, id: number, values: Record<string, FieldValue>): Promise<void> {
  await office.call('record.save', { changes: [{ kind, id, values }] })
}

async function listed(filter: QualityFilter = {}): Promise<QualityFinding[]> {
  return (await office.call('quality.page', { filter, limit: 5000 })).rows
}

const told = (findings: readonly QualityFinding[]): string[] => findings.map(({ code, kind, name, label }) => `${code} ${kind} ${name} ${label}`)
const ofRecord = async (kind: RecordKind, id: number): Promise<QualityFinding[]> => (await listed({ kind })).filter(({ recordId }) => recordId === id)

beforeAll(async () => {
  office = await createTestOffice({ today: '2026-06-30' })
  await office.call('office.setup', {
    regionName: '某区',
    officeName: '某区非公工委',
    units: [{ name: '甲街道', kind: '街道', aliases: [], sortNo: 1 }, { name: '乙镇', kind: '镇', aliases: [], sortNo: 2 }],
  })
  const [one, two] = await office.call('unit.list', {})
  ids = { one: one?.id ?? 0, two: two?.id ?? 0 }
  const enterprise = { operatingStatus: '正常经营', sector: '非公企业', isLegalPerson: true, creditCode: null, employees: 40, formalMembers: 1 }
  ids['a'] = await add('enterprise', { ...enterprise, name: '甲一公司', unitId: ids['one'] ?? 0, creditCode: '91000000MA00000158' })
  ids['b'] = await add('enterprise', { ...enterprise, name: '甲二公司', unitId: ids['one'] ?? 0, creditCode: '91000000MA00000232', contactPhone: '12' })
  ids['c'] = await add('enterprise', { ...enterprise, name: '乙一公司', unitId: ids['two'] ?? 0, formalMembers: 4 })
  ids['org'] = await add('partyOrg', { name: '中共甲一公司支部委员会', unitId: ids['one'] ?? 0, mode: '联合组建', unverified: false })
  ids['coverA'] = await add('coverage', { partyOrgId: ids['org'], enterpriseId: ids['a'], since: '2025-01-01' })
  ids['coverC'] = await add('coverage', { partyOrgId: ids['org'], enterpriseId: ids['c'], since: '2025-01-01' })
})
afterAll(() => office.close())

describe('the quality list', () => {
  it('tells each finding once, of the record it is about', async () => {
    expect(told(await ofRecord('enterprise', ids['a'] ?? 0))).toEqual(['V-06 enterprise 甲一公司 统一社会信用代码'])
    expect(told(await ofRecord('enterprise', ids['b'] ?? 0))).toEqual([
      'V-12 enterprise 甲二公司 联系电话',
      'V-35 enterprise 甲二公司 指导员(联络员)姓名',
    ])
    expect(told(await ofRecord('enterprise', ids['c'] ?? 0))).toEqual(['V-06 enterprise 乙一公司 统一社会信用代码', 'V-22 enterprise 乙一公司 组建方式'])
    expect((await ofRecord('partyOrg', ids['org'] ?? 0)).map(({ code }) => code)).toEqual(['V-14', 'V-15', 'V-16', 'V-17'])
  })

  it('names an organisation of another unit (V-49)', async () => {
    const [crossing, ...others] = await listed({ code: 'V-49' })
    expect(others).toEqual([])
    expect(crossing).toMatchObject({ kind: 'coverage', unitName: '乙镇', enterpriseId: ids['c'], message: '企业属“乙镇”，党组织由“甲街道”管理，请确认是否属实' })
  })

  it('names what may be one enterprise once, until it is told apart', async () => {
    const twin = await add('enterprise', { name: '甲二公司', unitId: ids['two'] ?? 0, operatingStatus: '正常经营', sector: '非公企业', isLegalPerson: true })
    const pairs = await listed({ code: 'V-03' })
    expect(pairs).toMatchObject([{ recordId: twin, level: 'warning', unitName: '乙镇' }])
    expect(pairs[0]?.message).toContain('属“甲街道”，跨单位')
    await office.call('enterprise.tellApart', { oneId: twin, otherId: ids['b'] ?? 0 })
    expect(await listed({ code: 'V-03' })).toEqual([])
    await office.call('record.remove', { kind: 'enterprise', ids: [twin] })
  })

  it('counts every list under the other conditions', async () => {
    const all = await office.call('quality.counts', {})
    expect(all).toMatchObject({ enterprises: 3, previous: null, jumps: 0 })
    expect(all.total).toBe(all.levels.error + all.levels.warning + all.levels.notice)
    expect(all.units.map(({ unit, levels }) => [unit, levels.error + levels.warning + levels.notice]).reduce((sum, [, n]) => sum + Number(n), 0)).toBe(all.total)
    const one = await office.call('quality.counts', { filter: { unitIds: [ids['one'] ?? 0], code: 'V-06' } })
    expect(one.total).toBe(1)
    expect(one.units.map(({ unit }) => unit)).toEqual(['甲街道', '乙镇'])
    expect(one.codes.length).toBeGreaterThan(2)
  })

  it('says the same to the command line', async () => {
    const { problems, counts } = await office.call('office.check', {})
    const { total, codes } = await office.call('quality.counts', {})
    expect(problems).toHaveLength(total)
    expect(counts).toEqual(codes)
  })

  it('is handed on as a workbook with what is shown', async () => {
    const { rows, bytes, fileName } = await office.call('quality.export', { filter: { level: 'warning' } })
    expect(rows).toBe((await listed({ level: 'warning' })).length)
    expect(fileName).toBe('数据核查_2026-06-30.xlsx')
    expect(bytes.length).toBeGreaterThan(5000)
  })
})

describe('较上期异常', () => {
  beforeAll(() => office.call('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' }))

  it('is silent while nothing changed, and compares figure by figure beyond the limits', async () => {
    expect((await office.call('quality.counts', {})).previous).toBe('2026年第1季度')
    expect(await listed({ jumps: true })).toEqual([])
    await change('enterprise', ids['b'] ?? 0, { employees: 59 })
    expect(await listed({ jumps: true })).toEqual([])
    await change('enterprise', ids['b'] ?? 0, { employees: 60 })
    expect(await listed({ jumps: true })).toMatchObject([
      { code: 'V-48', recordId: ids['b'], name: '甲二公司', label: '从业人员', was: '40', now: '60', message: '从业人员数由2026年第1季度的 40 增到 60（+50%），请核对' },
    ])
    await office.call('setting.save', { settings: { limits: { figurePercent: 60 } } })
    expect(await listed({ jumps: true })).toEqual([])
    await change('enterprise', ids['b'] ?? 0, { employees: null })
    expect((await listed({ jumps: true })).map(({ message }) => message)).toEqual(['从业人员数2026年第1季度为 40，现在没有填，请核对'])
    await change('enterprise', ids['b'] ?? 0, { employees: 40 })
  })

  it('names an enterprise that lost its organisation', async () => {
    await change('coverage', ids['coverA'] ?? 0, { until: '2026-05-01' })
    const lost = (await listed({ code: 'V-48' })).filter(({ recordId }) => recordId === ids['a'])
    expect(lost).toMatchObject([{ was: '中共甲一公司支部委员会', now: '' }])
    await change('coverage', ids['coverA'] ?? 0, { until: null })
  })

  it('names a unit whose members jumped (V-43)', async () => {
    const [first] = await listed({ code: 'V-43' })
    expect(first).toBeUndefined()
    await change('enterprise', ids['c'] ?? 0, { formalMembers: 5 })
    await office.call('period.lock', { kind: '月', label: '2026年5月', cutOffOn: '2026-05-31' })
    await change('enterprise', ids['c'] ?? 0, { formalMembers: 7 })
    expect(await listed({ code: 'V-43' })).toMatchObject([{ kind: 'unit', unitName: '乙镇', was: '5', now: '7' }])
  })
})

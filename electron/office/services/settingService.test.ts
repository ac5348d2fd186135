import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import expected from '../../../resources/sample-district/expected.json'
import type { Input } from '../../../shared/contract/index'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import { nationalSettings } from '../../../shared/domain/officeSettings'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

const folder = join(import.meta.dirname, '../../../resources/sample-district')
type Changes = Input<'setting.save'>['settings']

async function withSampleDistrict(): Promise<TestOffice> {
  const office = await createTestOffice({ today: expected.cutOff })
  await office.call('office.setup', expected.setup as Input<'office.setup'>)
  const fileIds: string[] = []
  for (const name of Object.keys(expected.files)) {
    const { fileId } = await office.call('import.read', { name, bytes: readFileSync(join(folder, name)) })
    fileIds.push(fileId)
  }
  const { planId } = await office.call('import.plan', { fileIds })
  await office.call('import.commit', { planId })
  return office
}

async function ledger(office: TestOffice): Promise<Map<number, LedgerRow>> {
  const { rows } = await office.call('enterprise.page', { limit: 1000 })
  return new Map(rows.map((row) => [row.id, row]))
}

async function checkCounts(office: TestOffice): Promise<Map<string, number>> {
  const { counts } = await office.call('office.check', {})
  return new Map(counts.map(({ code, count }) => [code, count]))
}

describe('a change of a rule, on the sample district', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await withSampleDistrict()
  })
  afterEach(() => office.call('setting.save', { settings: { ...nationalSettings, names: undefined } }))
  afterAll(() => office.close())

  it.each<[string, Changes]>([
    ['筹建 counts', { rules: { base: ['正常经营', '筹建'] } }],
    ['one member is enough', { rules: { minMembers: 1 } }],
    ['妇联 counts', { rules: { womenCount: true } }],
    ['every sector counts', { rules: { enterprisesOnly: false } }],
    ['only legal persons', { rules: { legalPersonsOnly: true } }],
    ['only 三有', { rules: { threeHaveOnly: true } }],
    ['from 50 employees on', { rules: { baseEmployees: 50 } }],
    ['other limits', { limits: { jointLimit: 2, employees: 10 } }],
    ['another first reminder', { reminders: { electionMonths: 24 } }],
    ['all together', {
      rules: { base: ['正常经营', '筹建', '停产停业'], minMembers: 5, womenCount: true, baseEmployees: 5 },
      limits: { employees: 30 },
    }],
  ])('is foretold exactly and then followed: %s', async (_, settings) => {
    const rowsBefore = await ledger(office)
    const checksBefore = await checkCounts(office)
    const tableBefore = await s1(office)
    const soonBefore = await endingSoon(office)
    const preview = await office.call('setting.preview', { settings })
    expect((await s1(office)).total, 'a preview writes nothing').toEqual(tableBefore.total)
    expect(preview.before).toEqual(tableBefore.total)

    await office.call('setting.save', { settings })

    const table = await s1(office)
    expect(preview.after).toEqual(table.total)
    expect(preview.units.map(({ unit, before, after }) => ({ unit, before, after }))).toEqual(
      table.rows.map(({ label, figures }, i) => ({ unit: label, before: tableBefore.rows[i]?.figures, after: figures })),
    )
    const rows = await ledger(office)
    const differing = [...rows.values()].filter(({ id, status, inBase }) => {
      const before = rowsBefore.get(id)
      return before?.status !== status || before.inBase !== inBase
    })
    const entering = differing.filter(({ id, inBase }) => rowsBefore.get(id)?.inBase !== inBase)
    expect(preview.changed.inBase).toBe(entering.length)
    expect(preview.changed.status).toBe(differing.filter(({ id, status }) => rowsBefore.get(id)?.status !== status).length)
    expect(preview.changed.any).toBeGreaterThanOrEqual(differing.length)
    expect([...rows.values()].filter(({ inBase }) => inBase)).toHaveLength(table.total['D'] ?? 0)

    const checks = await checkCounts(office)
    const codes = new Set([...checksBefore.keys(), ...checks.keys()])
    expect(preview.checks.map(({ code, before, after }) => [code, before, after])).toEqual(
      [...codes]
        .sort()
        .map((code) => [code, checksBefore.get(code) ?? 0, checks.get(code) ?? 0] as const)
        .filter(([, before, after]) => before !== after),
    )
    expect(preview.elections).toEqual({ before: soonBefore, after: await endingSoon(office) })
  })

  it('changes what the note under the table says', async () => {
    const rules = { base: ['正常经营', '筹建'], minMembers: 5, womenCount: true, threeHaveOnly: true, baseEmployees: 10 } as const
    await office.call('setting.save', { settings: { rules: { ...rules, base: [...rules.base] } } })
    const { note } = await s1(office)
    expect(note).toContain('分母：实体运营非公企业，经营状态=正常经营、筹建，三有企业，从业人员 10 人以上；')
    expect(note).toContain('应建：正式党员 5 名以上；群团组织：工会、共青团、妇联')
  })

  it('says why an enterprise counts no longer', async () => {
    await office.call('setting.save', { settings: { rules: { threeHaveOnly: true } } })
    const [row] = [...(await ledger(office)).values()].filter(({ operatingStatus }) => operatingStatus === '正常经营')
    expect(row).toMatchObject({ inBase: false })
    expect(row?.reason).toContain('不是三有企业，不计入实体运营基数')
  })
})

describe('settings', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await createTestOffice()
  })
  afterEach(() => office.close())

  it('are the national ones until somebody sets others', async () => {
    expect(await office.call('setting.get', {})).toEqual(nationalSettings)
  })

  it('are saved one by one, and the rest goes on following the national ones', async () => {
    await office.call('setting.save', { settings: { rules: { minMembers: 5 }, goalLabels: { fund: '有保障' } } })
    const saved = await office.call('setting.save', { settings: { rules: { womenCount: true } } })
    expect(saved.rules).toEqual({ ...nationalSettings.rules, minMembers: 5, womenCount: true })
    expect(saved.goalLabels).toEqual({ ...nationalSettings.goalLabels, fund: '有保障' })
    expect(await office.call('setting.get', {})).toEqual(saved)
  })

  it('share the names with the first setup', async () => {
    await office.call('office.setup', { regionName: '示范区', officeName: '示范区委非公工委', units: [] })
    expect((await office.call('setting.get', {})).names).toEqual({ regionName: '示范区', officeName: '示范区委非公工委' })
    await office.call('setting.save', { settings: { names: { officeName: '示范区委两新工委' } } })
    expect(await office.call('office.status', {})).toMatchObject({ regionName: '示范区', officeName: '示范区委两新工委' })
    expect(office.events.at(-1)).toMatchObject({ type: 'office.changed', areas: ['setting', 'office'] })
  })

  it('announce what changed, and nothing when nothing did', async () => {
    await office.call('setting.save', { settings: { rules: { minMembers: 3 } } })
    expect(office.events).toEqual([])
    await office.call('setting.save', { settings: { rules: { minMembers: 4 } } })
    expect(office.events).toMatchObject([{ type: 'office.changed', areas: ['setting'] }])
  })

  it('are refused with the sentence of their rule, and nothing is saved', async () => {
    const settings = { rules: { minMembers: 0, base: [] }, reminders: { electionMonths: 2 }, limits: { jointLimit: 9 } }
    const failure = await office.failure('setting.save', { settings })
    expect(failure).toMatchObject({ code: 'invalid', details: { reason: 'setting' } })
    expect(failure.issues?.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['settings.rules.base', '请至少选择一种经营状态'],
      ['settings.rules.minMembers', '应在 1 到 100 之间'],
      ['settings.reminders.electionLastMonths', '再次提醒应晚于首次提醒，月数要更少'],
    ])
    expect(await office.failure('setting.preview', { settings })).toMatchObject({ code: 'invalid' })
    expect(await office.call('setting.get', {})).toEqual(nationalSettings)
    expect(office.events).toEqual([])
  })

  it.each([
    [{ rules: { base: ['营业'] } }],
    [{ rules: { minMembers: '3' } }],
    [{ work: { visitUnit: '天' } }],
    [{ goalLabels: { seventh: '有第七' } }],
    [{ lists: { carriers: ['x'.repeat(101)] } }],
  ])('of another shape are refused: %o', async (settings) => {
    expect(await office.failure('setting.save', { settings })).toMatchObject({ code: 'invalid' })
  })

  it('that went on since they were seen are not overwritten', async () => {
    await office.call('setting.save', { settings: { limits: { jointLimit: 10 } } })
    const stale = { settings: { limits: { jointLimit: 8 } }, seen: { limits: { jointLimit: 5 } } }
    expect(await office.failure('setting.save', stale)).toMatchObject({
      code: 'conflict',
      details: { reason: 'setting', setting: '联合党组织覆盖企业上限', current: '10 家' },
    })
    const other = { settings: { limits: { employees: 30 } }, seen: { limits: { employees: 50 } } }
    expect((await office.call('setting.save', other)).limits).toMatchObject({ jointLimit: 10, employees: 30 })
  })

  it('leave one entry in the log, with what was and what is', async () => {
    await office.call('setting.save', {
      settings: { rules: { minMembers: 5 }, lists: { carriers: ['双争双强'] } },
      operator: '王敏',
    })
    const entries = await storedRows(office, "SELECT operator, action, entity, label, changes FROM audit_entry")
    expect(entries).toEqual([
      {
        operator: '王敏', action: '设置', entity: 'setting', label: '设置：应建党组织的正式党员数、活动载体',
        changes: JSON.stringify([
          { field: 'rules.minMembers', before: 3, after: 5 },
          { field: 'lists.carriers', before: nationalSettings.lists.carriers, after: ['双争双强'] },
        ]),
      },
    ])
  })

  it('ask a new assignment of an import for the visits they say', async () => {
    await office.call('office.setup', { regionName: '区', officeName: '办', units: [{ name: '甲街道', kind: '街道', sortNo: 1 }] })
    await office.call('setting.save', { settings: { work: { visitTimes: 2, visitUnit: '月' } } })
    const table = '所属乡镇(街道),企业名称,从业人员数,正式党员,指导员(联络员)姓名,指导员(联络员)联系电话\n甲街道,甲公司,9,0,王五,13900139000\n'
    const { fileId } = await office.call('import.read', { name: '表.csv', bytes: new TextEncoder().encode(table) })
    const { planId } = await office.call('import.plan', { fileIds: [fileId] })
    await office.call('import.commit', { planId })
    const rows = await storedRows(office, 'SELECT frequency_times AS times, frequency_unit AS unit FROM assignment')
    expect(rows).toEqual([{ times: 2, unit: '月' }])
  })
})

/** Reads the data file of an office as it lies there. */
async function storedRows(office: TestOffice, query: string): Promise<unknown> {
  const { DatabaseSync } = await import('node:sqlite')
  const file = new DatabaseSync(join(office.folder, 'ledger.sqlite'), { readOnly: true })
  try {
    return file.prepare(query).all()
  } finally {
    file.close()
  }
}

/** Table S1 without 较上期, which a preview does not compare. */
async function s1(office: TestOffice) {
  const [part] = (await office.call('statistics.table', { table: 'S1' })).parts
  const plain = ({ X: _X, ...figures }: Record<string, number | null>) => figures
  const rows = (part?.rows ?? []).map((row) => ({ ...row, figures: plain(row.figures) }))
  return { note: part?.note ?? '', rows, total: plain(part?.total ?? {}) }
}

/** 即将届满 as the ledger of organisations lists them. */
async function endingSoon(office: TestOffice): Promise<number> {
  return (await office.call('record.page', { kind: 'partyOrg', filter: { is: { electionState: ['即将届满'] } } })).total
}

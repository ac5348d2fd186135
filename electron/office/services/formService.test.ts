import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract/index'
import type { RecordChange } from '../../../shared/contract/record'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { writtenRows, type WrittenRow } from '../forms/testing/writtenRows'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice({ today: '2026-07-15' })
  const units = ['甲街道', '乙镇'].map((name, i) => ({ name, kind: '街道' as const, sortNo: i + 1, aliases: [] }))
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
})
afterEach(() => office.close())

type Values = Record<string, FieldValue>
const save = (...changes: RecordChange[]) => office.call('record.save', { changes })
const add = async (kind: RecordKind, ...rows: Values[]): Promise<number[]> => {
  if (rows.length === 0) return []
  const { saved } = await save(...rows.map((values, i) => ({ kind, id: -1 - i, values })))
  return saved.map(({ id }) => id)
}
const rows = async (question: Input<'form.export'>): Promise<WrittenRow[]> =>
  writtenRows(question.form, (await office.call('form.export', question)).bytes)
/** Only these fields of each row. */
const pick = async (question: Input<'form.export'>, ...fields: string[]) =>
  (await rows(question)).map((row) => fields.map((field) => row[field] ?? null))

const enterprise = (name: string, more: Values = {}): Values => ({ name, unitId: 1, ...more })
async function covered(org: Values, names: readonly string[], more: Values = {}): Promise<{ org: number; enterprises: number[] }> {
  const enterprises = await add('enterprise', ...names.map((name) => enterprise(name, { formalMembers: 2, probationaryMembers: 1, ...more })))
  const [id = 0] = await add('partyOrg', { unitId: 1, mode: names.length > 1 ? '联合组建' : '单独组建', orgType: '党支部', ...org })
  await add('coverage', ...enterprises.map((enterpriseId) => ({ partyOrgId: id, enterpriseId, since: '2020-01-01' })))
  return { org: id, enterprises }
}

describe('F01 and F02', () => {
  it('list enterprises by unit, a month as a month and amounts in 万元', async () => {
    await add('enterprise', enterprise('乙厂', { unitId: 2 }), enterprise('甲厂', { annualRevenue: 12_345_600, registeredCapital: 500_000_000, creditCode: '91000000MA00000157' }))
    expect(await pick({ form: 'F01' }, 'unitName', 'enterpriseName', 'annualRevenue')).toEqual([['甲街道', '甲厂', 12.3456], ['乙镇', '乙厂', null]])
    expect(await pick({ form: 'F02', unitId: 1 }, 'enterpriseName', 'registeredCapital', 'annualRevenue', 'hasLiaison')).toEqual([['甲厂', 500, 12.3456, '否']])
  })
})

describe('F03', () => {
  it('names what an organisation covers, sums its members and says where its term stands', async () => {
    await covered({ name: '中共甲联合支部', lastElectionOn: '2023-10-01', code: '0012', placeArea: 35.5 }, ['甲厂', '乙厂'])
    await covered({ name: '中共丙支部', foundedOn: '2019-05-01', formalMembersStated: 9 }, [])
    expect(await pick({ form: 'F03' }, 'partyOrgName', 'coveredCount', 'coveredEnterprises', 'orgFormalMembers', 'termYears', 'termEndsOn', 'electionState', 'orgCode')).toEqual([
      ['中共甲联合支部', 2, '甲厂、乙厂', 4, 3, { date: '2026-10-01' }, '即将届满', '0012'],
      // Nobody stated an election: the end of the term is asked for, not told.
      ['中共丙支部', 0, null, 9, 3, null, null, null],
    ])
  })

  it('divides names by lines where one of them has the sign of division itself', async () => {
    await covered({ name: '中共联合支部' }, ['甲、乙贸易商行', '丙厂'])
    expect((await rows({ form: 'F03' }))[0]?.['coveredEnterprises']?.toString().split('\n').sort()).toEqual(['丙厂', '甲、乙贸易商行'])
  })
})

describe('F04', () => {
  it('lists who is in office today; of a year also those that ended in it', async () => {
    const [a = 0, b = 0, c = 0] = await add('enterprise', enterprise('甲厂'), enterprise('乙厂'), enterprise('丙厂', { unitId: 2 }))
    const [one = 0, other = 0] = await add(
      'liaison',
      { name: '张三', kind: '指导员', fullTime: true, level: '乡镇街道级', employer: '甲街道', phone: '13800000000' },
      { name: '李四', kind: '联络员', active: false },
    )
    await add(
      'assignment',
      { liaisonId: one, enterpriseId: c, from: '2025-01-01', frequencyTimes: 2, frequencyUnit: '月' },
      { liaisonId: one, enterpriseId: a, from: '2026-01-01' },
      { liaisonId: one, enterpriseId: b, from: '2025-01-01', to: '2026-03-31', endReason: '工作调动' },
      { liaisonId: other, enterpriseId: b, from: '2024-01-01' },
    )
    const fields = ['liaisonName', 'liaisonKind', 'liaisonFullTime', 'liaisonLevel', 'enterpriseName', 'visitFrequency', 'assignmentState'] as const
    const person = ['张三', '党建工作指导员', '专职', '乡镇(街道)级']
    const merged = [null, null, null, null]
    const stopped = ['李四', '党建工作联络员', '兼职', null, '乙厂', '每季1次', '停用']
    expect(await pick({ form: 'F04' }, ...fields)).toEqual([
      [...person, '甲厂', '每季1次', '在岗'],
      [...merged, '丙厂', '每月2次', '在岗'],
      stopped,
    ])
    expect(await pick({ form: 'F04', year: 2026 }, 'liaisonName', 'enterpriseName', 'assignmentState')).toEqual([
      ['张三', '甲厂', '在岗'],
      [null, '乙厂', '调整'],
      [null, '丙厂', '在岗'],
      ['李四', '乙厂', '停用'],
    ])
    // On the last day of a year that has passed.
    expect(await pick({ form: 'F04', year: 2025 }, 'enterpriseName', 'assignmentState')).toEqual([['乙厂', '在岗'], ['丙厂', '在岗'], ['乙厂', '停用']])
    expect(await pick({ form: 'F04', unitId: 2 }, 'enterpriseName')).toEqual([['丙厂']])
  })
})

describe('F05', () => {
  it('lists the visits of a year, or all', async () => {
    const [a = 0] = await add('enterprise', enterprise('甲厂'))
    const [liaison = 0] = await add('liaison', { name: '张三', kind: '联络员' })
    const visit = { liaisonId: liaison, enterpriseId: a, mode: '实地', content: '了解情况' }
    await add('visit', { ...visit, visitedOn: '2026-05-01', problem: '缺场所', resolution: '已解决', resolvedOn: '2026-06-01' }, { ...visit, visitedOn: '2025-11-01' })
    const fields = ['visitedOn', 'liaisonName', 'unitName', 'visitMode', 'problem', 'resolvedOn'] as const
    expect(await pick({ form: 'F05', year: 2026 }, ...fields)).toEqual([[{ date: '2026-05-01' }, '张三', '甲街道', '实地', '缺场所', { date: '2026-06-01' }]])
    expect(await pick({ form: 'F05' }, 'rowNo', 'visitedOn')).toEqual([[1, { date: '2025-11-01' }], [2, { date: '2026-05-01' }]])
    expect(await rows({ form: 'F05', unitId: 2 })).toEqual([])
  })
})

describe('F06', () => {
  it('puts those that should have an organisation first, then the large ones, then those with most members', async () => {
    await add(
      'enterprise',
      enterprise('没有党员', { formalMembers: 0 }),
      enterprise('规上无党员', { formalMembers: 0, isAboveScale: true }),
      enterprise('两名', { formalMembers: 2 }),
      enterprise('三名', { formalMembers: 3, plannedFoundingOn: '2026-09-15', plannedMode: '单独组建' }),
      enterprise('九名', { formalMembers: 9 }),
      enterprise('规上三名', { formalMembers: 3, isAboveScale: true }),
      enterprise('未填'),
      enterprise('已停产', { formalMembers: 5, operatingStatus: '停产停业' }),
    )
    await covered({ name: '中共丁支部' }, ['已建'])
    expect(await pick({ form: 'F06' }, 'enterpriseName', 'unbuiltKind')).toEqual([
      ['规上三名', '应建未建'], ['九名', '应建未建'], ['三名', '应建未建'], ['规上无党员', '无党员'], ['两名', '党员不足3名'],
      ['没有党员', '无党员'], ['未填', null],
    ])
    expect((await rows({ form: 'F06' }))[2]).toMatchObject({ plannedFoundingOn: { date: '2026-09-15' }, plannedMode: '单独组建' })
  })
})

describe('F07', () => {
  it('knows who heads two organisations, and leaves a vacant post without a name', async () => {
    const first = await covered({ name: '中共甲支部' }, ['甲厂'])
    const second = await covered({ name: '中共乙支部' }, ['乙厂'])
    await covered({ name: '中共丙支部' }, ['丙厂'])
    const officer = { name: '王五', phone: '13700000000', source: '内选', fullTime: false, since: '2024-01-01' }
    await add(
      'secretaryTerm',
      { partyOrgId: first.org, ...officer, trainings: [{ year: 2025, count: 4 }, { year: 2026, count: 2 }] },
      { partyOrgId: second.org, ...officer },
    )
    expect(await pick({ form: 'F07' }, 'partyOrgName', 'secretaryName', 'secretaryFullTime', 'secretaryElsewhere', 'secretaryTrainings')).toEqual([
      ['中共甲支部', '王五', '兼职', '是', 2],
      ['中共乙支部', '王五', '兼职', '是', null],
      ['中共丙支部', null, null, null, null],
    ])
    expect(await pick({ form: 'F07', year: 2025 }, 'secretaryTrainings')).toEqual([[4], [null], [null]])
  })
})

describe('F08 and F09', () => {
  it('put the items of an enterprise in one row', async () => {
    const { enterprises: [a = 0] } = await covered({ name: '中共甲支部' }, ['甲厂'])
    await add('enterprise', enterprise('没有登记'))
    await add(
      'delivery',
      { enterpriseId: a, item: 'room', state: '已落实', quantity: 35.5, doneOn: '2026-03-01', amount: 120_050, receiver: '张三' },
      { enterpriseId: a, item: 'flag', state: '推进中', amount: 5_000, receiver: '李四', note: '已订购' },
      { enterpriseId: a, item: 'books', state: '共用', receiver: '张三' },
    )
    expect(await rows({ form: 'F08' })).toMatchObject([
      {
        enterpriseName: '甲厂', partyOrgName: '中共甲支部', 'delivery.room.state': '已落实', 'delivery.room.quantity': 35.5,
        'delivery.room.doneOn': { date: '2026-03-01' }, 'delivery.flag.state': '推进中', 'delivery.board.state': null,
        'delivery.books.state': '共用', deliveryAmount: 1250.5, receiver: '张三、李四', handler: null, note: '已订购',
      },
    ])
  })

  it('have the latest verdict, of all or of a year', async () => {
    const [a = 0] = await add('enterprise', enterprise('甲厂'))
    const met = { orgMet: true, placeMet: true, fundMet: true, activityMet: true, ruleMet: true, effectMet: true }
    await add(
      'goalCheck',
      { enterpriseId: a, period: '2025年第4季度', checkedOn: '2025-12-20', ...met },
      { enterpriseId: a, period: '2026年第2季度', checkedOn: '2026-06-30', ...met, fundMet: false, fundEvidence: '没有收入', effectMet: null, remedy: '列入预算', deadline: '2026-09-30' },
    )
    expect(await rows({ form: 'F09' })).toMatchObject([
      {
        goalCheckedOn: { date: '2026-06-30' }, 'goal.org': '√', 'goal.fund': '×', 'goal.fund.evidence': '没有收入', 'goal.effect': null,
        goalCount: 4, goalAll: '否', goalRemedy: '列入预算(时限:2026-09-30)',
      },
    ])
    expect(await pick({ form: 'F09', year: 2025 }, 'goalCheckedOn', 'goalCount', 'goalAll')).toEqual([[{ date: '2025-12-20' }, 6, '是']])
  })
})

describe('F10', () => {
  it('runs the balance of each payee over the years, in 元', async () => {
    const { org, enterprises: [a = 0] } = await covered({ name: '中共甲支部' }, ['甲厂'])
    await add(
      'fundEntry',
      { occurredOn: '2025-12-01', direction: '收入', source: '企业投入', amount: 100_000, partyOrgId: org },
      { occurredOn: '2026-02-01', direction: '支出', use: '教育培训', amount: 30_050, partyOrgId: org, voucherNo: '007' },
      { occurredOn: '2026-03-01', direction: '收入', source: '社会捐助', amount: 1, enterpriseId: a },
    )
    const fields = ['payeeName', 'fund.in.enterprise', 'fund.in.other', 'fund.out', 'fundBalance', 'voucherNo'] as const
    const expense = ['中共甲支部', null, null, 300.5, 699.5, '007']
    const gift = ['甲厂', null, 0.01, null, 0.01, null]
    expect(await pick({ form: 'F10' }, ...fields)).toEqual([['中共甲支部', 1000, null, null, 1000, null], expense, gift])
    expect(await pick({ form: 'F10', year: 2026 }, ...fields)).toEqual([expense, gift])
  })
})

describe('F11 and F11S', () => {
  it('need an assessment of the year', async () => {
    for (const form of ['F11', 'F11S'] as const) {
      expect(await office.failure('form.export', { form, year: 2025 })).toMatchObject({ code: 'not-found', details: { reason: 'no-scheme', year: 2025 } })
    }
  })

  it('give each organisation its sheet, with what was computed and why points are missing', async () => {
    const { org } = await covered({ name: '中共甲支部', lastElectionOn: '2022-01-01' }, ['甲厂'])
    await covered({ name: '中共乙支部' }, ['乙厂'], { sector: '社会组织' })
    await office.call('assessment.create', { year: 2026, name: '2026年度考核' })
    const { bytes, rows: total, fileName } = await office.call('form.export', { form: 'F11' })
    expect([total, fileName]).toEqual([18, '某区2026年度非公有制企业党建工作考核评分表(2026-07-15).xlsx'])
    const [first] = await writtenRows('F11', bytes)
    expect(first).toMatchObject({ itemGroup: '组织建设', itemText: '按期换届', itemMax: 10, finalScore: 0, deductionReason: '届满未换' })
    expect(await office.call('form.preview', { form: 'F11', partyOrgId: org })).toMatchObject({ sheets: 1, total: 9 })
    expect(await office.failure('form.export', { form: 'F11', partyOrgId: 99 })).toMatchObject({ code: 'not-found', details: { kind: 'partyOrg' } })
    expect(await office.call('form.preview', { form: 'F11', unitId: 2 })).toMatchObject({ sheets: 1, total: 9 })
    await add('quarterScore', { partyOrgId: org, year: 2026, quarter: 1, points: 90 }, { partyOrgId: org, year: 2026, quarter: 2, points: 81 })
    expect(await pick({ form: 'F11S' }, 'rowNo', 'partyOrgName', 'orgSector', 'scoreQ1', 'scoreH1', 'scoreQ3')).toEqual([
      [1, '中共甲支部', '非公企业党组织', 90, 85.5, null],
      [1, '中共乙支部', '社会组织党组织', null, null, null],
    ])
  })
})

describe('F12', () => {
  it('counts the days to the end of a term, and dates the election of the year', async () => {
    await covered({ name: '中共甲支部', lastElectionOn: '2023-07-05', extendedTo: '2026-12-31', remindedOn: '2026-01-05' }, ['甲厂'])
    await covered({ name: '中共乙支部', lastElectionOn: '2026-03-01' }, ['乙厂'])
    expect(await pick({ form: 'F12' }, 'lastElectionOn', 'termEndsOn', 'daysToTermEnd', 'electionState', 'extendedTo', 'electedOn')).toEqual([
      [{ date: '2023-07-05' }, { date: '2026-07-05' }, -10, '已批延期', { date: '2026-12-31' }, null],
      [{ date: '2026-03-01' }, { date: '2029-03-01' }, 960, '正常', null, { date: '2026-03-01' }],
    ])
    expect(await pick({ form: 'F12', year: 2025 }, 'daysToTermEnd')).toEqual([[186], [1156]])
  })
})

describe('every form', () => {
  it('is refused for a unit there is not, and named after who fills it in', async () => {
    expect(await office.failure('form.export', { form: 'F03', unitId: 9 })).toMatchObject({ code: 'not-found', details: { what: 'unit', id: 9 } })
    expect((await office.call('form.export', { form: 'F01' })).fileName).toBe('某区非公有制企业党建工作台账(2026-07-15).xlsx')
    expect((await office.call('form.export', { form: 'F08', unitId: 2 })).fileName).toBe('乙镇“三建三送”落实情况台账(2026-07-15).xlsx')
    expect(await office.call('form.list', { year: 2025 })).toContainEqual({
      id: 'F11', title: '2025年度非公有制企业党建工作考核评分表', paper: 'A4', landscape: false, years: 'one',
    })
  })

  it('shows the beginning of what it would hold', async () => {
    await add('enterprise', enterprise('甲厂', { establishedOn: '2020-01-02' }), enterprise('乙厂'), enterprise('丙厂'))
    const preview = await office.call('form.preview', { form: 'F02', limit: 2 })
    expect(preview).toMatchObject({ title: '非公有制企业基本情况摸底调查表', total: 3, sheets: 1 })
    expect(preview.rows.map((row) => [row[0], row[2], row[8]])).toEqual([[1, '甲厂', '2020-01-02'], [2, '乙厂', null]])
    expect(preview.columns[4]).toEqual({ group: '企业概况', header: '注册地址', width: 26 })
  })
})

import type { RecordChange } from '../../../shared/contract/record'
import type { TestOffice } from './createTestOffice'

/**
 * Records in which every column of the forms F03 to F12 says something, long and awkward values among them, on the
 * first enterprises of an office that has some. They belong to a unit of their own.
 */
export async function fillFormFields(office: TestOffice): Promise<void> {
  const { rows: units } = await office.call('record.page', { kind: 'unit', limit: 1 })
  const unitId = units[0]?.id ?? 0
  const { saved } = await office.call('record.save', { operator: '测试', changes: recordsOf(unitId) })
  const orgId = saved.find(({ kind }) => kind === 'partyOrg')?.id ?? 0
  const { rows: items } = await office.call('record.page', { kind: 'schemeItem', limit: 100 })
  const { rows: schemes } = await office.call('record.page', { kind: 'scheme', limit: 1 })
  const year = Number(schemes[0]?.values['year'] ?? 2026)
  await office.call('record.save', { operator: '测试', changes: scoresOf(orgId, year, items.map(({ id, values }) => ({ id, max: Number(values['max']) }))) })
}

function recordsOf(unitId: number): RecordChange[] {
  const enterprise = (id: number, values: RecordChange['values']): RecordChange => ({ kind: 'enterprise', id, values: { unitId, ...values } })
  return [
    enterprise(-1, { name: '东山、西山(联合)商贸有限公司', formalMembers: 4, probationaryMembers: 1, localIndustry: '药业' }),
    enterprise(-2, { name: '示范区“老字号”食品厂', formalMembers: 2 }),
    enterprise(-3, {
      name: '待建机械有限公司', formalMembers: 3, isAboveScale: true, employees: 80, unbuiltReason: '出资人不支持', plannedMeasure: '一、上门动员\n二、选派指导员', plannedMode: '单独组建',
      plannedFoundingOn: '2026-12-01', responsibleUnit: '某街道党工委', responsible: '钱七', progress: '筹备', note: '已约谈  两次',
    }),
    {
      kind: 'partyOrg', id: -1,
      values: {
        name: '中共东山西山联合支部委员会', unitId, orgType: '党支部', mode: '联合组建', jointBasis: '商业街区(商圈)', code: '0631001', parentOrgName: '中共某街道工作委员会', foundedOn: '2019-03-15',
        approvalNo: '某组发〔2019〕3号', lastElectionOn: '2022-03-15', termYears: 3, termEndsOn: '2025-03-20', extendedTo: '2026-02-01', extensionNo: '某延〔2025〕1号', remindedOn: '2024-09-20',
        remindedBy: '发函', plannedElectionOn: '2026-12-20', electionMethod: '党员大会', deputySecretaries: 1, committeeSize: 3, contactName: '王五', contactPhone: '0531-88880000-8', placeArea: 35.5,
        grade: 'A类示范', formalMembersStated: 9, probationaryStated: 2, localIndustry: '食品',
      },
    },
    { kind: 'coverage', id: -1, values: { partyOrgId: -1, enterpriseId: -1, since: '2019-03-15' } },
    { kind: 'coverage', id: -2, values: { partyOrgId: -1, enterpriseId: -2, since: '2020-01-01' } },
    { kind: 'secretaryTerm', id: -1, values: { partyOrgId: -1, name: '前任', source: '下派', since: '2019-03-15', until: '2022-03-15', phone: '13800138001' } },
    {
      kind: 'secretaryTerm', id: -2,
      values: {
        partyOrgId: -1, name: '欧阳 某', source: '内选', identity: '高管', enterprisePost: '副总经理', fullTime: true, since: '2022-03-15', phone: '13800138002', education: '大学',
        trainings: [{ year: 2025, count: 1 }, { year: 2026, count: 2 }],
      },
    },
    {
      kind: 'liaison', id: -1,
      values: { name: '赵六', kind: '指导员', fullTime: true, employer: '某街道党建办', post: '组织委员', homeOrg: '某街道机关第一党支部', level: '乡镇街道级', phone: '13800138003', batch: '第二批', active: true },
    },
    { kind: 'liaison', id: -2, values: { name: '赵六', kind: '联络员', fullTime: false, employer: '别处', phone: '13800138004', level: '其他', active: false } },
    { kind: 'assignment', id: -1, values: { liaisonId: -1, enterpriseId: -1, from: '2025-01-01', to: '2027-12-31', frequencyTimes: 2, frequencyUnit: '月', note: '分片联系' } },
    { kind: 'assignment', id: -2, values: { liaisonId: -1, enterpriseId: -2, frequencyTimes: 1, frequencyUnit: '半年' } },
    { kind: 'assignment', id: -3, values: { liaisonId: -2, enterpriseId: -3, from: '2025-05-01', frequencyTimes: 1, frequencyUnit: '周' } },
    {
      kind: 'visit', id: -1,
      values: {
        visitedOn: '2026-05-06', liaisonId: -1, enterpriseId: -1, mode: '座谈', metPersons: '总经理、行政经理', content: '宣传政策；\n了解党员情况，“两个覆盖”', problem: '缺活动场所\n缺经费', measure: '与楼宇共用', responsible: '赵六',
        deadline: '2026-08-01', resolution: '已解决', resolvedOn: '2026-07-20', suggestion: '多组织活动',
      },
    },
    { kind: 'visit', id: -2, values: { visitedOn: '2026-05-06', liaisonId: -1, enterpriseId: -1, mode: '电话', content: '电话回访' } },
    { kind: 'visit', id: -3, values: { visitedOn: '2026-05-07', liaisonId: -1, enterpriseId: -2, mode: '线上', content: '无' } },
    ...([['room', '已落实', 30.5, '2026-03-01'], ['board', '推进中', null, null], ['rules', '共用', 6, '2026-03-02'], ['plaque', '需更换', 1, '2024-03-02'], ['flag', '未落实', null, null], ['books', '不适用', null, null]] as const).map(
      ([item, state, quantity, doneOn], i): RecordChange => ({
        kind: 'delivery', id: -1 - i,
        values: { enterpriseId: -1, item, state, quantity, doneOn, amount: quantity === null ? null : 12_345 * (i + 1), receiver: i === 0 ? '孙八' : null, handler: i < 3 ? `周${i}` : null, note: i === 2 ? '与楼宇共用' : null },
      }),
    ),
    {
      kind: 'goalCheck', id: -1,
      values: {
        enterpriseId: -1, period: '2026年第2季度', checkedOn: '2026-06-20', orgMet: true, orgEvidence: '已建支部', placeMet: true, placeEvidence: '活动室30㎡\n与楼宇共用', fundMet: false, fundEvidence: '未列支', activityMet: true,
        ruleMet: true, effectMet: false, effectEvidence: '党员作用不明显', remedy: '列入预算(每年1%)', deadline: '2026-09-30',
      },
    },
    { kind: 'goalCheck', id: -2, values: { enterpriseId: -2, period: '2026年第1季度', checkedOn: '2026-03-20', orgMet: true, placeMet: null, remedy: '整改时限待定' } },
    ...(['企业投入', '党费返还', '社会捐赠', '企业投入'] as const).map(
      (source, i): RecordChange => ({ kind: 'fundEntry', id: -1 - i, values: { occurredOn: '2026-04-01', direction: '收入', partyOrgId: -1, source, amount: i === 1 ? 123_45 : 100_000, summary: '年度经费', voucherNo: i === 3 ? null : '0012', handler: '周九' } }),
    ),
    { kind: 'fundEntry', id: -9, values: { occurredOn: '2026-04-02', direction: '支出', enterpriseId: -2, use: '困难慰问补助', amount: 99_999, summary: '慰问、补助', note: '现金' } },
  ]
}

function scoresOf(partyOrgId: number, year: number, items: readonly { id: number; max: number }[]): RecordChange[] {
  return [
    ...items.slice(0, 4).map(({ id, max }, i): RecordChange => ({ kind: 'score', id: -1 - i, values: { partyOrgId, schemeItemId: id, self: max, final: max - 0.5, deduction: '资料不全', note: i === 0 ? '抽查' : null } })),
    ...[91, 88.5, null, 93].map((points, i): RecordChange => ({ kind: 'quarterScore', id: -1 - i, values: { partyOrgId, year, quarter: i + 1, points } })),
    { kind: 'yearScore', id: -1, values: { partyOrgId, year, firstHalf: 90, note: '上半年按实际评定' } },
  ]
}

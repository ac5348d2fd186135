import { describe, expect, it } from 'vitest'
import { fullRows } from './testing/formRows'
import { enterprise, known, planRows, said, written } from './testing/planRows'

const enterprises = [enterprise(1, '甲公司', { creditCode: '91000000MA00000157' }), enterprise(2, '乙公司', { formerNames: ['旧乙公司'] })]
const org = known('partyOrg', 10, { name: '中共甲公司支部委员会', unitId: 1, mode: '单独组建', unverified: false })

describe('F06', () => {
  const plan = {
    unbuiltReason: '出资人不支持', plannedMeasure: '上门动员', plannedMode: '单独组建', plannedFoundingOn: '2026-09-01', responsibleUnit: '甲街道党工委', responsible: '钱七', progress: '筹备', note: '已约谈',
  }

  it('takes the plan and nothing else, by credit code, name or former name', () => {
    const [entry] = planRows('F06', [{ ...fullRows.F06, enterpriseName: '甲公司(更名)' }], { enterprise: enterprises })
    expect(entry && [entry.action, written(entry)]).toEqual(['change', [['enterprise', 1, { ...plan, plannedFoundingOnPrecision: 'month' }]]])
    expect(planRows('F06', [{ ...fullRows.F06, enterpriseName: '旧乙公司', creditCode: null }], { enterprise: enterprises }).map(({ target }) => [target.id, target.name])).toEqual([[2, '乙公司']])
    expect(planRows('F06', [fullRows.F06], { enterprise: [enterprise(1, '甲公司', plan)] }).map(({ action }) => action)).toEqual(['same'])
  })

  it('says of an unknown enterprise, of one that is built, and of a row that comes twice', () => {
    expect(planRows('F06', [{ ...fullRows.F06, enterpriseName: '丙公司', creditCode: null }], { enterprise: enterprises }).map((one) => [one.action, said(one)])).toEqual([['skip', [['V-46', 'error', 'C']]]])
    expect(planRows('F06', [fullRows.F06, { ...fullRows.F06, progress: '已报批' }], { enterprise: enterprises, coverage: [known('coverage', 1, { partyOrgId: 10, enterpriseId: 1 })] }).map(said)).toEqual([
      [['V-20', 'warning', 'C']], [['V-03', 'error', 'C']],
    ])
  })
})

describe('F08', () => {
  const row = fullRows.F08
  const delivered = (id: number, item: string, values: object) => known('delivery', id, { enterpriseId: 1, item, ...values })
  const all = [
    delivered(1, 'room', { state: '已落实', quantity: 30.5, doneOn: '2026-03-01', amount: 100_000, receiver: '孙八', handler: '周九', note: '分两批送达' }),
    delivered(2, 'board', { state: '推进中' }), delivered(3, 'rules', { state: '已落实', quantity: 6, doneOn: '2026-03-02', receiver: '孙八' }), delivered(4, 'plaque', { state: '未落实' }),
    delivered(5, 'flag', { state: '已落实', quantity: 1, doneOn: '2026-03-03', amount: 23_450 }), delivered(6, 'books', { state: '共用', quantity: 20, doneOn: '2026-03-04', sharedWithOrg: true }),
  ]

  it('knows all six items again, what it says of them together included', () => {
    expect(planRows('F08', [row], { enterprise: enterprises, delivery: all }).map((one) => [one.action, written(one), said(one)])).toEqual([['same', [], []]])
  })

  it('adds what is stated; one amount for several items is nobody’s', () => {
    const [entry] = planRows('F08', [row], { enterprise: enterprises })
    expect(entry && [written(entry).map(([kind, , values]) => [kind, values['item'], values['state'], values['receiver'] ?? null, values['sharedWithOrg'] ?? null]), said(entry)]).toEqual([
      [['delivery', 'room', '已落实', '孙八', null], ['delivery', 'board', '推进中', null, null], ['delivery', 'rules', '已落实', '孙八', null], ['delivery', 'plaque', '未落实', null, null],
        ['delivery', 'flag', '已落实', '孙八', null], ['delivery', 'books', '共用', '孙八', true]],
      [['V-28', 'warning', 'W']],
    ])
    const [single] = planRows('F08', [{ enterpriseName: '乙公司', 'delivery.flag.state': '已落实', 'delivery.board.state': '×', 'delivery.rules.state': '○', deliveryAmount: 80 }], { enterprise: enterprises })
    expect(single && written(single).find(([, , values]) => values['item'] === 'flag')?.[2]).toMatchObject({ amount: 8000 })
  })

  it('what is there no more has no date any more; a number says that it is there', () => {
    const [entry] = planRows('F08', [{ ...row, 'delivery.flag.state': '未落实', 'delivery.flag.doneOn': null, 'delivery.plaque.state': null, 'delivery.plaque.quantity': 1, deliveryAmount: null }], { enterprise: enterprises, delivery: all })
    expect(entry && [written(entry), said(entry)]).toEqual([
      [['delivery', 4, { state: '已落实', quantity: 1 }], ['delivery', 5, { doneOn: null, state: '未落实' }]],
      [['V-10', 'warning', 'N']],
    ])
  })
})

describe('F09', () => {
  const row = { ...fullRows.F09, note: null }
  const verdict = {
    enterpriseId: 1, period: '2026年第2季度', checkedOn: '2026-06-20', orgMet: true, orgEvidence: '已建支部', placeMet: true, placeEvidence: '活动室30㎡', fundMet: false, fundEvidence: '未列支',
    activityMet: true, activityEvidence: '主题党日', ruleMet: true, ruleEvidence: '制度上墙', effectMet: true, effectEvidence: '先锋岗', remedy: '落实经费', deadline: '2026-09-30',
  }

  it('is told by its quarter; measure and deadline come out of one cell', () => {
    const [entry] = planRows('F09', [row], { enterprise: enterprises })
    expect(entry && [entry.action, written(entry), said(entry)]).toEqual(['add', [['goalCheck', -1, verdict]], []])
    expect(planRows('F09', [row], { enterprise: enterprises, goalCheck: [known('goalCheck', 3, verdict)] }).map(({ action }) => action)).toEqual(['same'])
    expect(planRows('F09', [{ ...row, goalCheckedOn: '2026-03-20' }], { enterprise: enterprises, goalCheck: [known('goalCheck', 3, verdict)] }).map(({ action }) => action)).toEqual(['add'])
  })

  it('without a day it is of the day of the sheet, without a verdict nothing', () => {
    expect(planRows('F09', [{ ...row, goalCheckedOn: null }], { enterprise: enterprises }).map((one) => [written(one)[0]?.[2]['checkedOn'], said(one)])).toEqual([['2026-06-30', [['V-11', 'notice', 'E']]]])
    expect(planRows('F09', [{ enterpriseName: '甲公司', goalCheckedOn: '2026-06-20', 'goal.org.evidence': '有' }], { enterprise: enterprises }).map(({ action }) => action)).toEqual(['skip'])
  })
})

describe('F10', () => {
  const row = { ...fullRows.F10, note: null }
  const entry = (id: number, values: object) => known('fundEntry', id, { occurredOn: '2026-04-01', partyOrgId: 10, direction: '收入', summary: '年度经费', voucherNo: '0012', handler: '周九', ...values })
  const ledger = { enterprise: enterprises, partyOrg: [org] }

  it('a row of several sources brings an entry for each; equal entries are counted', () => {
    const entries = planRows('F10', [row], ledger)
    expect(entries.flatMap(written).map(([kind, , values]) => [kind, values['partyOrgId'], values['direction'], values['source'], values['amount'], values['voucherNo']])).toEqual([
      ['fundEntry', 10, '收入', '企业投入', 100_000, '0012'], ['fundEntry', 10, '收入', '党费返还', 20_050, '0012'],
    ])
    const both = [entry(1, { source: '企业投入', amount: 100_000 }), entry(2, { source: '党费返还', amount: 20_050 })]
    expect(planRows('F10', [row], { ...ledger, fundEntry: both }).map((one) => [one.action, said(one)])).toEqual([['same', []]])
    expect(planRows('F10', [row, row], { ...ledger, fundEntry: both }).map((one) => [one.action, said(one)])).toEqual([['same', []], ['add', [['V-03', 'warning', 'B']]]])
    expect(planRows('F10', [{ ...row, voucherNo: '0013' }], { ...ledger, fundEntry: both }).map(({ action }) => action)).toEqual(['add'])
  })

  it('a source the form does not name stands under 其他; an expense has a use; an enterprise may be the payee', () => {
    const other = { ...row, 'fund.in.enterprise': null, 'fund.in.refund': null, 'fund.in.other': 50 }
    expect(planRows('F10', [other], { ...ledger, fundEntry: [entry(1, { source: '社会捐赠', amount: 5000 })] }).map(({ action }) => action)).toEqual(['same'])
    const [spent] = planRows('F10', [{ occurredOn: '2026-05-01', payeeName: '甲公司', fundDirection: '支出', fundUse: '教育培训', 'fund.out': 30, fundSummary: '培训' }], ledger)
    expect(spent && written(spent)).toEqual([
      ['fundEntry', -1, { occurredOn: '2026-05-01', partyOrgId: null, enterpriseId: 1, direction: '支出', amount: 3000, use: '教育培训', summary: '培训' }],
    ])
  })

  it('says what does not fit: no payee, no amount, a side its amounts are not on', () => {
    const problems = (changes: object) => planRows('F10', [{ ...row, ...changes }], ledger).map((one) => [one.action, ...said(one)])
    expect(problems({ payeeName: '丁公司' })).toEqual([['skip', ['V-46', 'error', 'D']]])
    expect(problems({ 'fund.in.enterprise': null, 'fund.in.refund': null })).toEqual([['skip', ['V-38', 'error', 'K']]])
    expect(problems({ fundDirection: '支出' })).toEqual([['add', ['V-38', 'warning', 'E']]])
    expect(problems({ occurredOn: '2026-04' })).toEqual([['skip', ['V-11', 'error', 'B']]])
  })
})

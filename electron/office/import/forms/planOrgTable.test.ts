import { describe, expect, it } from 'vitest'
import { fullRows } from './testing/formRows'
import { enterprise, known, planRows, said, written } from './testing/planRows'

const row = fullRows.F03
const members = { formalMembers: 4, probationaryMembers: 1 }
const enterprises = [enterprise(1, '甲公司', members), enterprise(2, '乙公司', { formalMembers: 3 })]
const org = known('partyOrg', 10, {
  name: '中共甲公司支部委员会', unitId: 1, orgType: '党支部', mode: '联合组建', jointBasis: '商务楼宇', code: '0631001', parentOrgName: '中共甲街道工作委员会',
  foundedOn: '2019-03-01', approvalNo: '甲组发〔2019〕3号', lastElectionOn: '2025-03-01', deputySecretaries: 1, committeeSize: 3, contactName: '王五',
  contactPhone: '0531-88880000', placeArea: 35.5, grade: 'A类示范', unverified: false,
})
const coverages = [known('coverage', 20, { partyOrgId: 10, enterpriseId: 1 }), known('coverage', 21, { partyOrgId: 10, enterpriseId: 2 })]
const secretary = known('secretaryTerm', 30, { partyOrgId: 10, name: '李四' })
const ledger = { enterprise: enterprises, partyOrg: [org], coverage: coverages, secretaryTerm: [secretary] }

describe('an organisation nobody knows', () => {
  it('is added with whom it covers and who leads it; what follows from the type stays computed', () => {
    const [entry] = planRows('F03', [row], { enterprise: enterprises })
    if (!entry) throw new Error('no entry')
    expect([entry.action, entry.target, entry.unitName]).toEqual(['add', { kind: 'partyOrg', id: -1, name: '中共甲公司支部委员会' }, '甲街道'])
    const [first, ...rest] = written(entry)
    expect(first).toMatchObject(['partyOrg', -1, { unitId: 1, mode: '联合组建', orgType: '党支部', jointBasis: '商务楼宇', code: '0631001', foundedOn: '2019-03-01', lastElectionOn: '2025-03-01', placeArea: 35.5, grade: 'A类示范', unverified: false }])
    expect(first?.[2]).not.toHaveProperty('termYears')
    expect(first?.[2]).not.toHaveProperty('termEndsOn')
    expect(first?.[2]).not.toHaveProperty('formalMembersStated')
    expect(rest).toEqual([
      ['coverage', -2, { partyOrgId: -1, enterpriseId: 1, since: '2019-03-01' }],
      ['coverage', -3, { partyOrgId: -1, enterpriseId: 2, since: '2019-03-01' }],
      ['secretaryTerm', -4, { partyOrgId: -1, since: null, name: '李四' }],
    ])
    expect(said(entry)).toEqual([])
  })

  it('needs a unit; its enterprises need to be known, its mode and type are made out', () => {
    const [entry] = planRows('F03', [{ unitName: '甲街道', partyOrgName: '中共丙公司总支部委员会', parentOrgName: '甲工委', coveredEnterprises: '甲公司;丁公司', secretaryName: '空缺' }], { enterprise: enterprises })
    if (!entry) throw new Error('no entry')
    expect(written(entry).map(([kind, , values]) => [kind, values['mode'] ?? null, values['orgType'] ?? null])).toEqual([['partyOrg', '联合组建', '党总支'], ['coverage', null, null]])
    expect(said(entry)).toEqual([['V-14', 'warning', 'G'], ['V-46', 'error', 'J']])
    const [unplaced] = planRows('F03', [{ ...row, unitName: '丙乡' }], {}, { filledBy: '别处' })
    expect(unplaced && [unplaced.action, said(unplaced)]).toEqual(['skip', [['V-02', 'warning', 'B'], ['V-02', 'error', 'B']]])
  })

  it('twice in the sheet: equal rows count once, others stay out; an enterprise belongs to the first that lists it', () => {
    const entries = planRows('F03', [row, row, { ...row, orgGrade: 'B' }, { ...row, partyOrgName: '中共乙公司支部委员会', orgMode: '单独组建', coveredEnterprises: '乙公司', coveredCount: 3 }], { enterprise: enterprises })
    expect(entries.map(({ action }) => action)).toEqual(['add', 'skip', 'skip', 'add'])
    expect(entries.slice(1).map(said)).toEqual([[['V-03', 'notice', 'D']], [['V-03', 'error', 'D']], [['V-28', 'warning', 'I'], ['V-32', 'error', 'J']]])
  })
})

describe('a known organisation', () => {
  it('that says what the ledger says is the same, whatever a month and what is computed look like', () => {
    const [entry] = planRows('F03', [row], ledger)
    if (!entry) throw new Error('no entry')
    expect([entry.action, entry.changes, written(entry), said(entry)]).toEqual(['same', [], [], []])
    expect(entry.records.map(({ kind, id }) => [kind, id])).toEqual([['partyOrg', 10], ['secretaryTerm', 30]])
  })

  it('changes field by field, a blank erases nothing, 补空 fills blanks alone, 只新增 leaves it', () => {
    const changed = { ...row, orgGrade: 'B类', orgContactPhone: null, placeArea: 40, orgCode: null }
    const [entry] = planRows('F03', [changed], ledger)
    expect(entry?.changes).toEqual([
      { field: 'placeArea', label: '活动场所面积(㎡)', before: '35.5', after: '40' }, { field: 'orgGrade', label: '评定等次', before: 'A类示范', after: 'B类' },
    ])
    expect(entry && written(entry)).toEqual([['partyOrg', 10, { placeArea: 40, grade: 'B类' }]])
    const bare = { ...ledger, partyOrg: [{ ...org, values: { ...org.values, grade: null } }] }
    expect(planRows('F03', [changed], bare, { policy: 'fill' }).map(written)).toEqual([[['partyOrg', 10, { grade: 'B类' }]]])
    expect(planRows('F03', [changed], bare, { policy: 'add' }).map(({ action, changes }) => [action, changes])).toEqual([['same', []]])
  })

  it('of another election begins a new term; another secretary follows the one in office', () => {
    const former = { ...ledger, partyOrg: [{ ...org, values: { ...org.values, lastElectionOn: '2022-03-01', termEndsOn: '2025-03-01', extendedTo: '2025-09-01', extensionNo: '1号' } }] }
    const [entry] = planRows('F03', [{ ...row, termEndsOn: null, secretaryName: '周九' }], former)
    expect(entry && written(entry)).toEqual([
      ['partyOrg', 10, { lastElectionOn: '2025-03-01', termEndsOn: null, extendedTo: null, extensionNo: null }],
      ['secretaryTerm', 30, { until: '2026-06-30' }],
      ['secretaryTerm', -1, { partyOrgId: 10, since: '2026-06-30', name: '周九' }],
    ])
  })

  it('takes an enterprise over from another organisation and says so; what it lists no more is said', () => {
    const other = known('partyOrg', 11, { name: '中共商圈联合支部委员会', unitId: 1, mode: '联合组建', unverified: false })
    const held = { ...ledger, partyOrg: [org, other], coverage: [known('coverage', 20, { partyOrgId: 10, enterpriseId: 1 }), known('coverage', 21, { partyOrgId: 11, enterpriseId: 2 })] }
    const [entry] = planRows('F03', [row], held)
    expect(entry && [written(entry), said(entry)]).toEqual([
      [['coverage', 21, { until: '2026-06-29' }], ['coverage', -1, { partyOrgId: 10, enterpriseId: 2, since: '2026-06-30' }]], [['V-32', 'warning', 'J']],
    ])
    const filled = planRows('F03', [row], held, { policy: 'fill' })
    expect(filled.map((one) => [written(one), said(one)])).toEqual([[[['partyOrg', 10, { formalMembersStated: 7 }]], [['V-32', 'warning', 'J']]]])
    const [shorter] = planRows('F03', [{ ...row, coveredEnterprises: '甲公司', coveredCount: 1 }], ledger)
    expect(shorter && [written(shorter), said(shorter)]).toEqual([[], [['V-44', 'notice', 'J']]])
  })

  it('keeps the figures of the sheet where they differ from what its enterprises add up to', () => {
    const [entry] = planRows('F03', [{ ...row, orgFormalMembers: 9 }], ledger)
    expect(entry && written(entry)).toEqual([['partyOrg', 10, { formalMembersStated: 9 }]])
  })
})

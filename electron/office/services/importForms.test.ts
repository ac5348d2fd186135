import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportPolicy } from '../../../shared/contract/import'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { FormRow } from '../forms/formRow'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { readForms, type FilledForm } from '../testing/formFile'
import { setUpUnits } from '../testing/setUpUnits'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
})
afterEach(() => office.close())

const blank = { unitName: '甲街道' }
const firm = (enterpriseName: string, more: FormRow = {}): FormRow => ({ ...blank, enterpriseName, sector: '非公企业', operatingStatus: '正常经营', employees: 20, ...more })
const ledger: FilledForm = { form: 'F01', rows: [firm('甲公司'), firm('乙公司'), firm('丙公司')] }
const orgs: FilledForm = {
  form: 'F03',
  rows: [{ ...blank, partyOrgName: '中共甲公司支部委员会', orgType: '党支部', orgMode: '联合组建', coveredEnterprises: '甲公司、乙公司', orgFoundedOn: '2020-01', secretaryName: '李四', orgFormalMembers: 5 }],
}
const liaisons: FilledForm = {
  form: 'F04',
  rows: [{ ...blank, liaisonName: '赵六', liaisonKind: '党建工作指导员', liaisonPhone: '13800138000', enterpriseName: '丙公司', assignedFrom: '2026-01-01', visitFrequency: '每月1次', assignmentState: '在岗' }],
}
const visit = (more: FormRow = {}): FormRow => ({ ...blank, visitedOn: '2026-05-06', liaisonName: '赵六', enterpriseName: '丙公司', visitMode: '实地', visitContent: '宣传政策', ...more })
const visits: FilledForm = { form: 'F05', rows: [visit(), visit({ visitedOn: '2026-06-03', visitContent: '了解党员情况' })] }

async function plan(files: readonly FilledForm[], { policy, units }: { policy?: ImportPolicy; units?: string } = {}) {
  const fileIds = await readForms(office, files)
  return office.call('import.plan', { fileIds, ...(policy ? { policy } : {}), ...(units ? { units: Object.fromEntries(fileIds.map((id) => [id, units])) } : {}) })
}
async function take(files: readonly FilledForm[], policy?: ImportPolicy) {
  const { planId } = await plan(files, policy ? { policy } : {})
  return office.call('import.commit', { planId, operator: '王五' })
}
async function rowsOf(planId: string) {
  const { rows } = await office.call('import.rows', { planId, limit: 500 })
  return rows
}
const records = async (kind: RecordKind) => (await office.call('record.page', { kind, limit: 100 })).rows

describe('several forms are one run', () => {
  it('in which a form may speak of what another one brings, in whatever order the files came', async () => {
    const { planId, totals, forms, newLiaisons } = await plan([visits, liaisons, orgs, ledger])
    expect(forms.map(({ form, title, rows, add }) => [form, title, rows, add])).toEqual([
      ['F01', '非公有制企业党建工作台账', 3, 3],
      ['F03', '非公有制企业党组织基本信息台账', 1, 1],
      ['F04', '党建工作指导员(联络员)选派情况台账', 1, 1],
      ['F05', '党建工作指导员(联络员)走访记录台账', 2, 2],
    ])
    expect([totals.add, totals.errors, newLiaisons]).toEqual([7, 0, 1])
    expect((await rowsOf(planId)).map(({ form, kind, recordId, name, unitName }) => [form, kind, recordId, name, unitName])).toEqual([
      ['F01', 'enterprise', null, '甲公司', '甲街道'],
      ['F01', 'enterprise', null, '乙公司', '甲街道'],
      ['F01', 'enterprise', null, '丙公司', '甲街道'],
      ['F03', 'partyOrg', null, '中共甲公司支部委员会', '甲街道'],
      ['F04', 'assignment', null, '赵六 → 丙公司', '甲街道'],
      ['F05', 'visit', null, '2026-05-06 赵六 → 丙公司', '甲街道'],
      ['F05', 'visit', null, '2026-06-03 赵六 → 丙公司', '甲街道'],
    ])
    const { totals: written } = await office.call('import.commit', { planId, operator: '王五' })
    expect(written).toEqual(totals)
    const { rows } = await office.call('enterprise.page', {})
    const covered = Object.fromEntries(rows.map(({ enterpriseName, status, partyOrgName, liaisonName }) => [enterpriseName, [status, partyOrgName ?? liaisonName]]))
    expect(covered).toEqual({ 甲公司: ['联合', '中共甲公司支部委员会'], 乙公司: ['联合', '中共甲公司支部委员会'], 丙公司: ['工作覆盖(联络)', '赵六'] })
    expect((await records('visit')).map(({ values }) => [values['visitedOn'], values['content']])).toEqual([['2026-06-03', '了解党员情况'], ['2026-05-06', '宣传政策']])
  })

  it('and one edit, by which everything goes again', async () => {
    await take([ledger])
    const { editId } = await take([orgs, liaisons, visits])
    const { rows } = await office.call('edit.page', { actions: ['导入'] })
    expect(rows.map(({ label }) => label)).toEqual(['导入“F03.xlsx”等 3 个文件(新增 4，变更 0)', '导入“F01.xlsx”(新增 3，变更 0)'])
    await office.call('edit.undo', { editId })
    for (const kind of ['partyOrg', 'coverage', 'secretaryTerm', 'liaison', 'assignment', 'visit'] as const) expect(await records(kind)).toEqual([])
    expect(await records('enterprise')).toHaveLength(3)
    await take([orgs, liaisons, visits])
    expect(await records('visit')).toHaveLength(2)
  })

  it('and a second time changes nothing', async () => {
    await take([ledger, orgs, liaisons, visits])
    const { totals } = await plan([visits, liaisons, orgs, ledger])
    expect(totals).toMatchObject({ add: 0, change: 0, same: 7, skipped: 0, errors: 0 })
  })

  it('of which every record says in which row it came', async () => {
    await take([ledger, orgs, { ...visits, rows: [] }, liaisons])
    await take([{ ...visits, name: '走访.xlsx' }])
    const [latest] = await records('visit')
    const history = await office.call('record.history', { kind: 'visit', id: latest?.id ?? 0 })
    expect(history.map(({ action, origin, operator }) => [action, origin?.file, origin?.row, operator])).toEqual([['导入', '走访.xlsx', 6, '王五']])
  })
})

describe('nothing unseen is written', () => {
  it('a preview tries out and takes back', async () => {
    await take([ledger])
    const { revision } = await office.call('office.status', {})
    const { planId } = await plan([orgs, liaisons, visits])
    expect(await rowsOf(planId)).toHaveLength(4)
    for (const kind of ['partyOrg', 'coverage', 'secretaryTerm', 'liaison', 'assignment', 'visit'] as const) expect(await records(kind)).toEqual([])
    expect((await office.call('edit.page', { actions: ['导入'] })).total).toBe(1)
    expect((await office.call('office.status', {})).revision).toBe(revision)
  })

  it('a plan the ledger overtook is refused where it would write something else', async () => {
    await take([ledger, liaisons])
    const { planId } = await plan([visits])
    await take([{ ...visits, rows: [visit()] }])
    expect(await office.failure('import.commit', { planId })).toMatchObject({ code: 'not-found' })
    const stale = await plan([{ ...orgs, rows: orgs.rows.map((row) => ({ ...row, orgFormalMembers: 6 })) }])
    await office.call('record.save', { changes: [{ kind: 'partyOrg', id: -1, values: { name: '中共甲公司支部委员会', unitId: 1, orgType: '党支部', mode: '单独组建' } }] })
    expect(await office.failure('import.commit', { planId: stale.planId })).toMatchObject({ code: 'conflict', details: { reason: 'plan' } })
    expect((await records('partyOrg')).map(({ values }) => values['formalMembersStated'])).toEqual([null])
  })

  it('a plan the ledger overtook elsewhere is written', async () => {
    await take([ledger, liaisons])
    const { planId } = await plan([visits])
    await office.call('record.save', { changes: [{ kind: 'enterprise', id: 1, values: { employees: 21 } }] })
    await office.call('import.commit', { planId })
    expect(await records('visit')).toHaveLength(2)
  })
})

describe('a row that cannot be written', () => {
  beforeEach(() => take([{ ...ledger, rows: [...ledger.rows, firm('戊公司'), firm('己公司')] }, orgs, liaisons]))

  const told = async (file: FilledForm) => {
    const { planId } = await plan([file])
    const found = (await rowsOf(planId)).map(({ name, action, problems }) => [name, action, ...problems.map(({ code, level, column, message }) => `${code} ${level} ${column} ${message}`)])
    await office.call('import.commit', { planId })
    return found
  }

  it('says why and lets the others go on', async () => {
    expect(await told({ form: 'F05', rows: [visit({ visitedOn: '2026-07-09' }), visit({ enterpriseName: '丁公司' }), visit({ liaisonName: '周九' }), visit()] })).toEqual([
      ['丙公司', 'skip', 'V-11 warning B “走访时间”2026-07-09 在今天之后，按未填处理', 'V-01 error B “走访时间”为空，本行未导入'],
      ['丁公司', 'skip', 'V-46 error E 台账中没有企业“丁公司”，本行未导入；请先登记该企业，或核对名称'],
      ['丙公司', 'skip', 'V-46 error C 台账中没有指导员(联络员)“周九”，本行未导入；请先导入选派情况台账，或登记该人'],
      ['2026-05-06 赵六 → 丙公司', 'add'],
    ])
    expect(await records('visit')).toHaveLength(1)
  })

  it('also when it is a rule of the ledger it breaks', async () => {
    const alone = (partyOrgName: string, coveredEnterprises: string): FormRow => ({ ...blank, partyOrgName, orgType: '党支部', orgMode: '单独组建', coveredEnterprises })
    const [first, second] = await told({ form: 'F03', rows: [alone('中共丙公司支部委员会', '丙公司'), alone('中共戊公司支部委员会', '戊公司、己公司')] })
    expect(first?.slice(0, 2)).toEqual(['中共丙公司支部委员会', 'add'])
    expect(second).toEqual(['中共戊公司支部委员会', 'skip', 'V-32 error G 单独组建的党组织只能覆盖一家企业，现在覆盖 2 家，本行未导入'])
    expect(await records('partyOrg')).toHaveLength(2)
  })
})

it('a sheet that names no unit waits for a person, who names one', async () => {
  await take([ledger])
  const nameless = { ...orgs, filledBy: '', rows: orgs.rows.map((row) => ({ ...row, unitName: null })) }
  const waiting = await plan([nameless])
  expect(waiting.totals).toMatchObject({ add: 0, skipped: 1 })
  const { planId, totals, files } = await plan([nameless], { units: '甲街道' })
  expect([totals.add, files[0]?.unit]).toEqual([1, '甲街道'])
  await office.call('import.commit', { planId })
  expect((await records('partyOrg')).map(({ values }) => [values['name'], values['unitId']])).toEqual([['中共甲公司支部委员会', 1]])
})

describe('policies', () => {
  beforeEach(() => take([ledger, orgs]))
  const again = { ...orgs, rows: orgs.rows.map((row) => ({ ...row, orgType: '党总支', secretaryName: '孙八', orgContactName: '吴十' })) }
  const stated = async () => (await records('partyOrg')).map(({ values }) => [values['orgType'], values['contactName']])
  const secretaries = async () => (await records('secretaryTerm')).map(({ values }) => [values['name'], values['until']])

  it('以表为准: what the sheet states counts, and another secretary follows the one before', async () => {
    await take([again], 'replace')
    expect(await stated()).toEqual([['党总支', '吴十']])
    expect(await secretaries()).toEqual([['孙八', null], ['李四', '2026-06-30']])
  })
  it('补空: only blanks are filled', async () => {
    await take([again], 'fill')
    expect(await stated()).toEqual([['党支部', '吴十']])
    expect(await secretaries()).toEqual([['李四', null]])
  })
  it('只新增: what the ledger knows is left alone', async () => {
    const { totals } = await take([again], 'add')
    expect(totals).toMatchObject({ add: 0, change: 0, same: 1 })
    expect(await stated()).toEqual([['党支部', null]])
  })
})

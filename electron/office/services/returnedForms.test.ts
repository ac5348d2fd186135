import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportPlan, PlannedRow } from '../../../shared/contract/import'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import { convertWithLibreOffice, hasLibreOffice, skippedWithout } from '../excel/testing/libreOffice'
import { departedStatuses } from '../../../shared/domain/valueDomain'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'
import { showPhones } from '../testing/showPhones'

let office: TestOffice
let bridge = 0
beforeAll(async () => {
  office = await createSampleOffice()
  await showPhones(office)
  bridge = (await office.call('unit.list', {})).find(({ name }) => name === '桥头镇')?.id ?? 0
})
afterAll(() => office.close())

const issue = async (form: 'F01' | 'F02'): Promise<Uint8Array> =>
  (await office.call('template.perUnit', { forms: [form], unitIds: [bridge] })).bytes

/** As a clerk in the township would: opens the workbook, types, saves. */
async function filledIn(bytes: Uint8Array, work: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  work(sheet, workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function planOf(bytes: Uint8Array, name = '桥头镇.xlsx'): Promise<{ plan: ImportPlan; rows: PlannedRow[]; issuedOn: string | null; problems: string[] }> {
  const reading = await office.call('import.read', { name, bytes })
  expect(reading).toMatchObject({ state: 'ready', failure: null })
  const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
  const { rows } = await office.call('import.rows', { planId: plan.planId, limit: 500 })
  const fileProblems = await office.call('import.fileProblems', { planId: plan.planId })
  return { plan, rows, issuedOn: reading.issuedOn, problems: fileProblems.map(({ code, message }) => `${code} ${message}`) }
}

/** Those that are sent out. */
async function enterprises(): Promise<LedgerRow[]> {
  const { rows } = await office.call('enterprise.page', { filter: { unitIds: [bridge] }, limit: 1000 })
  return rows.filter(({ operatingStatus }) => !departedStatuses.includes(operatingStatus))
}
const changesOf = (rows: readonly PlannedRow[]) =>
  rows.flatMap(({ name, changes }) => changes.map(({ field, after }) => `${name} ${field}=${after}`)).sort()

async function save(kind: RecordKind, id: number, values: Record<string, FieldValue>): Promise<void> {
  const { version } = await office.call('record.get', { kind, id })
  await office.call('record.save', { operator: '区级', changes: [{ kind, id, version, values }] })
}

/** Row of the sheet by the name in column C. */
function rowOf(sheet: ExcelJS.Worksheet, name: string): ExcelJS.Row {
  for (let r = 5; r <= sheet.rowCount; r++) if (sheet.getRow(r).getCell(3).value === name) return sheet.getRow(r)
  throw new Error(`${name} stands in no row`)
}

describe.each(['F01', 'F02'] as const)('%s that comes back', (form) => {
  it('untouched changes nothing', async () => {
    const { plan, issuedOn, problems } = await planOf(await issue(form))
    expect(issuedOn).toBe('2026-11-21')
    expect(plan.totals).toMatchObject({ add: 0, change: 0, skipped: 0, errors: 0 })
    expect(plan).toMatchObject({ conflicts: 0, newOrgs: [], newLiaisons: 0, absent: [] })
    expect(problems).toEqual([])
  })

  it.skipIf(!hasLibreOffice).each(['xlsx', 'xls', 'ods'])(`saved by LibreOffice as .%s changes what was filled in and nothing else${skippedWithout}`, async (format) => {
    const [first, second] = await enterprises()
    const members = form === 'F01' ? 19 : 18
    const bytes = await filledIn(await issue(form), (sheet) => {
      rowOf(sheet, first?.enterpriseName ?? '').getCell(members).value = 77
      rowOf(sheet, second?.enterpriseName ?? '').getCell(sheet.columnCount - 1).value = '已核实'
    })
    const { plan, rows, issuedOn, problems } = await planOf(convertWithLibreOffice(bytes, 'xlsx', format), `改了名.${format}`)
    expect(issuedOn).toBe('2026-11-21')
    expect(changesOf(rows)).toEqual([`${first?.enterpriseName} formalMembers=77`, `${second?.enterpriseName} note=已核实`].sort())
    expect(plan.totals).toMatchObject({ add: 0, change: 2, skipped: 0 })
    expect(plan).toMatchObject({ conflicts: 0, newOrgs: [], absent: [] })
    expect(problems).toEqual([])
  })
})

describe('F01 that comes back', () => {
  let sent: Uint8Array
  beforeAll(async () => {
    sent = await issue('F01')
  })

  it('with columns moved and deleted, a column put in, a header written over, rows in another order', async () => {
    const list = await enterprises()
    const bytes = await filledIn(sent, (sheet) => {
      const rows = list.map(({ enterpriseName }) => (rowOf(sheet, enterpriseName).values as ExcelJS.CellValue[]).slice())
      rows.reverse().forEach((values, i) => (sheet.getRow(5 + i).values = values))
      rowOf(sheet, list[0]?.enterpriseName ?? '').getCell(11).value = 4321
      for (const merge of [...sheet.model.merges]) sheet.unMergeCells(merge)
      const heads = [3, 4].map((r) => (sheet.getRow(r).values as ExcelJS.CellValue[]).slice())
      const groups = heads[0] ?? []
      for (let c = 1; c < groups.length; c++) groups[c] ??= groups[c - 1]
      sheet.getRow(3).values = groups
      // 从业人员数 is written over, 经营地址 goes, 微信号 comes.
      sheet.getCell('K4').value = '人数(六月)'
      for (let r = 3; r <= sheet.rowCount; r++) sheet.getCell(r, 6).value = r < 5 ? '微信号' : `wx${r}`
    })
    const { plan, rows } = await planOf(bytes)
    expect(changesOf(rows)).toEqual([`${list[0]?.enterpriseName} employees=4321`])
    expect(plan.totals).toMatchObject({ add: 0, change: 1, skipped: 0 })
  })

  it('brings new enterprises in the empty rows and between others; a copied row is a new one', async () => {
    const [first] = await enterprises()
    const bytes = await filledIn(sent, (sheet) => {
      const known = rowOf(sheet, first?.enterpriseName ?? '')
      const below = sheet.getRow(5 + (sheet.getColumn(3).values.length - 5))
      below.getCell(3).value = '桥头新来有限公司'
      below.getCell(11).value = 12
      const copied = (known.values as ExcelJS.CellValue[]).slice()
      copied[3] = '桥头照抄有限公司'
      copied[4] = null
      copied[25] = '否'
      for (let c = 26; c <= 37; c++) copied[c] = null
      sheet.insertRow(7, copied)
    })
    const { plan, rows } = await planOf(bytes)
    expect(rows.filter(({ action }) => action === 'add').map(({ name, unitName }) => [name, unitName]).sort()).toEqual([
      ['桥头新来有限公司', '桥头镇'], ['桥头照抄有限公司', '桥头镇'],
    ])
    expect(plan.totals).toMatchObject({ add: 2, change: 0, skipped: 0 })
    expect(plan.absent).toEqual([])
  })

  it('without a row: the enterprise is listed as not reported', async () => {
    const [first] = await enterprises()
    const bytes = await filledIn(sent, (sheet) => sheet.spliceRows(rowOf(sheet, first?.enterpriseName ?? '').number, 1))
    expect((await planOf(bytes)).plan.absent.map(({ name }) => name)).toEqual([first?.enterpriseName])
  })

  it('copied into another workbook is read by its content', async () => {
    const [first] = await enterprises()
    const bytes = await filledIn(sent, (sheet, workbook) => {
      rowOf(sheet, first?.enterpriseName ?? '').getCell(11).value = 99
      for (const name of ['_meta', '_lists', '填表说明']) workbook.removeWorksheet(name)
    })
    const { rows, issuedOn, plan } = await planOf(bytes)
    expect(issuedOn).toBeNull()
    expect(changesOf(rows)).toEqual([`${first?.enterpriseName} employees=99`])
    expect(plan.totals).toMatchObject({ add: 0, skipped: 0 })
  })

  it('to another ledger is read by its content, and that is said', async () => {
    const other = await createSampleOffice()
    await other.call('template.blank', { form: 'F01' })
    const reading = await other.call('import.read', { name: '桥头镇.xlsx', bytes: sent })
    expect(reading).toMatchObject({ issuedOn: null, form: 'F01', unit: '桥头镇' })
    const { planId, totals } = await other.call('import.plan', { fileIds: [reading.fileId] })
    expect(totals).toMatchObject({ add: 0, change: 0 })
    const problems = await other.call('import.fileProblems', { planId })
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual(['V-47 这份表由另一套台账在 2026-11-21 发放，按表中内容识别'])
    await other.close()
  })
})

describe('an old F01 and a newer ledger', () => {
  let sent: Uint8Array
  let first: LedgerRow
  let second: LedgerRow
  let joint: LedgerRow[]
  beforeAll(async () => {
    sent = await issue('F01')
    const list = await enterprises()
    joint = list.filter((row) => row.orgMode === '联合组建' && row.secretaryName !== null && list.some((other) => other !== row && other.partyOrgName === row.partyOrgName))
    const [one, two] = list.filter((row) => !joint.includes(row))
    if (!one || !two || joint.length < 2) throw new Error('the sample has such enterprises')
    ;[first, second] = [one, two]
    await save('enterprise', first.id, { employees: 501, contactName: '区里改的' })
  })

  it('never goes back to what it was', async () => {
    const { plan, rows } = await planOf(sent)
    expect(changesOf(rows)).toEqual([])
    expect(plan).toMatchObject({ conflicts: 0, totals: { change: 0, same: plan.totals.rows } })
  })

  it('takes what only the township changed, and asks where both did', async () => {
    const bytes = await filledIn(sent, (sheet) => {
      rowOf(sheet, first.enterpriseName).getCell(11).value = 777
      rowOf(sheet, first.enterpriseName).getCell(16).value = first.ownerIsMember ? '否' : '是'
      rowOf(sheet, second.enterpriseName).getCell(11).value = 888
    })
    const { plan, rows } = await planOf(bytes)
    const conflicted = rows.filter(({ conflicts }) => conflicts.length > 0)
    expect(plan.conflicts).toBe(1)
    expect(conflicted).toHaveLength(1)
    expect(conflicted[0]).toMatchObject({
      kind: 'enterprise', recordId: first.id, keep: 'ours',
      conflicts: [{ field: 'employees', label: '从业人员数', base: String(first.employees), ours: '501', theirs: '777' }],
    })
    const member = `${first.enterpriseName} ownerIsMember=${first.ownerIsMember ? '否' : '是'}`
    expect(changesOf(rows)).toEqual([member, `${second.enterpriseName} employees=888`].sort())

    const place = { fileId: conflicted[0]?.fileId ?? '', sheet: conflicted[0]?.sheet ?? '', row: conflicted[0]?.row ?? 0 }
    const kept = await office.call('import.keep', { planId: plan.planId, keep: 'theirs', rows: [place] })
    expect(kept).toMatchObject({ planId: plan.planId, conflicts: 1, totals: { change: 2 } })
    const taken = await office.call('import.rows', { planId: plan.planId, conflicts: true })
    expect(taken.rows[0]).toMatchObject({ keep: 'theirs', changes: expect.arrayContaining([{ field: 'employees', label: '从业人员数', before: '501', after: '777' }]) })
    // For all at once, also those decided by themselves.
    await office.call('import.keep', { planId: plan.planId, keep: 'ours' })
    expect((await office.call('import.rows', { planId: plan.planId, conflicts: true })).rows[0]).toMatchObject({ keep: 'ours' })
    await office.call('import.keep', { planId: plan.planId, keep: 'theirs' })
    await office.call('import.commit', { planId: plan.planId, operator: '测试' })
    const after = await enterprises()
    expect(after.find(({ id }) => id === first.id)).toMatchObject({ employees: 777, contactName: '区里改的' })
    expect(after.find(({ id }) => id === second.id)).toMatchObject({ employees: 888 })
  })

  it('a secretary stated once for several enterprises is no contradiction of the rows left as they were', async () => {
    const [row] = joint
    const bytes = await filledIn(await issue('F01'), (sheet) => {
      rowOf(sheet, row?.enterpriseName ?? '').getCell(37).value = '13700000001'
    })
    const { rows, plan } = await planOf(bytes)
    expect(changesOf(rows)).toEqual([`${row?.enterpriseName} secretaryPhone=13700000001`])
    expect(rows.flatMap(({ problems }) => problems).filter(({ code }) => code === 'V-44')).toEqual([])
    await office.call('import.commit', { planId: plan.planId, operator: '' })
    const phones = (await enterprises()).filter(({ partyOrgName }) => partyOrgName === row?.partyOrgName).map(({ secretaryPhone }) => secretaryPhone)
    expect(new Set(phones)).toEqual(new Set(['13700000001']))
  })

  it('asks about a telephone filled in for a secretary whom another one followed in the ledger', async () => {
    const { rows: orgs } = await office.call('record.page', { kind: 'partyOrg', limit: 1000 })
    const own = (await enterprises()).find((row) => row.secretaryName !== null && !joint.includes(row))
    const bytes = await filledIn(await issue('F01'), (sheet) => {
      rowOf(sheet, own?.enterpriseName ?? '').getCell(37).value = '13700000002'
    })
    const orgId = orgs.find(({ values }) => values['name'] === own?.partyOrgName)?.id ?? 0
    const { rows: terms } = await office.call('record.page', { kind: 'secretaryTerm', limit: 1000 })
    const term = terms.find(({ values }) => values['partyOrgId'] === orgId && values['until'] === null)
    await save('secretaryTerm', term?.id ?? 0, { until: '2026-11-19' })
    const values = { partyOrgId: orgId, name: '新书记', since: '2026-11-20', phone: term?.values['phone'] ?? null }
    await office.call('record.save', { operator: '区级', changes: [{ kind: 'secretaryTerm', id: -1, values }] })
    const { plan, rows } = await planOf(bytes)
    expect(changesOf(rows)).toEqual([])
    expect(plan.conflicts).toBe(1)
    expect(rows.flatMap(({ conflicts }) => conflicts)).toMatchObject([{ field: 'secretaryPhone', theirs: '13700000002' }])
  })

  it('a corrected name stays the same enterprise, and is asked about', async () => {
    const unlocked = (await enterprises()).find(({ creditCode }) => creditCode !== null)
    const bytes = await filledIn(await issue('F01'), (sheet) => {
      const row = rowOf(sheet, unlocked?.enterpriseName ?? '')
      row.getCell(3).value = `${unlocked?.enterpriseName ?? ''}(更名)`
      row.getCell(4).value = null
    })
    const { plan, rows } = await planOf(bytes)
    expect(plan.totals).toMatchObject({ add: 0, skipped: 0 })
    expect(rows.find(({ recordId }) => recordId === unlocked?.id)?.problems).toContainEqual(expect.objectContaining({ code: 'V-07' }))
  })

  it('an enterprise removed meanwhile does not come back by itself', async () => {
    const before = await issue('F01')
    const [gone] = (await enterprises()).slice(-1)
    if (!gone) throw new Error('there are enterprises')
    await office.call('record.remove', { kind: 'enterprise', ids: [gone.id], operator: '区级' })
    const { plan, rows } = await planOf(before)
    expect(plan.totals).toMatchObject({ add: 0, skipped: 1 })
    expect(rows.find(({ action }) => action === 'skip')?.problems).toContainEqual(expect.objectContaining({ code: 'V-47', level: 'warning' }))
  })
})

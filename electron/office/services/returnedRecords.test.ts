import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportPlan, PlannedRow } from '../../../shared/contract/import'
import { templateFormIds, type TemplateFormId } from '../../../shared/domain/formId'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import { convertAllWithLibreOffice, hasLibreOffice, skippedWithout } from '../excel/testing/libreOffice'
import { findForm } from '../forms/standardForms'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'
import { showPhones } from '../testing/showPhones'

/** F01 and F02 are in returnedForms.test.ts. */
const forms = templateFormIds.filter((form) => form !== 'F01' && form !== 'F02')
type RecordForm = (typeof forms)[number]

/** What a township types into its first row, and what the import makes of it. */
const edits: Record<RecordForm, { field: string; value: ExcelJS.CellValue; after: string }> = {
  F03: { field: 'orgContactPhone', value: '13900000001', after: '13900000001' },
  F04: { field: 'assignedFrom', value: '2025.3.1', after: '2025-03-01' },
  F05: { field: 'suggestion', value: '建议尽快换届', after: '建议尽快换届' },
  F06: { field: 'progress', value: '已与业主沟通', after: '已与业主沟通' },
  F07: { field: 'secretaryEducation', value: '研究生', after: '研究生' },
  F08: { field: 'delivery.board.state', value: '已落实', after: '已落实' },
  F09: { field: 'goal.fund.evidence', value: '见台账第 3 页', after: '见台账第 3 页' },
  F10: { field: 'fundSummary', value: '购置学习书籍', after: '购置学习书籍' },
  F11S: { field: 'scoreQ1', value: 7.5, after: '7.5' },
  F12: { field: 'plannedElectionOn', value: '2027.5', after: '2027-05' },
}

let office: TestOffice
let unitId = 0
const sent = new Map<RecordForm, Uint8Array>()
beforeAll(async () => {
  office = await createSampleOffice()
  await showPhones(office)
  unitId = (await office.call('unit.list', {})).find(({ name }) => name === '滨河街道')?.id ?? 0
  for (const form of forms) sent.set(form, await issue(form))
})
afterAll(() => office.close())

async function issue(form: RecordForm): Promise<Uint8Array> {
  return (await office.call('template.perUnit', { forms: [form], unitIds: [unitId] })).bytes
}

/** As a clerk in the township would: opens the workbook, types, saves. */
async function filledIn(bytes: Uint8Array | undefined, work: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes ?? []).buffer)
  const [sheet] = workbook.worksheets
  if (!sheet) throw new Error('no sheet')
  work(sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function columnOf(form: TemplateFormId, field: string): number {
  return findForm(form).columns.findIndex((column) => column.field === field) + 1
}

/** Rows that were sent out, by the id in their hidden cell. */
function issuedRows(sheet: ExcelJS.Worksheet, form: TemplateFormId): ExcelJS.Row[] {
  const ids = findForm(form).columns.length + 1
  const rows: ExcelJS.Row[] = []
  sheet.eachRow((row) => {
    if (Number(row.getCell(ids).value) > 0) rows.push(row)
  })
  return rows
}

/** The row a form is edited in: in F09 one that was judged, in F07 one whose post is filled. */
function editedRow(sheet: ExcelJS.Worksheet, form: RecordForm): ExcelJS.Row {
  const needed = { F07: 'secretaryName', F09: 'goalCheckedOn' }[form as string]
  const row = issuedRows(sheet, form).find((one) => needed === undefined || one.getCell(columnOf(form, needed)).value !== null)
  if (!row) throw new Error(`${form} has no such row`)
  return row
}

async function planOf(bytes: Uint8Array | undefined, name = '滨河街道.xlsx'): Promise<{ plan: ImportPlan; rows: PlannedRow[]; issuedOn: string | null }> {
  const reading = await office.call('import.read', { name, bytes: bytes ?? new Uint8Array() })
  expect(reading).toMatchObject({ state: 'ready', failure: null })
  const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
  const { rows } = await office.call('import.rows', { planId: plan.planId, limit: 500 })
  return { plan, rows, issuedOn: reading.issuedOn }
}

const changesOf = (rows: readonly PlannedRow[]) => rows.flatMap(({ changes }) => changes.map(({ field, after }) => `${field}=${after}`))
const touched = (rows: readonly PlannedRow[]) => rows.filter(({ action }) => action !== 'same')

async function save(kind: RecordKind, id: number, values: Record<string, FieldValue>): Promise<void> {
  const { version } = await office.call('record.get', { kind, id })
  await office.call('record.save', { operator: '区级', changes: [{ kind, id, version, values }] })
}

describe.each(forms)('%s that comes back', (form) => {
  it('untouched changes nothing and says nothing', async () => {
    const { plan, rows, issuedOn } = await planOf(sent.get(form))
    expect(issuedOn).toBe('2026-11-21')
    expect(plan.totals).toMatchObject({ add: 0, change: 0, skipped: 0, errors: 0, warnings: 0, same: plan.totals.rows })
    expect(plan.totals.rows).toBeGreaterThan(4)
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
  })
})

describe.skipIf(!hasLibreOffice).each(['xlsx', 'xls', 'ods'])(`forms saved by LibreOffice as .%s${skippedWithout}`, (format) => {
  const saved = new Map<string, Buffer>()
  beforeAll(async () => {
    const filled = new Map<string, Uint8Array>()
    for (const form of forms) {
      const { field, value } = edits[form]
      filled.set(form, await filledIn(sent.get(form), (sheet) => (editedRow(sheet, form).getCell(columnOf(form, field)).value = value)))
    }
    for (const [name, bytes] of convertAllWithLibreOffice(filled, format)) saved.set(name, bytes)
  })

  it.each(forms)('%s changes what was filled in and nothing else', async (form) => {
    const { plan, rows, issuedOn } = await planOf(saved.get(form), `改了名.${format}`)
    expect(issuedOn).toBe('2026-11-21')
    expect([...new Set(changesOf(rows))]).toEqual([`${edits[form].field}=${edits[form].after}`])
    expect(touched(rows)).toHaveLength(1)
    expect(plan.totals).toMatchObject({ skipped: 0, errors: 0 })
    expect(plan.conflicts).toBe(0)
  })
})

describe('a form and a newer ledger', () => {
  it('F03: a new election takes its term with it, the end that was sent out does not stay', async () => {
    const bytes = await filledIn(sent.get('F03'), (sheet) => {
      const row = issuedRows(sheet, 'F03').find((one) => one.getCell(columnOf('F03', 'termEndsOn')).value !== null)
      if (row) row.getCell(columnOf('F03', 'lastElectionOn')).value = '2026-10-08'
    })
    const { rows } = await planOf(bytes)
    expect(changesOf(rows)).toContain('lastElectionOn=2026-10-08')
    expect(changesOf(rows).filter((change) => change.startsWith('termEndsOn'))).toEqual([])
  })

  it('F05: asks where both sides wrote, takes what only the township did, and leaves the rest to the ledger', async () => {
    let id = 0
    const bytes = await filledIn(sent.get('F05'), (sheet) => {
      const [row] = issuedRows(sheet, 'F05')
      id = Number(row?.getCell(findForm('F05').columns.length + 1).value)
      if (!row) return
      row.getCell(columnOf('F05', 'suggestion')).value = '镇里写的'
      row.getCell(columnOf('F05', 'measure')).value = '列入整改'
    })
    await save('visit', id, { suggestion: '区里写的', metPersons: '区里改的' })
    const { plan, rows } = await planOf(bytes)
    expect(plan.conflicts).toBe(1)
    const [entry] = touched(rows)
    expect(entry).toMatchObject({ kind: 'visit', recordId: id, keep: 'ours', conflicts: [{ field: 'suggestion', ours: '区里写的', theirs: '镇里写的' }] })
    expect(changesOf(rows)).toEqual(['measure=列入整改'])
    await office.call('import.keep', { planId: plan.planId, keep: 'theirs' })
    const kept = await office.call('import.rows', { planId: plan.planId, conflicts: true })
    expect(changesOf(kept.rows).sort()).toEqual(['measure=列入整改', 'suggestion=镇里写的'])
    await office.call('import.commit', { planId: plan.planId, operator: '' })
    expect(await office.call('record.get', { kind: 'visit', id })).toMatchObject({ values: { suggestion: '镇里写的', metPersons: '区里改的' } })
  })

  it('F07: what was filled in of a secretary whom another one followed is asked about', async () => {
    let orgId = 0
    const bytes = await filledIn(await issue('F07'), (sheet) => {
      const row = editedRow(sheet, 'F07')
      orgId = Number(row.getCell(findForm('F07').columns.length + 1).value)
      row.getCell(columnOf('F07', 'secretaryPhone')).value = '13600000009'
    })
    const { rows: terms } = await office.call('record.page', { kind: 'secretaryTerm', limit: 1000 })
    const term = terms.find(({ values }) => values['partyOrgId'] === orgId && values['until'] === null)
    await save('secretaryTerm', term?.id ?? 0, { until: '2026-11-19' })
    const successor = { partyOrgId: orgId, name: '新书记', since: '2026-11-20' }
    await office.call('record.save', { operator: '区级', changes: [{ kind: 'secretaryTerm', id: -1, values: successor }] })
    const { plan, rows } = await planOf(bytes)
    expect(plan.conflicts).toBe(1)
    expect(rows.flatMap(({ conflicts }) => conflicts)).toMatchObject([{ field: 'secretaryPhone', theirs: '13600000009' }])
    expect(changesOf(rows)).toEqual([])
  })

  it('F10: a corrected amount is the same entry, a copied row another one, and an equal one counts', async () => {
    let corrected = 0
    const bytes = await filledIn(await issue('F10'), (sheet) => {
      const rows = issuedRows(sheet, 'F10')
      const expense = columnOf('F10', 'fund.out')
      const [first, second] = rows.filter((one) => one.getCell(expense).value !== null)
      const last = rows.at(-1)
      if (!first || !second || !last) throw new Error('the unit spent something')
      corrected = Number(first.getCell(findForm('F10').columns.length + 1).value)
      first.getCell(expense).value = Number(first.getCell(expense).value) + 100
      const copied = (second.values as ExcelJS.CellValue[]).slice()
      copied[columnOf('F10', 'rowNo')] = null
      sheet.getRow(last.number + 1).values = copied
    })
    const { plan, rows } = await planOf(bytes)
    expect(touched(rows).map(({ action, recordId }) => [action, recordId])).toEqual([['change', corrected], ['add', null]])
    expect(plan.totals).toMatchObject({ skipped: 0, errors: 0 })
  })

  it('F04: a person is followed by another one: the link that was sent out ends, the new row begins one', async () => {
    const bytes = await filledIn(await issue('F04'), (sheet) => {
      const rows = issuedRows(sheet, 'F04')
      const [first] = rows
      const last = rows.at(-1)
      if (!first || !last) throw new Error('the unit has people')
      const copied = (first.values as ExcelJS.CellValue[]).slice()
      first.getCell(columnOf('F04', 'assignedTo')).value = '2026-10-31'
      copied[columnOf('F04', 'liaisonName')] = '新来的'
      copied[columnOf('F04', 'liaisonPhone')] = '13500000001'
      copied[columnOf('F04', 'assignedFrom')] = '2026-11-1'
      sheet.getRow(last.number + 1).values = copied
    })
    const { rows } = await planOf(bytes)
    expect(touched(rows).map(({ action }) => action)).toEqual(['change', 'add'])
    expect(rows.flatMap(({ problems }) => problems).filter(({ level }) => level === 'error')).toEqual([])
  })

  it('F05: what was removed meanwhile does not come back by itself', async () => {
    const bytes = await issue('F05')
    let id = 0
    await filledIn(bytes, (sheet) => void (id = Number(issuedRows(sheet, 'F05').at(-1)?.getCell(findForm('F05').columns.length + 1).value)))
    await office.call('record.remove', { kind: 'visit', ids: [id], operator: '区级' })
    const { plan, rows } = await planOf(bytes)
    expect(plan.totals).toMatchObject({ add: 0, change: 0, skipped: 1 })
    expect(rows.find(({ action }) => action === 'skip')?.problems).toMatchObject([{ code: 'V-47', level: 'warning' }])
  })

  it('F06: an enterprise that has an organisation by now keeps what the ledger says of its plan', async () => {
    const bytes = await issue('F06')
    let id = 0
    const edited = await filledIn(bytes, (sheet) => {
      const row = issuedRows(sheet, 'F06').at(-1)
      id = Number(row?.getCell(findForm('F06').columns.length + 1).value)
      if (row) row.getCell(columnOf('F06', 'responsible')).value = '镇组织委员'
    })
    await save('enterprise', id, { progress: '已批复', operatingStatus: '已注销', statusReason: '停产' })
    const { rows } = await planOf(edited)
    expect(changesOf(rows)).toEqual(['responsible=镇组织委员'])
  })
})

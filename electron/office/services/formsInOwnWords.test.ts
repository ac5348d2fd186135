import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportPlan, PlannedRow } from '../../../shared/contract/import'
import { deliverySign } from '../../../shared/domain/deliveryMark'
import { formIds, type FormId, type TemplateFormId } from '../../../shared/domain/formId'
import { nationalWords, ownFieldWord, type OwnWords } from '../../../shared/domain/ownWords'
import { deliveryStates } from '../../../shared/domain/valueDomain'
import type { FieldValue } from '../../../shared/record/field'
import { findForm } from '../forms/standardForms'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'
import { fillFormFields } from '../testing/fillFormFields'

/** Some of them are other spellings of another word of their list: what the district says comes first. */
const words: OwnWords = {
  operatingStatus: { 正常经营: '在业', 停产停业: '休整', 空壳: '歇业', 筹建: '新办' },
  delivery: { 已落实: '到位', 共用: '合建', 推进中: '在办', 未落实: '缺', 需更换: '待换新', 不适用: '免建' },
  enterpriseType: { 私营企业: '民营企业', 个体工商户: '个体经营' },
  unbuiltReason: { 没有党员: '零党员', 出资人不支持: '业主有顾虑', '党员不足3名': '党员偏少', 新设立: '刚成立' },
  jointBasis: { '商业街区(商圈)': '商街', 园区: '园区片', 同行业: '业缘' },
  secretarySource: { 内选: '内部产生', 下派: '选派', 外聘: '社会聘用' },
}
/** Forms with a column whose words a district may call otherwise. */
const worded = ['F01', 'F02', 'F03', 'F06', 'F07', 'F08'] as const satisfies readonly TemplateFormId[]

let office: TestOffice
let unitId = 0
beforeAll(async () => {
  office = await createSampleOffice()
  await fillFormFields(office)
  await office.call('setting.save', { settings: { words } })
  unitId = (await office.call('unit.list', {})).find(({ name }) => name === '滨河街道')?.id ?? 0
}, 60_000)
afterAll(() => office.close())

const stateOf = new Map<unknown, string>(deliveryStates.map((state) => [deliverySign(state, nationalWords), state]))

/** As the district says what stands in a cell. */
function inOwnWords(field: string, value: string): string {
  return ownFieldWord(words, field, field.startsWith('delivery.') ? (stateOf.get(value) ?? value) : value)
}

function columnOf(form: FormId, field: string): number {
  return findForm(form).columns.findIndex((column) => column.field === field) + 1
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

/** A form as somebody would fill it in who knows only what the district says, and how many cells say it. */
async function reworded(form: FormId, bytes: Uint8Array): Promise<{ bytes: Uint8Array; cells: number }> {
  const workbook = await opened(bytes)
  let cells = 0
  const [sheet] = workbook.worksheets
  sheet?.eachRow((row, r) => {
    if (r <= 2 + findForm(form).headerRows) return
    for (const [i, { field }] of findForm(form).columns.entries()) {
      const cell = row.getCell(i + 1)
      const said = typeof cell.value === 'string' ? inOwnWords(field, cell.value) : ''
      if (said === '' || said === cell.value) continue
      cell.value = said
      cells++
    }
  })
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), cells }
}

async function planOf(name: string, bytes: Uint8Array): Promise<{ plan: ImportPlan; rows: PlannedRow[]; differing: PlannedRow[] }> {
  const reading = await office.call('import.read', { name, bytes })
  expect(reading).toMatchObject({ state: 'ready', failure: null })
  const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
  const { rows } = await office.call('import.rows', { planId: plan.planId, limit: 500 })
  return { plan, rows, differing: rows.filter(({ action }) => action !== 'same') }
}
const issue = async (form: TemplateFormId) => (await office.call('template.perUnit', { forms: [form], unitIds: [unitId] })).bytes
const unchanged = { add: 0, change: 0, skipped: 0, errors: 0 }

describe.each(formIds.filter((form) => form !== 'F13'))('%s that was exported', (form) => {
  it('keeps the words of the lists and changes nothing, neither as it is nor in the words of the district', async () => {
    const { bytes } = await office.call('form.export', { form })
    const spoken = await reworded(form, bytes)
    expect(spoken.cells > 0).toBe(worded.some((id) => id === form))
    for (const content of [bytes, spoken.bytes]) {
      const { plan, differing } = await planOf(`${form}.xlsx`, content)
      expect(differing).toEqual([])
      expect(plan.totals).toMatchObject(unchanged)
      expect(plan.totals.same).toBeGreaterThan(5)
    }
  }, 30_000)
})

describe.each(worded)('%s that was sent out', (form) => {
  it('comes back in the words of the district and changes nothing', async () => {
    const sent = await issue(form)
    const spoken = await reworded(form, sent)
    expect(spoken.cells).toBeGreaterThan(0)
    const { plan, rows, differing } = await planOf('滨河街道.xlsx', spoken.bytes)
    expect(differing).toEqual([])
    expect(plan.totals).toMatchObject(unchanged)
    expect(plan.conflicts).toBe(0)
    const untouched = await planOf('滨河街道.xlsx', sent)
    expect(rows.map(({ problems }) => problems)).toEqual(untouched.rows.map(({ problems }) => problems))
  }, 30_000)
})

describe('what both sides changed since a form was sent out', () => {
  const asked = [
    { form: 'F01', field: 'operatingStatus', base: '正常经营', theirs: '空壳' },
    { form: 'F06', field: 'unbuiltReason', base: '没有党员', theirs: '出资人不支持' },
    { form: 'F08', field: 'delivery.flag.state', base: '已落实', theirs: '需更换' },
  ] as const

  it.each(asked)('$form: $field is told in the words of the district', async ({ form, field, base, theirs }) => {
    const workbook = await opened(await issue(form))
    const [sheet] = workbook.worksheets
    const place = columnOf(form, field)
    let id = 0
    sheet?.eachRow((row) => {
      const recordId = Number(row.getCell(findForm(form).columns.length + 1).value)
      const stood = row.getCell(place).value
      if (id > 0 || !(recordId > 0) || (stateOf.get(stood) ?? stood) !== base) return
      id = recordId
      row.getCell(place).value = ownFieldWord(words, field, theirs)
    })
    expect(id).toBeGreaterThan(0)
    const ours = await changeBy(form, id)
    const { rows } = await planOf('滨河街道.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
    const told = [base, ours, theirs].map((word) => ownFieldWord(words, field, word))
    expect(rows.flatMap(({ conflicts }) => conflicts)).toMatchObject([{ field, base: told[0], ours: told[1], theirs: told[2] }])
  }, 30_000)

  /** The district changes the same field of the same record; answers the word it took. */
  async function changeBy(form: (typeof asked)[number]['form'], id: number): Promise<string> {
    if (form === 'F08') {
      const { rows } = await office.call('record.page', { kind: 'delivery', filter: { is: { enterpriseId: [id] } }, limit: 10 })
      const flag = rows.find(({ values }) => values['item'] === 'flag')
      await office.call('record.save', { changes: [{ kind: 'delivery', id: flag?.id ?? 0, values: { state: '未落实', doneOn: null } }] })
      return '未落实'
    }
    const values: Record<string, FieldValue> = form === 'F01' ? { operatingStatus: '停产停业', statusReason: '检修' } : { unbuiltReason: '新设立' }
    await office.call('record.save', { changes: [{ kind: 'enterprise', id, values }] })
    return form === 'F01' ? '停产停业' : '新设立'
  }
})

it('a form to be filled in offers the words of its lists, which every office that gets it knows', async () => {
  const { bytes } = await office.call('template.blank', { form: 'F01' })
  const said = (await opened(bytes)).worksheets.flatMap((sheet) => {
    const texts: string[] = []
    sheet.eachRow((row) => row.eachCell(({ value }) => void texts.push(String(value))))
    return texts
  })
  expect(said).toContain('停产停业')
  expect(said).not.toContain('休整')
})

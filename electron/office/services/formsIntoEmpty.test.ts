import { afterAll, beforeAll, expect, it } from 'vitest'
import { formIds, type FormId } from '../../../shared/domain/formId'
import type { PlainCell } from '../excel/sheet'
import { readWorkbook } from '../excel/readWorkbook'
import { findForm } from '../forms/standardForms'
import { createSampleOffice } from '../testing/createSampleOffice'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { fillFormFields } from '../testing/fillFormFields'

/** F02 speaks of the enterprises of F01 once more; F13 is made by the office alone. */
const forms = formIds.filter((form) => form !== 'F02' && form !== 'F13')

let full: TestOffice
let empty: TestOffice
beforeAll(async () => {
  full = await createSampleOffice()
  empty = await createTestOffice({ today: '2026-11-21' })
  await fillFormFields(full)
}, 60_000)
afterAll(async () => {
  await full.close()
  await empty.close()
})

/** Blanks in a row of blanks are one when they come back. */
const text = (cell: PlainCell | undefined): string => (cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell).replace(/ +/g, ' '))

/** The rows of a form as the office exports it, by column, in no order. */
async function rowsOf(office: TestOffice, form: FormId): Promise<string[]> {
  const { bytes } = await office.call('form.export', { form })
  const { sheets } = await readWorkbook(`${form}.xlsx`, Buffer.from(bytes))
  const { columns, headerRows } = findForm(form)
  const end = (rows: readonly (readonly PlainCell[])[]): number => rows.findIndex((row) => /^(合计|平均|填表人.*)$/.test(text(row[0])))
  return sheets
    .flatMap(({ name, rows }) => rows.slice(2 + headerRows, end(rows)).map((row) => [name, ...columns.map(({ field }, i) => (field === 'rowNo' ? '' : text(row[i])))].join('|')))
    .sort()
}

it('the forms of a district make the same district of an empty ledger', async () => {
  const { rows: units } = await full.call('record.page', { kind: 'unit', limit: 100 })
  const { names } = await full.call('setting.get', {})
  await empty.call('office.setup', { ...names, units: [] })
  await empty.call('record.save', { changes: units.map(({ values }, i) => ({ kind: 'unit', id: -1 - i, values })) })
  // A scheme is the office's own: F11 speaks of its items.
  const [schemes, items] = [await full.call('record.page', { kind: 'scheme', limit: 100 }), await full.call('record.page', { kind: 'schemeItem', limit: 1000 })]
  await empty.call('record.save', {
    changes: [
      ...schemes.rows.map(({ id, values }) => ({ kind: 'scheme' as const, id: -id, values })),
      ...items.rows.map(({ id, values }) => ({ kind: 'schemeItem' as const, id: -id, values: { ...values, schemeId: -Number(values['schemeId']) } })),
    ],
  })
  const fileIds: string[] = []
  for (const form of forms) {
    const { bytes } = await full.call('form.export', { form })
    fileIds.push((await empty.call('import.read', { name: `${form}.xlsx`, bytes: Buffer.from(bytes) })).fileId)
  }
  const { planId, totals } = await empty.call('import.plan', { fileIds })
  const skipped = await empty.call('import.rows', { planId, action: 'skip', limit: 20 })
  // A visit of which nothing was written down but 无 says nothing.
  expect(skipped.rows.map(({ form, name, problems }) => [form, name, problems.filter(({ level }) => level === 'error').map(({ code }) => code)])).toEqual([['F05', '示范区“老字号”食品厂', ['V-01']]])
  expect(totals.errors).toBe(1)
  await empty.call('import.commit', { planId, operator: '测试' })
  const differing: unknown[] = []
  for (const form of forms) {
    const [before, after] = [await rowsOf(full, form), await rowsOf(empty, form)]
    const [lost, gained] = [before.filter((row) => !after.includes(row)), after.filter((row) => !before.includes(row))]
    if (lost.length + gained.length > 0) differing.push([form, lost.map((row) => lastDifference(row, gained)), gained.length])
  }
  // What is lost: a visit that says nothing, and how the one amount of F08 divides over several items.
  expect(differing).toEqual([['F05', ['示范区“老字号”食品厂'], 0], ['F08', ['987.6'], 1]])
}, 60_000)

/** The cells of a row that no row of the same name has; the name of a row that is missing. */
function lastDifference(row: string, others: readonly string[]): string {
  const cells = row.split('|')
  const other = others.find((candidate) => candidate.split('|')[3] === cells[3])?.split('|')
  return other ? cells.filter((cell, i) => cell !== other[i]).join('|') : (cells[5] ?? '')
}

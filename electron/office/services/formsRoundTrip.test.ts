import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formIds, type FormId } from '../../../shared/domain/formId'
import { convertAllWithLibreOffice, hasLibreOffice, skippedWithout } from '../excel/testing/libreOffice'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'
import { fillFormFields } from '../testing/fillFormFields'

/** F13 is made by the office alone and read by nobody. */
const forms = formIds.filter((form) => form !== 'F13')

let office: TestOffice
const exported = new Map<FormId, { bytes: Uint8Array; rows: number }>()
beforeAll(async () => {
  office = await createSampleOffice()
  await fillFormFields(office)
  for (const form of forms) exported.set(form, await office.call('form.export', { form }))
}, 60_000)
afterAll(() => office.close())

/** Reads a file and says what taking it would change. */
async function plan(name: string, bytes: Uint8Array) {
  const reading = await office.call('import.read', { name, bytes: Buffer.from(bytes) })
  const { planId, totals } = await office.call('import.plan', { fileIds: [reading.fileId] })
  const rows = await Promise.all((['add', 'change', 'skip'] as const).map((action) => office.call('import.rows', { planId, action, limit: 5 })))
  const differing = rows.flatMap((page) => page.rows.map(({ name: what, action, changes, problems }) => ({ what, action, changes, problems })))
  return { reading, totals, differing }
}

describe.each(forms)('%s', (form) => {
  it('exported and imported again changes nothing', async () => {
    const { bytes, rows } = exported.get(form) ?? { bytes: new Uint8Array(), rows: 0 }
    const { reading, totals, differing } = await plan(`${form}.xlsx`, bytes)
    expect([reading.form, reading.state, reading.sheets.flatMap(({ unmapped }) => unmapped)]).toEqual([form, 'ready', []])
    expect(differing).toEqual([])
    expect(totals).toMatchObject({ rows, same: rows, add: 0, change: 0, skipped: 0, errors: 0 })
    expect(rows).toBeGreaterThan(5)
  })
})

describe.skipIf(!hasLibreOffice)(`after LibreOffice opened and saved it${skippedWithout}`, () => {
  it.each(['xlsx', 'xls', 'ods'])('as .%s every form still changes nothing', async (format) => {
    const files = new Map([...exported].map(([form, { bytes }]) => [`${form}.xlsx`, bytes]))
    const saved = convertAllWithLibreOffice(files, format)
    const changed: unknown[] = []
    for (const form of forms) {
      const { reading, totals, differing } = await plan(`${form}.${format}`, saved.get(form) ?? new Uint8Array())
      if (reading.form !== form || differing.length > 0 || totals.same !== exported.get(form)?.rows) changed.push([form, reading.form, totals, differing])
    }
    expect(changed).toEqual([])
  }, 180_000)
})

it('the forms of a district together are one run that changes nothing', async () => {
  const fileIds: string[] = []
  for (const [form, { bytes }] of exported) {
    // The survey speaks of the enterprises of the ledger once more.
    if (form !== 'F02') fileIds.push((await office.call('import.read', { name: `${form}.xlsx`, bytes: Buffer.from(bytes) })).fileId)
  }
  const { totals, forms: counted } = await office.call('import.plan', { fileIds })
  expect(totals).toMatchObject({ add: 0, change: 0, skipped: 0, errors: 0 })
  expect(counted.map(({ form, rows }) => [form, rows])).toEqual([...exported].flatMap(([form, { rows }]) => (form === 'F02' ? [] : [[form, rows]])))
}, 30_000)

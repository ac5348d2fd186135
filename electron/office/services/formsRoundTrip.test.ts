import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../../shared/contract/reply'
import { fillSample } from '../../host/fillSample'
import { readForms } from '../import/forms/formFields'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

const sampleFolder = resolve(import.meta.dirname, '../../../resources/sample-district')

let office: TestOffice
beforeAll(async () => {
  office = await createTestOffice({ today: '2026-11-21' })
  const dispatch = async (name: string, input: unknown): Promise<Reply<unknown>> => ({ ok: true, value: await office.call(name as 'office.status', input as Record<string, never>) })
  expect(await fillSample(dispatch, sampleFolder)).toBeNull()
})
afterAll(() => office.close())

describe.each(readForms)('%s', (form) => {
  it('exported and imported again changes nothing', async () => {
    const { bytes, fileName, rows } = await office.call('form.export', { form })
    const reading = await office.call('import.read', { name: fileName, bytes: Buffer.from(bytes) })
    expect([reading.form, reading.state, reading.sheets.flatMap(({ unmapped }) => unmapped)]).toEqual([form, 'ready', []])
    const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
    const { rows: changed } = await office.call('import.rows', { planId: plan.planId, action: 'change' })
    const { rows: added } = await office.call('import.rows', { planId: plan.planId, action: 'add' })
    const { rows: skipped } = await office.call('import.rows', { planId: plan.planId, action: 'skip' })
    expect([...changed, ...added, ...skipped].slice(0, 5).map(({ name, action, changes, problems }) => [name, action, changes, problems])).toEqual([])
    expect(plan.totals).toMatchObject({ rows, same: rows, add: 0, change: 0, skipped: 0, errors: 0 })
    expect(rows).toBeGreaterThan(5)
  })
})

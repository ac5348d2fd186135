import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import expected from '../../../resources/sample-district/expected.json'
import type { ImportPlan } from '../../../shared/contract/import'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import type { Input } from '../../../shared/contract/index'
import { s1CountColumns } from '../../../shared/domain/s1'
import { writeFigureRef } from '../../../shared/domain/statistics/figureRef'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

const folder = join(import.meta.dirname, '../../../resources/sample-district')
const names = Object.keys(expected.files)

async function planAll(office: TestOffice): Promise<ImportPlan> {
  const fileIds: string[] = []
  for (const name of names) {
    const reading = await office.call('import.read', { name, bytes: readFileSync(join(folder, name)) })
    fileIds.push(reading.fileId)
  }
  return office.call('import.plan', { fileIds })
}

async function allRows(office: TestOffice): Promise<LedgerRow[]> {
  return (await office.call('enterprise.page', { limit: 1000 })).rows
}

describe('sample district through the office', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await createTestOffice()
    await office.call('office.setup', expected.setup as Input<'office.setup'>)
    const plan = await planAll(office)
    expect(plan.totals).toMatchObject({ rows: 240, add: 240, change: 0, same: 0, skipped: 0, errors: 0 })
    expect((await allRows(office)).length).toBe(0)
    const result = await office.call('import.commit', { planId: plan.planId, operator: '测试' })
    expect(result.totals.add).toBe(240)
  })
  afterAll(() => office.close())

  it('gives exactly the enterprises, field by field', async () => {
    await office.call('privacy.reveal', { what: { page: 'enterprise' } })
    const rows = new Map((await allRows(office)).map((row) => [row.enterpriseName, row]))
    expect(rows.size).toBe(240)
    for (const enterprise of expected.enterprises) {
      const row = rows.get(enterprise.enterpriseName)
      for (const [field, value] of Object.entries(enterprise)) {
        expect([enterprise.enterpriseName, field, row?.[field as keyof LedgerRow] ?? null]).toEqual([enterprise.enterpriseName, field, value === '' ? null : value])
      }
      expect(row?.reason).toMatch(/党员/)
    }
  })

  it('gives exactly table S1, and every count opens its list', async () => {
    const [part] = (await office.call('statistics.table', { table: 'S1', asOf: expected.cutOff })).parts
    const truth: Record<string, Record<string, number | null>> = expected.s1
    for (const { key, label, figures } of [...(part?.rows ?? []), { key: 'total', label: '合计', figures: part?.total ?? {} }]) {
      for (const [column, value] of Object.entries(truth[label] ?? {})) {
        expect([label, column, figures[column]]).toEqual([label, column, value])
      }
      for (const figure of s1CountColumns) {
        const filter = { figure, ...(key === 'total' ? {} : { unitIds: [Number(key)] }) }
        const { total } = await office.call('enterprise.page', { filter, asOf: expected.cutOff })
        expect([label, figure, total]).toEqual([label, figure, figures[figure]])
      }
    }
    expect(part?.rows.map(({ label }) => label)).toEqual(expected.setup.units.map((unit) => unit.name))
    expect(part?.broken).toEqual([])
  })

  it('gives exactly table S9, and every figure of it opens its list', async () => {
    const question = { table: 'S9', asOf: expected.cutOff } as const
    const [part] = (await office.call('statistics.table', question)).parts
    const truth: Record<string, Record<string, number | null>> = expected.s9
    for (const { key, label, figures } of part?.rows ?? []) {
      for (const [column, value] of Object.entries(truth[label] ?? {})) {
        expect([label, column, figures[column]]).toEqual([label, column, value])
      }
      if (!Object.hasOwn(truth, label)) continue
      for (const column of ['C', 'D', 'N']) {
        const countedIn = writeFigureRef({ ...question, part: 'S9', row: key, column, label: '' })
        const { total } = await office.call('enterprise.page', { filter: { countedIn }, asOf: expected.cutOff })
        expect([label, column, total]).toEqual([label, column, figures[column]])
      }
    }
    expect(part?.broken).toEqual([])
  })

  it('the same files again change nothing', async () => {
    const plan = await planAll(office)
    expect(plan.totals).toMatchObject({ add: 0, change: 0, same: 240, skipped: 0 })
    expect(plan.newOrgs).toEqual([])
    expect(plan.newLiaisons).toBe(0)
    expect(plan.absent).toEqual([])
    const revision = (await office.call('office.status', {})).revision
    expect((await office.call('import.read', { name: names[0] ?? '', bytes: readFileSync(join(folder, names[0] ?? '')) })).state).toBe('repeated')
    expect((await office.call('office.status', {})).revision).toBe(revision)
  })

  it('its own export comes back without a change', async () => {
    const { bytes, fileName } = await office.call('form.export', { form: 'F01' })
    const reading = await office.call('import.read', { name: fileName, bytes })
    expect(reading).toMatchObject({ form: 'F01', rows: 240, unknownUnits: [] })
    const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
    const changed = await office.call('import.rows', { planId: plan.planId, action: 'change' })
    expect(changed.rows.slice(0, 3)).toEqual([])
    expect(plan.totals).toMatchObject({ same: 240, add: 0, skipped: 0 })
  })

  it('says what is to be done', async () => {
    const home = await office.call('statistics.home', { asOf: expected.cutOff })
    expect(home.total.D).toBe(203)
    expect(home.emptyUnits).toEqual([])
    expect(home.lastImport).toMatchObject({ files: 12, add: 240 })
    const { codes } = await office.call('quality.counts', {})
    expect(codes.find((check) => check.code === 'V-23')?.count).toBeGreaterThan(0)
  })

  it('keeps a record of the import and of every enterprise', async () => {
    const imports = await office.call('import.list', {})
    expect(imports).toHaveLength(12)
    expect(new Set(imports.map((batch) => batch.runId)).size).toBe(1)
    const [first] = await allRows(office)
    const detail = await office.call('enterprise.get', { id: first?.id ?? 0 })
    expect(detail.history).toMatchObject([{ action: '导入', operator: '测试' }])
    expect(detail.reasons.length).toBeGreaterThan(1)
  })
})

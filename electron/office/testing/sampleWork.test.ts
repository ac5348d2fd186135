import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import { createSampleOffice } from './createSampleOffice'
import type { TestOffice } from './createTestOffice'

const sampleFolder = resolve(import.meta.dirname, '../../../resources/sample-district')

let office: TestOffice
beforeAll(async () => {
  office = await createSampleOffice()
})
afterAll(() => office.close())

const total = async (kind: RecordKind): Promise<number> => (await office.call('record.page', { kind })).total

it('fills every kind of record', async () => {
  const totals = new Map<RecordKind, number>()
  for (const kind of recordKinds) totals.set(kind, await total(kind))
  // No two of its enterprises look alike, so nobody had to say that they are not one.
  expect([...totals].filter(([, count]) => count === 0)).toEqual([['distinction', 0]])
  expect(totals.get('enterprise')).toBe(240)
  expect(totals.get('visit')).toBeGreaterThan(60)
})

it('locks the two quarters that ended last', async () => {
  const periods = await office.call('period.list', {})
  expect(periods.map(({ label, enterprises }) => [label, enterprises])).toEqual([
    ['2026年第3季度', 240],
    ['2026年第2季度', 240],
  ])
})

it('leaves S1 and what the workbooks state as they are', async () => {
  const truth = JSON.parse(readFileSync(resolve(sampleFolder, 'expected.json'), 'utf8')) as {
    cutOff: string
    s1: Record<string, Record<string, number | null>>
  }
  const { parts } = await office.call('statistics.table', { table: 'S1', asOf: truth.cutOff })
  const rows = parts[0]?.rows ?? []
  for (const { label, figures } of rows) expect(figures, label).toMatchObject(truth.s1[label] ?? {})
  expect(rows).toHaveLength(12)
})

it('gives an assessment every organisation is ranked in', async () => {
  const { rows } = await office.call('record.page', { kind: 'scheme' })
  const sheet = await office.call('assessment.sheet', { schemeId: rows[0]?.id ?? 0 })
  expect(sheet.rows.length).toBeGreaterThan(30)
  expect(sheet.rows.every(({ rank, grade }) => rank !== null && grade !== null)).toBe(true)
})

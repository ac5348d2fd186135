import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import type { Reply } from '../../shared/contract/reply'
import { fillSample } from './fillSample'

const sampleFolder = resolve(import.meta.dirname, '../../resources/sample-district')

function fakeOffice(answers: Record<string, (input: never) => unknown>) {
  const called: { name: string; input: Record<string, unknown> }[] = []
  return {
    called,
    async dispatch(name: string, input: unknown): Promise<Reply<unknown>> {
      called.push({ name, input: input as Record<string, unknown> })
      const answer = answers[name]
      return answer
        ? { ok: true, value: answer(input as never) }
        : { ok: false, failure: { code: 'disk-full', details: {} } }
    },
  }
}

it('sets up, reads every workbook of the sample, commits them as one plan, and locks the last two quarters', async () => {
  const { called, dispatch } = fakeOffice({
    'office.status': () => ({ units: 0, today: '2026-11-21' }),
    'office.setup': () => ({ added: 12, changed: 0 }),
    'import.read': ({ name }: { name: string }) => ({
      fileId: `id of ${name}`,
      unit: name.endsWith('.csv') ? null : '某街道',
    }),
    'import.plan': () => ({ planId: 'plan' }),
    'import.commit': () => ({ batchId: 1 }),
    'record.page': () => ({ total: 0, rows: [] }),
    'record.save': () => ({ editId: 1, saved: [] }),
    'assessment.create': () => ({ editId: 1, saved: [] }),
    'period.lock': () => ({}),
  })
  expect(await fillSample(dispatch, sampleFolder)).toBeNull()
  const reads = called.filter(({ name }) => name === 'import.read')
  expect(reads).toHaveLength(12)
  expect(reads.every(({ input }) => input.bytes instanceof Uint8Array && input.bytes.length > 1000)).toBe(true)
  const [plan] = called.filter(({ name }) => name === 'import.plan')
  expect(plan).toMatchObject({
    input: { fileIds: reads.map(({ input }) => `id of ${String(input.name)}`), units: { 'id of 石桥镇.csv': '石桥镇' } },
  })
  expect(called.filter(({ name }) => name === 'import.commit')).toMatchObject([{ input: { planId: 'plan' } }])
  expect(called.filter(({ name }) => name === 'period.lock').map(({ input }) => input.label)).toEqual([
    '2026年第2季度',
    '2026年第3季度',
  ])
})

it('leaves an office alone that already has units', async () => {
  const { called, dispatch } = fakeOffice({ 'office.status': () => ({ units: 3 }) })
  expect(await fillSample(dispatch, sampleFolder)).toBeNull()
  expect(called).toHaveLength(1)
})

it('returns the first refusal', async () => {
  const { dispatch } = fakeOffice({ 'office.status': () => ({ units: 0 }) })
  expect(await fillSample(dispatch, sampleFolder)).toEqual({ code: 'disk-full', details: {} })
})

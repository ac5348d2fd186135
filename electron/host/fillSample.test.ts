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

it('sets up, reads every workbook of the sample, and commits them as one plan', async () => {
  const { called, dispatch } = fakeOffice({
    'office.status': () => ({ units: 0 }),
    'office.setup': () => ({ added: 12, changed: 0 }),
    'import.read': ({ name }: { name: string }) => ({
      fileId: `id of ${name}`,
      unit: name.endsWith('.csv') ? null : '某街道',
    }),
    'import.plan': () => ({ planId: 'plan' }),
    'import.commit': () => ({ batchId: 1 }),
  })
  expect(await fillSample(dispatch, sampleFolder)).toBeNull()
  const reads = called.filter(({ name }) => name === 'import.read')
  expect(reads).toHaveLength(12)
  expect(reads.every(({ input }) => input.bytes instanceof Uint8Array && input.bytes.length > 1000)).toBe(true)
  expect(called.at(-2)).toMatchObject({
    name: 'import.plan',
    input: { fileIds: reads.map(({ input }) => `id of ${String(input.name)}`), units: { 'id of 石桥镇.csv': '石桥镇' } },
  })
  expect(called.at(-1)).toMatchObject({ name: 'import.commit', input: { planId: 'plan' } })
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

import { expect, it } from 'vitest'
import type { RecordChange } from '../../shared/contract/record'
import { CallFailure } from '../api/callFailure'
import type { FigureWrite } from './figureSheet'
import { saveFigures } from './saveFigures'

const write = (rowId: number, before = ''): FigureWrite => ({ rowId, column: 'points', typed: '9', value: 9, before })

/** An office that answers each save with the next of `answers`; rows 1 to 9 are known. */
function office(answers: (CallFailure | null)[], present = '') {
  const sent: number[][] = []
  let reloads = 0
  const parts = {
    changesOf: (writes: readonly FigureWrite[]) =>
      writes.filter(({ rowId }) => rowId < 10).map((one) => ({
        change: { kind: 'score', id: one.rowId, values: { final: 9 } } satisfies RecordChange,
        writes: [one],
      })),
    present: () => present,
    reload: async () => void reloads++,
    async save(changes: RecordChange[]) {
      sent.push(changes.map(({ id }) => id))
      const answer = answers.shift()
      if (answer) throw answer
    },
  }
  return { parts, sent, reloads: () => reloads }
}

const invalid = new CallFailure('record.save', {
  code: 'invalid',
  details: {},
  issues: [{ path: ['changes', 1, 'values', 'final'], code: 'field', message: '不能超过该项分值 5 分' }],
})
const conflict = new CallFailure('record.save', { code: 'conflict', details: { kind: 'score', id: 1 } })

it('leaves out what the rules refuse and saves the rest', async () => {
  const { parts, sent } = office([invalid, null])
  const refused = await saveFigures([write(1), write(2), write(3)], parts)
  expect(sent).toEqual([[1, 2, 3], [1, 3]])
  expect(refused.map(({ write: { rowId }, message }) => [rowId, message])).toEqual([[2, '不能超过该项分值 5 分']])
})

it('looks again after a conflict: what stands as it was seen is saved, the rest is not', async () => {
  const seen = office([conflict, null], '7')
  const refused = await saveFigures([write(1, '7'), write(2, '6')], seen.parts)
  expect([seen.sent, seen.reloads()]).toEqual([[[1, 2], [1]], 1])
  expect(refused.map(({ write: { rowId }, message }) => [rowId, message.includes('“7”')])).toEqual([[2, true]])
})

it('loses nothing when a row is gone or the office cannot be reached', async () => {
  const gone = office([null])
  expect((await saveFigures([write(11)], gone.parts)).map(({ message }) => message)).toEqual(['这一行或这一列刚被删除'])
  expect(gone.sent).toEqual([])
  const broken = office([new CallFailure('record.save', { code: 'disk-full', details: {} })])
  expect(await saveFigures([write(1), write(2)], broken.parts)).toHaveLength(2)
})

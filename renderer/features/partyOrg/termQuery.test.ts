import { describe, expect, it } from 'vitest'
import type { TermRow } from '../../../shared/contract/partyOrg'
import { readTermQuery, termsShown, writeTermQuery } from './termQuery'

const today = '2026-07-30'
const row = (id: number, part: Partial<TermRow>): TermRow => ({
  id, version: 1, name: `党支部${id}`, unitName: '甲街道', secretaryName: null, secretaryPhone: null, lastElectionOn: null,
  endsOn: null, extendedTo: null, dueOn: null, plannedElectionOn: null, remindedOn: null, remindedBy: null, reportedOn: null,
  reminder: null, yearState: null, ...part,
})
const rows = [
  row(1, { dueOn: '2026-02-10', yearState: '本年届满', reminder: { step: '届满未换', dueOn: '2026-02-10', days: -170, reminded: false } }),
  row(2, { dueOn: '2026-12-20', yearState: '本年届满', reminder: { step: '发提醒函', dueOn: '2026-12-20', days: 143, reminded: false } }),
  row(3, { dueOn: '2024-11-05', yearState: '往年届满未换' }),
]
const shown = (query: Record<string, string>): number[] => termsShown(rows, readTermQuery(query, today), today).map(({ id }) => id)

describe('the address of 换届提醒', () => {
  it('narrows what is to be reminded of by step', () => {
    expect([shown({}), shown({ step: '届满未换' })]).toEqual([[1, 2], [1]])
  })

  it('narrows the year by month and state', () => {
    expect(shown({ tab: 'year' })).toEqual([1, 2, 3])
    expect(shown({ tab: 'year', month: '12', state: '未到期' })).toEqual([2])
    expect(shown({ tab: 'year', month: '0' })).toEqual([3])
  })

  it('reads back what it writes and leaves out what it does not know', () => {
    const query = { tab: 'year', year: '2025', unit: '3,4', month: '2', state: '届满未换' }
    expect(writeTermQuery(readTermQuery(query, today), today)).toEqual(query)
    expect(readTermQuery({ tab: 'all', month: '13', unit: 'x', year: 'abc' }, today)).toEqual(readTermQuery({}, today))
  })
})

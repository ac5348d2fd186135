import { describe, expect, it } from 'vitest'
import type { SheetColumn } from '../../../shared/contract/mapping'
import { answersOf, chooseField, chosenField } from './columnChoices'

function column(position: number, field: string | null, more: Partial<SheetColumn> = {}): SheetColumn {
  return {
    position, column: 'A', header: '', field, label: null, ticked: null, question: null, candidates: [], decided: false, forbidden: false, samples: [], ...more,
  }
}

describe('what is chosen for columns', () => {
  const columns = [column(0, 'enterpriseName'), column(1, 'ownerName', { question: 'meaning' }), column(2, null, { question: 'unknown' }), column(3, 'note', { decided: true })]

  it('is what seems likeliest until somebody chooses', () => {
    expect(answersOf(columns, new Map())).toEqual([{ position: 1, field: 'ownerName' }, { position: 2, field: null }, { position: 3, field: 'note' }])
  })

  it('takes a field from the column that had it, and says so', () => {
    const choices = chooseField(columns, new Map(), 2, 'enterpriseName')
    expect(columns.map((one) => chosenField(one, choices))).toEqual([null, 'ownerName', 'enterpriseName', 'note'])
    expect(answersOf(columns, choices)).toContainEqual({ position: 0, field: null })
  })

  it('leaves a column out without touching the others', () => {
    const choices = chooseField(columns, new Map(), 0, null)
    expect(columns.map((one) => chosenField(one, choices))).toEqual([null, 'ownerName', null, 'note'])
  })
})

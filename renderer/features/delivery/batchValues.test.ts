import { describe, expect, it } from 'vitest'
import type { MatrixCell } from '../../../shared/contract/delivery'
import { batchValues, type BatchField } from './batchValues'

const nothing: Record<BatchField, null> = { batch: null, doneOn: null, quantity: null, amount: null, fundSource: null, handler: null }
const stated = { ...nothing, doneOn: '2026-06-01' }
const cell: MatrixCell = { id: 1, version: 1, state: '已落实', quantity: 3, unitLabel: '面', doneOn: '2025-01-01', batch: null }

describe('batchValues', () => {
  it('says what was stated and leaves the rest', () => {
    expect(batchValues(null, stated)).toEqual({ state: '已落实', doneOn: '2026-06-01' })
    expect(batchValues(null, { ...stated, quantity: 1, batch: '第一批', amount: 6000, handler: '李四' })).toEqual({
      state: '已落实', doneOn: '2026-06-01', quantity: 1, batch: '第一批', amount: 6000, handler: '李四',
    })
  })

  it('dates anew what was there, and what was shared is no longer', () => {
    expect(batchValues(cell, stated)).toEqual({ state: '已落实', doneOn: '2026-06-01' })
    expect(batchValues({ ...cell, state: '共用' }, stated)).toEqual({ state: '已落实', doneOn: '2026-06-01', sharedWithOrg: null })
  })

  it('keeps the first day of what is replaced', () => {
    expect(batchValues({ ...cell, state: '需更换' }, stated)).toEqual({ state: '已落实', replacedOn: '2026-06-01' })
    expect(batchValues({ ...cell, state: '需更换', doneOn: null }, stated)).toEqual({
      state: '已落实', doneOn: '2026-06-01', replacedOn: '2026-06-01',
    })
  })
})

import { describe, expect, it } from 'vitest'
import type { MatrixFilter } from '../../../shared/contract/delivery'
import { readDeliveryQuery, writeDeliveryQuery } from './deliveryQuery'

describe('the address of the matrix', () => {
  it('gives back every condition', () => {
    const filter: MatrixFilter = {
      search: '桥头',
      unitIds: [1, 3],
      states: ['推进中', '未登记'],
      lacking: ['room', 'flag'],
      coverage: ['联合'],
      operatingStatuses: ['停产停业'],
    }
    expect(readDeliveryQuery(writeDeliveryQuery(filter) as Record<string, string>)).toEqual(filter)
    expect(writeDeliveryQuery({})).toEqual({})
  })

  it('leaves out what it does not understand', () => {
    expect(readDeliveryQuery({ unit: 'x,0,-1', state: '好', lacking: 'car', cov: '', q: ['', ''] })).toEqual({})
  })
})

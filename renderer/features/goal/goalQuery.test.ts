import { describe, expect, it } from 'vitest'
import { readGoalQuery, writeGoalQuery, type GoalQuery } from './goalQuery'

describe('the address of 六有评定', () => {
  it('gives back the quarter and every condition', () => {
    const query: GoalQuery = { period: '2026年第2季度', filter: { search: '桥头', unitIds: [2], standings: ['未达标', '整改逾期'] } }
    expect(readGoalQuery(writeGoalQuery(query) as Record<string, string>)).toEqual(query)
    expect(writeGoalQuery({ period: undefined, filter: {} })).toEqual({})
  })

  it('leaves out what it does not understand', () => {
    expect(readGoalQuery({ period: '2026年第5季度', standing: '好', unit: '-1' })).toEqual({ period: undefined, filter: {} })
  })
})

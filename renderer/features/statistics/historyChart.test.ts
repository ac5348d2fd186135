import { expect, it } from 'vitest'
import { readFigureRef } from '../../../shared/domain/statistics/figureRef'
import { historyChart } from './historyChart'

const rate = (of: number, over: number, value: number | null) => ({ key: 'both' as const, of, over, rate: value })
const history = {
  unitName: null,
  rates: [{ key: 'both' as const, label: '两个覆盖率' }, { key: 'built' as const, label: '组织覆盖率' }],
  points: [
    { periodId: 3, label: '2026年第2季度', cutOff: '2026-06-30', rates: [rate(15, 21, 0.7143)] },
    { periodId: null, label: null, cutOff: '2026-11-21', rates: [rate(0, 0, null)] },
  ],
}

it('draws the chosen rates over the periods and today', () => {
  const { categories, series, kind } = historyChart(history, ['both'], undefined)
  expect([kind, categories]).toEqual(['line', ['2026年第2季度', '现在']])
  expect(series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([['两个覆盖率', [0.7143, null]]])
})

it('opens what a point counts, as it was frozen', () => {
  const [first, last] = historyChart(history, ['both'], 7).series[0]?.points ?? []
  const to = first?.to
  const counted = typeof to === 'object' && 'query' in to ? String(to.query?.['counted']) : ''
  expect(readFigureRef(counted)).toMatchObject({ table: 'S12', part: 'S12c', row: 'both', column: 'F', periodId: 3, unitId: 7 })
  expect(last?.to).toBeUndefined()
})

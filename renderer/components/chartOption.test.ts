import { describe, expect, it } from 'vitest'
import type { Chart } from './chart'
import { chartFigure, chartOption, type ChartLook } from './chartOption'

const look: ChartLook = { font: 'x', ink: '#111', line: '#ddd', surface: '#fff', series: ['#0072b2', '#e69f00'] }
const chart: Chart = {
  title: '两个覆盖率',
  kind: 'bars',
  measure: 'rate',
  rowHeader: '单位',
  categories: ['甲街道', '乙镇'],
  series: [
    { name: '组织覆盖率', points: [{ value: 0.7 }, { value: null }] },
    { name: '两个覆盖率', points: [{ value: 0.9 }, { value: 0.8333 }] },
  ],
}

function series(of: Chart): Record<string, unknown>[] {
  return [chartOption(of, look).series].flat().map((one) => ({ ...one }))
}

describe('chartOption', () => {
  it('draws each series with its figures, and a gap where there is none', () => {
    expect(series(chart).map(({ type, name, data }) => ({ type, name, data }))).toEqual([
      { type: 'bar', name: '组织覆盖率', data: [0.7, '-'] },
      { type: 'bar', name: '两个覆盖率', data: [0.9, 0.8333] },
    ])
  })

  it('ends the axis of rates at 100 % unless a rate exceeds it', () => {
    expect(chartOption(chart, look).yAxis).toMatchObject({ min: 0, max: 1 })
    const beyond = { ...chart, series: [{ name: '完成率', points: [{ value: 1.2 }, { value: 0.5 }] }] }
    expect(chartOption(beyond, look).yAxis).not.toHaveProperty('max')
  })

  it('lays the bars of long names down, the first category on top', () => {
    const { xAxis, yAxis } = chartOption({ ...chart, lying: true }, look)
    expect(xAxis).toMatchObject({ type: 'value' })
    expect(yAxis).toMatchObject({ type: 'category', inverse: true, data: ['甲街道', '乙镇'] })
  })

  it('tells series apart by pattern, or by mark and dash where they are lines', () => {
    expect(chartOption(chart, look).aria).toMatchObject({ decal: { show: true } })
    const lines = series({ ...chart, kind: 'line' })
    expect(new Set(lines.map(({ symbol }) => symbol)).size).toBe(2)
    expect(chartOption({ ...chart, kind: 'line' }, look).aria).toMatchObject({ decal: { show: false } })
  })

  it('stacks the parts of a whole', () => {
    expect(series({ ...chart, kind: 'stack', measure: 'count' }).map(({ stack }) => stack)).toEqual(['all', 'all'])
  })

  it('neither moves nor writes HTML', () => {
    expect(chartOption(chart, look)).toMatchObject({ animation: false, tooltip: { renderMode: 'richText' } })
  })
})

describe('chartFigure', () => {
  it('writes rates with two decimals and — for none', () => {
    expect([chartFigure('rate', 0.8333), chartFigure('rate', null), chartFigure('count', 0), chartFigure('count', null)]).toEqual(['83.33%', '—', '0', '—'])
  })
})

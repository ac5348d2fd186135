import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { percent } from '../../shared/domain/percentage'
import type { Chart, ChartSeries } from './chart'

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>

export interface ChartLook {
  font: string
  ink: string
  line: string
  surface: string
  /** Colours of the series in their order. */
  series: readonly string[]
}

/** Patterns upon the colours, so that series are told apart in grey as well; the first is left plain. */
const stripe = { color: 'rgba(255, 255, 255, 0.65)', dashArrayX: [1, 0], dashArrayY: [2, 5] }
const decals = [
  { symbol: 'none' },
  { ...stripe, rotation: -Math.PI / 4 },
  { color: 'rgba(255, 255, 255, 0.7)', symbol: 'circle', symbolSize: 0.7, dashArrayX: [[7, 7], [0, 7, 7, 0]], dashArrayY: [5, 0] },
  { ...stripe, rotation: Math.PI / 4 },
  { ...stripe, dashArrayY: [1, 4] },
  { ...stripe, rotation: Math.PI / 2, dashArrayY: [2, 3] },
]
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect']
const dashes = ['solid', 'dashed', 'dotted'] as const

/** 66.67% or 12; — for what there is none of. */
export function chartFigure(measure: Chart['measure'], value: number | null): string {
  if (measure === 'rate') return percent(value)
  return value === null ? '—' : String(value)
}

/** The chart in the words of ECharts. Nothing moves, and every figure that fits is written beside its mark. */
export function chartOption(chart: Chart, look: ChartLook): ChartOption {
  const text = { color: look.ink, fontFamily: look.font, fontSize: 12 }
  const category = {
    type: 'category' as const,
    data: [...chart.categories],
    axisLabel: { ...text, ...(chart.lying ? {} : { interval: 0, hideOverlap: true }) },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.ink } },
  }
  const figure = {
    type: 'value' as const,
    min: 0,
    ...(chart.measure === 'count' ? { minInterval: 1 } : highest(chart) > 1 ? {} : { max: 1 }),
    axisLabel: { ...text, formatter: (value: number) => (chart.measure === 'rate' ? `${Math.round(value * 100)}%` : String(value)) },
    splitLine: { lineStyle: { color: look.line } },
  }
  return {
    animation: false,
    color: [...look.series],
    textStyle: text,
    // The drawing is named by the page; ECharts only adds the patterns.
    aria: { enabled: true, label: { enabled: false }, decal: { show: chart.kind !== 'line', decals } },
    legend: { show: chart.series.length > 1, top: 0, left: 0, itemGap: 18, textStyle: text, selectedMode: false },
    grid: { top: chart.series.length > 1 ? 34 : 12, left: 4, right: chart.lying ? 56 : 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    // Drawn, not written as HTML: names of units and series are people's words.
    tooltip: {
      renderMode: 'richText',
      confine: true,
      textStyle: text,
      ...(chart.kind === 'line' ? { trigger: 'axis' as const } : { trigger: 'item' as const }),
      valueFormatter: (value) => chartFigure(chart.measure, typeof value === 'number' ? value : null),
    },
    xAxis: chart.lying ? figure : category,
    yAxis: chart.lying ? { ...category, inverse: true } : figure,
    series: chart.series.map((series, index) => (chart.kind === 'line' ? line(chart, series, index, look) : bar(chart, series, look))),
  }
}

function highest(chart: Chart): number {
  return Math.max(0, ...chart.series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)))
}

function bar(chart: Chart, series: ChartSeries, look: ChartLook): BarSeriesOption {
  const isStack = chart.kind === 'stack'
  return {
    type: 'bar',
    name: series.name,
    ...(isStack ? { stack: 'all' } : {}),
    barMaxWidth: 28,
    barGap: '15%',
    cursor: series.points.some(({ to }) => to) ? 'pointer' : 'default',
    itemStyle: { borderColor: look.ink, borderWidth: 0.5 },
    label: {
      show: true,
      position: isStack ? 'inside' : chart.lying ? 'right' : 'top',
      color: look.ink,
      fontFamily: look.font,
      fontSize: 11,
      ...(isStack ? { backgroundColor: look.surface, padding: [1, 3], borderRadius: 2 } : {}),
      formatter: ({ value }) => (typeof value === 'number' ? chartFigure(chart.measure, value) : ''),
    },
    labelLayout: { hideOverlap: true },
    // A part of nothing would still leave the edges of its mark and its label.
    data: series.points.map(({ value }) => (value === null || (isStack && value === 0) ? '-' : value)),
  }
}

function line(chart: Chart, series: ChartSeries, index: number, look: ChartLook): LineSeriesOption {
  return {
    type: 'line',
    name: series.name,
    cursor: series.points.some(({ to }) => to) ? 'pointer' : 'default',
    symbol: symbols[index % symbols.length] ?? 'circle',
    symbolSize: 8,
    lineStyle: { width: 2, type: dashes[index % dashes.length] ?? 'solid' },
    connectNulls: false,
    label: {
      show: true,
      position: 'top',
      color: look.ink,
      fontFamily: look.font,
      fontSize: 11,
      formatter: ({ value }) => (typeof value === 'number' ? chartFigure(chart.measure, value) : ''),
    },
    labelLayout: { hideOverlap: true },
    data: series.points.map(({ value }) => value ?? '-'),
  }
}

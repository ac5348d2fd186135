import type { RouteLocationRaw } from 'vue-router'

/** One figure of a chart; null where there is none (a rate without a denominator, a month without a record). */
export interface ChartPoint {
  value: number | null
  /** The list the figure counts. */
  to?: RouteLocationRaw | undefined
}

export interface ChartSeries {
  name: string
  /** One for each category. */
  points: readonly ChartPoint[]
}

/** What BaseChart draws, and writes as the table behind the drawing. */
export interface Chart {
  title: string
  /** Parts of a whole are stacked, figures to be compared stand side by side, a course in time is a line. */
  kind: 'bars' | 'stack' | 'line'
  /** Many or long categories stand below each other, their bars lying; not for a line. */
  lying?: boolean
  /** Rates are decimals (0.6667) and shown as percentages. */
  measure: 'count' | 'rate'
  /** What the categories are: 单位, 月份. */
  rowHeader: string
  categories: readonly string[]
  series: readonly ChartSeries[]
}

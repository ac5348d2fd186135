import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { TableQuestion } from '../../../shared/domain/statistics/figureRef'
import { chartTables, statChartIds, type StatChartId } from './statChart'
import { readTableQuery, writeTableQuery } from './tableQuery'

/** The elections are drawn from their own list; every other chart from a table. */
export const chartIds = [...statChartIds, 'elections'] as const
export type ChartId = (typeof chartIds)[number]

export interface ChartQuestion {
  chart: ChartId
  /** Of the table behind the chart; the calendar takes only the unit of it. */
  question: TableQuestion
  /** Of the calendar; that of today without it. */
  year: number | undefined
}

/** The chart asked for lives in the address, so that coming back from a list finds the same one. */
export function readChartQuery(query: LocationQuery): ChartQuestion {
  const chart = chartIds.find((id) => id === query['chart']) ?? 'coverage'
  const question = readTableQuery({ ...query, table: tableOf(chart) })
  const year = Number(query['year'])
  return { chart, question, year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined }
}

export function writeChartQuery({ chart, question, year }: ChartQuestion): LocationQueryRaw {
  const { table: _table, ...asked } = writeTableQuery(question)
  return {
    ...(chart === 'coverage' ? {} : { chart }),
    ...asked,
    ...(chart === 'elections' && year !== undefined ? { year: String(year) } : {}),
  }
}

/** Another chart of the same day and unit; its rows may stand for something else. */
export function turnChart({ question, year }: ChartQuestion, chart: ChartId): ChartQuestion {
  return { chart, question: { ...question, table: tableOf(chart), grouping: undefined, from: undefined }, year }
}

function tableOf(chart: ChartId): TableQuestion['table'] {
  const drawn: StatChartId | undefined = statChartIds.find((id) => id === chart)
  return drawn === undefined ? 'S2' : chartTables[drawn]
}

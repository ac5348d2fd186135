import type { RouteLocationRaw } from 'vue-router'
import type { StatPart, StatTable } from '../../../shared/contract/statistics'
import type { TableQuestion } from '../../../shared/domain/statistics/figureRef'
import type { TableId } from '../../../shared/domain/statistics/statTable'
import type { Chart, ChartPoint, ChartSeries } from '../../components/chart'
import { bothCovered, ledgerLink } from '../../composables/ledgerQuery'
import { statChartText as text } from '../../text/statChart'
import { figureLink } from './figureLink'

export const statChartIds = ['coverage', 'rates', 'reasons', 'deliveries', 'goals', 'size', 'industry'] as const
export type StatChartId = (typeof statChartIds)[number]

/** The table each drawing is of: a chart counts nothing itself. */
export const chartTables = {
  coverage: 'S1', rates: 'S1', reasons: 'S13', deliveries: 'S9', goals: 'S10', size: 'S4', industry: 'S5',
} as const satisfies Record<StatChartId, TableId>

interface Asked {
  part: StatPart
  question: TableQuestion
}

interface ShownRow {
  key: string
  label: string
  figures: StatPart['rows'][number]['figures']
}

/** The drawings of one table, the first the one it is asked for. */
export function statCharts(id: StatChartId, table: StatTable, question: TableQuestion): Chart[] {
  const [part] = table.parts
  if (!part || part.rows.length === 0) return []
  const asked = { part, question }
  if (id === 'coverage') return [parts(asked, ['H', 'I', 'T', 'U'])]
  if (id === 'rates') return [rates(asked, text.titles.rates, [['J', 'G'], ['W', undefined]])]
  if (id === 'reasons') return [reasons(asked)]
  if (id === 'deliveries') return [items(asked, text.titles.deliveries), rates(asked, text.allDelivered, [['Q', 'P']])]
  if (id === 'goals') return [items(asked, text.titles.goals), rates(asked, text.allGoals, [['R', 'Q']])]
  return [parts(asked, ['F', 'G', 'L', 'M']), rates(asked, text.rateTitles[id], [['H', 'E'], ['N', undefined]])]
}

/** What each row is composed of. */
function parts({ part, question }: Asked, keys: readonly string[]): Chart {
  return {
    title: text.composed(part.title),
    kind: 'stack',
    lying: true,
    measure: 'count',
    rowHeader: part.rowHeader,
    categories: part.rows.map(({ label }) => label),
    series: keys.map((key) => series(part, question, part.rows, key)),
  }
}

/** Rates of each row and of all together, each with the column of the records it counts. */
function rates({ part, question }: Asked, title: string, keys: readonly (readonly [string, string | undefined])[]): Chart {
  const rows = withTotal(part)
  return {
    title,
    kind: 'bars',
    lying: true,
    measure: 'rate',
    rowHeader: part.rowHeader,
    categories: rows.map(({ label }) => label),
    series: keys.map(([key, counted]) => series(part, question, rows, key, counted)),
  }
}

/** Why enterprises have no organisation, and how many of them ought to have one; the most frequent first. */
function reasons({ part, question }: Asked): Chart {
  const column = (header: string): string => part.columns.find((one) => one.group === '' && one.header === header)?.key ?? ''
  const all = column('合计')
  const rows = [...part.rows].sort((a, b) => (b.figures[all] ?? 0) - (a.figures[all] ?? 0))
  return {
    title: text.titles.reasons,
    kind: 'bars',
    lying: true,
    measure: 'count',
    rowHeader: part.rowHeader,
    categories: rows.map(({ label }) => label),
    series: [
      { ...series(part, question, rows, all), name: text.allUnbuilt },
      { ...series(part, question, rows, column('其中:应建未建')), name: text.due },
    ],
  }
}

/** The rate of each item over all rows together; a table has a count and its rate side by side under the item's name. */
function items({ part, question }: Asked, title: string): Chart {
  const shares = part.columns.filter(({ kind, group }) => kind === 'rate' && group !== '')
  const total = withTotal(part).slice(-1)
  const points = shares.flatMap(({ key, group }): ChartPoint[] => {
    const counted = part.columns.find((one) => one.group === group && one.kind === 'count')?.key
    return series(part, question, total, key, counted).points.slice()
  })
  return {
    title,
    kind: 'bars',
    measure: 'rate',
    rowHeader: text.item,
    categories: shares.map(({ group }) => group),
    series: [{ name: text.share, points }],
  }
}

function withTotal(part: StatPart): ShownRow[] {
  return part.total === null ? part.rows : [...part.rows, { key: 'total', label: text.total, figures: part.total }]
}

/** One column; a rate opens what `counted`, the column of its numerator, lists. */
function series(part: StatPart, question: TableQuestion, rows: readonly ShownRow[], key: string, counted = key): ChartSeries {
  const column = part.columns.find((one) => one.key === key)
  const listed = part.columns.find((one) => one.key === counted)
  return {
    name: column ? `${column.group === text.whole ? '' : column.group}${column.header}` : key,
    points: rows.map((row) => {
      const value = row.figures[key] ?? null
      const both = counted === key ? bothLink(question, key, row) : undefined
      const figure = { ...question, part: part.key, row: row.key, column: counted, label: `${row.label} ${column?.header ?? ''}` }
      return { value, to: value ? (both ?? (listed?.opens ? figureLink(listed.opens, figure) : undefined)) : undefined }
    }),
  }
}

/** 两个覆盖率 counts two columns; only the ledger of a day, by unit, has one filter for both. */
function bothLink({ table, asOf, periodId, unitId, grouping }: TableQuestion, key: string, row: ShownRow): RouteLocationRaw | undefined {
  const isPlain = periodId === undefined && unitId === undefined && (grouping ?? 'unit') === 'unit'
  if (table !== 'S1' || key !== 'W' || !isPlain) return undefined
  return ledgerLink(bothCovered(row.key === 'total' ? undefined : Number(row.key)), asOf)
}

import type { TermRow } from '../../../shared/contract/partyOrg'
import { electionMonth, electionMonthStates } from '../../../shared/domain/electionMonth'
import type { Chart, ChartPoint } from '../../components/chart'
import { statChartText } from '../../text/statChart'

const text = statChartText.elections
/** 0 stands for those left over from years before. */
const months = Array.from({ length: 13 }, (_, month) => month)

/** In which month which organisations of a year elect. */
export function electionChart(rows: readonly TermRow[], { year, today, unitId }: { year: number; today: string; unitId?: number | undefined }): Chart {
  const marked = rows.flatMap((row) => electionMonth(row, today) ?? [])
  return {
    title: text.title(year),
    kind: 'stack',
    measure: 'count',
    rowHeader: text.rowHeader,
    categories: months.map((month) => (month === 0 ? text.earlier : text.month(month))),
    series: electionMonthStates.map((state) => ({
      name: state,
      points: months.map((month): ChartPoint => {
        const value = marked.filter((one) => one.month === month && one.state === state).length
        const query = { tab: 'year', year: String(year), month: String(month), state, ...(unitId === undefined ? {} : { unit: String(unitId) }) }
        return { value, ...(value > 0 ? { to: { name: 'partyOrgTerms', query } } : {}) }
      }),
    })),
  }
}

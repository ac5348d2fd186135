import type { RateHistory } from '../../../shared/contract/period'
import type { RateKey } from '../../../shared/domain/statistics/rateSets'
import type { Chart } from '../../components/chart'
import { periodText } from '../../text/period'
import { figureLink } from './figureLink'

/** The chosen rates in the course of time; each point opens the enterprises its numerator counts. */
export function historyChart({ unitName, rates, points }: RateHistory, chosen: readonly RateKey[], unitId: number | undefined): Chart {
  const text = periodText.history
  const categories = points.map(({ label }) => label ?? text.today)
  return {
    title: text.chart(unitName),
    kind: 'line',
    measure: 'rate',
    rowHeader: periodText.label,
    categories,
    series: rates
      .filter(({ key }) => chosen.includes(key))
      .map(({ key, label }) => ({
        name: label,
        points: points.map(({ periodId, cutOff, rates: told }, at) => {
          const point = told.find((one) => one.key === key)
          const figure = {
            table: 'S12' as const, part: 'S12c', row: key, column: 'F', unitId,
            ...(periodId === null ? { asOf: cutOff } : { periodId }),
            label: text.point(categories[at] ?? '', label),
          }
          return { value: point?.rate ?? null, to: point && point.of > 0 ? figureLink('enterprise', figure) : undefined }
        }),
      })),
  }
}

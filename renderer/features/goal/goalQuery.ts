import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { goalStandings, type GoalFilter } from '../../../shared/contract/goal'

/** What the address of the page holds: the quarter (undefined for the present one) and the filter. */
export interface GoalQuery {
  period: string | undefined
  filter: GoalFilter
}

export function writeGoalQuery({ period, filter }: GoalQuery): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (period) query.period = period
  if (filter.search) query.q = filter.search
  if (filter.unitIds?.length) query.unit = filter.unitIds.join(',')
  if (filter.standings?.length) query.standing = filter.standings.join(',')
  return query
}

/** Reads an address back; what it does not understand it leaves out. */
export function readGoalQuery(query: LocationQuery): GoalQuery {
  const filter: GoalFilter = {}
  const search = text(query.q).slice(0, 100)
  if (search) filter.search = search
  const unitIds = text(query.unit).split(',').map(Number).filter((id) => Number.isInteger(id) && id > 0)
  if (unitIds.length > 0) filter.unitIds = unitIds
  const words = text(query.standing).split(',')
  const standings = goalStandings.filter((standing) => words.includes(standing))
  if (standings.length > 0) filter.standings = standings
  const period = text(query.period)
  return { period: /^\d{4}年第[1-4]季度$/.test(period) ? period : undefined, filter }
}

function text(part: LocationQuery[string] | undefined): string {
  return (Array.isArray(part) ? part[0] : part) ?? ''
}

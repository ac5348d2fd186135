import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { markStates, type MatrixFilter } from '../../../shared/contract/delivery'
import { coverageStatuses, deliveryItems, operatingStatuses } from '../../../shared/domain/valueDomain'

/** What the address of the matrix holds, so that a list can be linked to and gone back to. */
export function writeDeliveryQuery(filter: MatrixFilter): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (filter.search) query.q = filter.search
  if (filter.unitIds?.length) query.unit = filter.unitIds.join(',')
  if (filter.states?.length) query.state = filter.states.join(',')
  if (filter.lacking?.length) query.lacking = filter.lacking.join(',')
  if (filter.coverage?.length) query.cov = filter.coverage.join(',')
  if (filter.operatingStatuses?.length) query.op = filter.operatingStatuses.join(',')
  return query
}

/** Reads an address back; what it does not understand it leaves out. */
export function readDeliveryQuery(query: LocationQuery): MatrixFilter {
  const filter: MatrixFilter = {}
  const search = text(query.q).slice(0, 100)
  if (search) filter.search = search
  const unitIds = list(query.unit).map(Number).filter((id) => Number.isInteger(id) && id > 0)
  if (unitIds.length > 0) filter.unitIds = unitIds
  const states = known(markStates, query.state)
  if (states.length > 0) filter.states = states
  const lacking = known(deliveryItems.map(({ key }) => key), query.lacking)
  if (lacking.length > 0) filter.lacking = lacking
  const coverage = known(coverageStatuses, query.cov)
  if (coverage.length > 0) filter.coverage = coverage
  const operating = known(operatingStatuses, query.op)
  if (operating.length > 0) filter.operatingStatuses = operating
  return filter
}

type Part = LocationQuery[string] | undefined

function text(part: Part): string {
  return (Array.isArray(part) ? part[0] : part) ?? ''
}

function list(part: Part): string[] {
  return text(part).split(',').filter(Boolean)
}

function known<T extends string>(domain: readonly T[], part: Part): T[] {
  const words = list(part)
  return domain.filter((word) => words.includes(word))
}

import type { LocationQuery, LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import { isCalendarDate } from '../../shared/domain/calendarDate'
import { s1CountColumns } from '../../shared/domain/s1'
import { readFigureRef } from '../../shared/domain/statistics/figureRef'
import { coverageStatuses, operatingStatuses } from '../../shared/domain/valueDomain'
import type { EnterpriseFilter } from '../../shared/contract/enterprise'

/** What the address of the ledger page holds, so that a list can be linked to and gone back to. */
export interface LedgerQuery {
  filter: EnterpriseFilter
  /** Cut-off date of the figure the list was opened from; undefined for today. */
  asOf: string | undefined
  /** The enterprise shown in the drawer. */
  enterpriseId: number | undefined
}

/** In the place of a lower bound: 从业人员 nobody stated. */
const unstated = 'none'

export function writeLedgerQuery({ filter, asOf, enterpriseId }: LedgerQuery): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (filter.search) query.q = filter.search
  if (filter.unitIds?.length) query.unit = filter.unitIds.join(',')
  if (filter.operatingStatuses?.length) query.op = filter.operatingStatuses.join(',')
  if (filter.coverage?.length) query.cov = filter.coverage.join(',')
  if (filter.isAboveScale !== undefined) query.scale = filter.isAboveScale ? '1' : '0'
  if (filter.sizeBands?.length) query.size = filter.sizeBands.map((from) => from ?? unstated).join(',')
  if (filter.figure) query.figure = filter.figure
  if (filter.countedIn) query.counted = filter.countedIn
  if (asOf) query.asOf = asOf
  if (enterpriseId !== undefined) query.id = String(enterpriseId)
  return query
}

/** Reads an address back; what it does not understand it leaves out. */
export function readLedgerQuery(query: LocationQuery): LedgerQuery {
  const filter: EnterpriseFilter = {}
  const search = text(query.q)
  if (search) filter.search = search.slice(0, 100)
  const unitIds = list(query.unit).map(Number).filter(Number.isInteger)
  if (unitIds.length > 0) filter.unitIds = unitIds
  const operating = known(operatingStatuses, list(query.op))
  if (operating.length > 0) filter.operatingStatuses = operating
  const coverage = known(coverageStatuses, list(query.cov))
  if (coverage.length > 0) filter.coverage = coverage
  if (query.scale === '1' || query.scale === '0') filter.isAboveScale = query.scale === '1'
  const sizes = list(query.size).flatMap((from) => (from === unstated ? [null] : /^\d{1,9}$/.test(from) ? [Number(from)] : []))
  if (sizes.length > 0) filter.sizeBands = sizes
  const figure = known(s1CountColumns, list(query.figure))[0]
  if (figure) filter.figure = figure
  const countedIn = text(query.counted)
  if (readFigureRef(countedIn)) filter.countedIn = countedIn
  const asOf = text(query.asOf)
  const id = Number(text(query.id) || Number.NaN)
  return {
    filter,
    asOf: isCalendarDate(asOf) ? asOf : undefined,
    enterpriseId: Number.isInteger(id) ? id : undefined,
  }
}

/** The ledger narrowed to `filter`. */
export function ledgerLink(filter: EnterpriseFilter, asOf?: string, enterpriseId?: number): RouteLocationRaw {
  return { name: 'ledger', query: writeLedgerQuery({ filter, asOf, enterpriseId }) }
}

/** The numerator of 两个覆盖率, which S1 has no column for: the base narrowed to its four covered states. */
export function bothCovered(unitId?: number): EnterpriseFilter {
  const coverage = coverageStatuses.filter((status) => status !== '未覆盖')
  return { figure: 'D', coverage, ...(unitId === undefined ? {} : { unitIds: [unitId] }) }
}

function text(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

function list(value: LocationQuery[string] | undefined): string[] {
  return text(value).split(',').filter(Boolean)
}

function known<T extends string>(domain: readonly T[], values: readonly string[]): T[] {
  return domain.filter((item) => values.includes(item))
}

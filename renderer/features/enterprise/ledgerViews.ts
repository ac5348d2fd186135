import type { EnterpriseFilter } from '../../../shared/contract/enterprise'
import type { RecordFilter } from '../../../shared/contract/record'
import { s1CountColumns } from '../../../shared/domain/s1'
import { coverageStatuses, operatingStatuses } from '../../../shared/domain/valueDomain'

/** A filter of the ledger in the form in which views of every ledger are kept. */
export function toViewFilter(filter: EnterpriseFilter): RecordFilter {
  const { search, unitIds, operatingStatuses: operatingStatus = [], coverage = [], isAboveScale, sizeBands = [], figure } = filter
  return {
    ...(search === undefined ? {} : { search }),
    ...(unitIds === undefined ? {} : { unitIds }),
    is: {
      operatingStatus,
      coverage,
      isAboveScale: isAboveScale === undefined ? [] : [isAboveScale],
      ...(sizeBands.length === 0 ? {} : { sizeBand: sizeBands }),
      figure: figure === undefined ? [] : [figure],
    },
  }
}

/** The way back; what a kept view says that the ledger does not know is left out. */
export function fromViewFilter({ search, unitIds, is = {} }: RecordFilter): EnterpriseFilter {
  const [isAboveScale] = is['isAboveScale'] ?? []
  const sizeBands = (is['sizeBand'] ?? []).flatMap((from) => (from === null || typeof from === 'number' ? [from] : []))
  const figure = s1CountColumns.find((column) => is['figure']?.includes(column))
  return {
    ...(search === undefined ? {} : { search }),
    ...(unitIds === undefined ? {} : { unitIds }),
    operatingStatuses: operatingStatuses.filter((status) => is['operatingStatus']?.includes(status)),
    coverage: coverageStatuses.filter((status) => is['coverage']?.includes(status)),
    ...(typeof isAboveScale === 'boolean' ? { isAboveScale } : {}),
    ...(sizeBands.length === 0 ? {} : { sizeBands }),
    ...(figure === undefined ? {} : { figure }),
  }
}

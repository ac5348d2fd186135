import { enterpriseSort, type EnterpriseFilter, type EnterpriseSort } from '../../../shared/contract/enterprise'
import { call } from '../../api/call'
import type { RecordSort, SheetRows } from '../../record/sheetRows'
import { ledgerColumnOf } from './ledgerColumns'

/** The order of the ledger a sheet asks for; null where form F01 has no such column. */
export function ledgerSort(sort: RecordSort | null): EnterpriseSort | null {
  const column = sort && enterpriseSort.shape.column.safeParse(ledgerColumnOf(sort.field))
  return sort && column?.success ? { column: column.data, descending: sort.descending } : null
}

/** The rows of the ledger that a filter finds on a day, today when none is given. */
export function ledgerRows(filter: () => EnterpriseFilter, asOf: () => string | undefined): SheetRows {
  return {
    page: ({ sort, ...part }) => call('enterprise.sheet', { filter: filter(), asOf: asOf(), sort: ledgerSort(sort), ...part }),
    one: (id) => call('enterprise.sheetRow', { id, asOf: asOf() }),
    key: () => JSON.stringify([filter(), asOf()]),
    sortable: (name) => ledgerSort({ field: name, descending: false }) !== null,
  }
}

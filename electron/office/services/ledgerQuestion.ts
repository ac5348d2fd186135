import type { EnterpriseFilter } from '../../../shared/contract/enterprise'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { sizeBands, type SizeBand } from '../../../shared/domain/sizeBand'
import type { LedgerPageQuery } from '../db/repositories/ledgerPage'
import { searchTerms } from '../text/searchText'

/** A filter as the ledger is asked it: the search as terms, the bands as those of the settings, and what sorts by them. */
export function ledgerQuestion(
  { search, sizeBands: wanted, ...filter }: EnterpriseFilter,
  { rules, limits }: Pick<OfficeSettings, 'rules' | 'limits'>,
): Pick<LedgerPageQuery, 'filter' | 'rules' | 'bands'> {
  const bands = sizeBands(limits.sizeBands)
  const sizes = wanted?.flatMap((from): (SizeBand | null)[] => (from === null ? [null] : bands.filter((band) => band.from === from)))
  return {
    filter: { ...filter, terms: searchTerms(search ?? ''), ...(wanted?.length && sizes ? { sizes } : {}) },
    rules,
    bands,
  }
}

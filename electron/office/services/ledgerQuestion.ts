import type { EnterpriseFilter } from '../../../shared/contract/enterprise'
import { sizeBands, type SizeBand } from '../../../shared/domain/sizeBand'
import type { EntityManager } from '../db/gate'
import type { LedgerPageQuery } from '../db/repositories/ledgerPage'
import { searchTerms } from '../text/searchText'
import { countedIds } from './statistics/countedIds'
import type { WorkScene } from './visitDuties'

/**
 * A filter as the ledger is asked it: the search as terms, the bands as those of the settings, and what sorts by them;
 * a figure of a table as the enterprises behind it.
 */
export async function ledgerQuestion(
  manager: EntityManager,
  { search, sizeBands: wanted, countedIn, ...filter }: EnterpriseFilter,
  scene: WorkScene,
): Promise<Pick<LedgerPageQuery, 'filter' | 'rules' | 'bands'>> {
  const { rules, limits } = scene.settings
  const bands = sizeBands(limits.sizeBands)
  const sizes = wanted?.flatMap((from): (SizeBand | null)[] => (from === null ? [null] : bands.filter((band) => band.from === from)))
  return {
    filter: {
      ...filter,
      terms: searchTerms(search ?? ''),
      ...(wanted?.length && sizes ? { sizes } : {}),
      ...(countedIn === undefined ? {} : { ids: await countedIds(manager, 'enterprise', countedIn, scene) }),
    },
    rules,
    bands,
  }
}

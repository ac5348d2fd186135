import type { EnterpriseFilter } from '../../../shared/contract/enterprise'
import type { Unit } from '../../../shared/contract/unit'
import { wordOf } from '../../composables/ownWords'
import { figureRefWords } from '../../text/figureRef'
import { sizeBandWord } from '../../composables/sizeBandWords'
import { figureNames, ledgerText } from '../../text/ledger'

export interface FilterTag {
  key: string
  label: string
  /** The question without this condition. */
  without: { filter: EnterpriseFilter; asOf: string | undefined }
}

/** The conditions in force, each as words and as the question without it. */
export function filterTags(filter: EnterpriseFilter, asOf: string | undefined, units: readonly Unit[]): FilterTag[] {
  const text = ledgerText.filters
  const { condition } = ledgerText.tags
  const unitNames = (filter.unitIds ?? []).map((id) => units.find((unit) => unit.id === id)?.name ?? `#${id}`)
  const without = (key: keyof EnterpriseFilter): EnterpriseFilter => ({ ...filter, [key]: undefined })
  const tags: FilterTag[] = []
  if (filter.figure) {
    const scope = unitNames.length > 0 ? unitNames.join('、') : ledgerText.tags.allUnits
    tags.push({
      key: 'figure',
      label: ledgerText.tags.figure(scope, figureNames[filter.figure], asOf),
      without: { filter: without('figure'), asOf: undefined },
    })
  } else if (asOf) {
    tags.push({ key: 'asOf', label: ledgerText.tags.asOf(asOf), without: { filter, asOf: undefined } })
  }
  const add = (key: keyof EnterpriseFilter, label: string): void => {
    tags.push({ key, label, without: { filter: without(key), asOf } })
  }
  if (filter.search) add('search', condition(text.search, filter.search))
  if (unitNames.length > 0 && !filter.figure) add('unitIds', condition(text.unit, unitNames.join('、')))
  if (filter.coverage?.length) add('coverage', condition(text.coverage, filter.coverage.join('、')))
  if (filter.operatingStatuses?.length) {
    add('operatingStatuses', condition(text.operatingStatus, filter.operatingStatuses.map((status) => wordOf('operatingStatus', status)).join('、')))
  }
  if (filter.sizeBands?.length) add('sizeBands', condition(text.sizeBand, filter.sizeBands.map(sizeBandWord).join('、')))
  if (filter.countedIn) add('countedIn', figureRefWords(filter.countedIn))
  if (filter.isAboveScale !== undefined) {
    add('isAboveScale', filter.isAboveScale ? text.scale.yes : text.scale.no)
  }
  return tags
}

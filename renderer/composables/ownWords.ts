import type { OfficeSettings } from '../../shared/domain/officeSettings'
import { ownFieldWord, ownWord, type WordList } from '../../shared/domain/ownWords'
import { deliveryItems, goals } from '../../shared/domain/valueDomain'
import type { LedgerHeader } from '../text/ledgerHeaders'
import { settingsInForce } from './settingsInForce'

type Labels = Pick<OfficeSettings, 'goalLabels' | 'deliveryLabels'>

/** A column of the ledger, headed as the district calls its 三建三送 and 六有; the standard forms keep their words. */
export function inOwnWords(header: LedgerHeader, { goalLabels, deliveryLabels }: Labels): LedgerHeader {
  const item = deliveryItems.find(({ key }) => header.column === `delivery.${key}`)
  if (item) return { ...header, header: deliveryLabels[item.key] }
  const goal = goals.find(({ key }) => header.column === `goal.${key}`)
  return goal ? { ...header, header: goalLabels[goal.key] } : header
}

/** What the district calls a word of a closed list; asked in a render it follows the settings, like all of these. */
export function wordOf(list: WordList, word: string): string {
  return ownWord(settingsInForce.value.words, list, word)
}

/** The same for the value of a column of form F01, whatever column it is. */
export function fieldWordOf(column: string, value: string): string {
  return ownFieldWord(settingsInForce.value.words, column, value)
}

/** Words of a list as the choices of a filter: kept as they are, shown as the district calls them. */
export function wordOptions<Word extends string>(list: WordList, words: readonly Word[]): { value: Word; label: string }[] {
  return words.map((word) => ({ value: word, label: wordOf(list, word) }))
}

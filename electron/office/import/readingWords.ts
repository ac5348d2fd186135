import type { OwnWords } from '../../../shared/domain/ownWords'
import { wordKey } from '../text/wordKey'
import type { WordDomain } from './importField'

/** What a remembered spelling is of: a closed list, or 是 and 否. */
export type TaughtDomain = WordDomain | 'flag'

/** By domain: the key of a spelling a person explained → the stored value, 是 or 否. */
export type TaughtWords = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The words a file is read by: what the district calls those of closed lists, and spellings somebody explained once. */
export interface ReadingWords extends OwnWords {
  taught?: TaughtWords
}

export function taughtWords(synonyms: readonly { domain: string; word: string; value: string }[]): TaughtWords {
  const taught = new Map<string, Map<string, string>>()
  for (const { domain, word, value } of synonyms) {
    const words = taught.get(domain) ?? new Map<string, string>()
    taught.set(domain, words.set(wordKey(word), value))
  }
  return taught
}

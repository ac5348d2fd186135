import {
  deliveryStates,
  enterpriseTypes,
  jointBases,
  operatingStatuses,
  secretarySources,
  unbuiltReasons,
} from './valueDomain'

/**
 * Closed lists whose words a district may call otherwise (docs/domain.md 10). What is stored stays the word of the
 * list. 党组织类别 and 组建方式 are not among them: rules, names of organisations and the heads of tables speak of them.
 */
export const wordLists = {
  operatingStatus: operatingStatuses,
  delivery: deliveryStates,
  enterpriseType: enterpriseTypes,
  unbuiltReason: unbuiltReasons,
  jointBasis: jointBases,
  secretarySource: secretarySources,
} as const
export type WordList = keyof typeof wordLists

/** By list: a word of it → what the district calls it. Words that are called as everywhere are left out. */
export type OwnWords = Readonly<Record<WordList, Readonly<Record<string, string>>>>

export const nationalWords: OwnWords = {
  operatingStatus: {}, delivery: {}, enterpriseType: {}, unbuiltReason: {}, jointBasis: {}, secretarySource: {},
}

/** What the district calls a word of a list. */
export function ownWord(words: OwnWords, list: WordList, word: string): string {
  const own = words[list]
  return Object.hasOwn(own, word) ? (own[word] ?? word) : word
}

const fieldLists: Readonly<Record<string, WordList>> = {
  operatingStatus: 'operatingStatus',
  enterpriseType: 'enterpriseType',
  unbuiltReason: 'unbuiltReason',
  jointBasis: 'jointBasis',
  secretarySource: 'secretarySource',
}

/** What the district calls the value of a field of form F01 (`delivery.room` …); other fields keep theirs. */
export function ownFieldWord(words: OwnWords, field: string, value: string): string {
  const list = field.startsWith('delivery.') ? 'delivery' : fieldLists[field]
  return list === undefined ? value : ownWord(words, list, value)
}

const mostCharacters = 12

/** What keeps the words of one list from being taken, in a sentence; null when they are good. */
export function checkOwnWords(own: Readonly<Record<string, string>>, list: readonly string[]): string | null {
  for (const [word, called] of Object.entries(own)) {
    if (!list.includes(word)) return `没有“${word}”这一项`
    if (called.trim() === '') return `请填写“${word}”的叫法`
    if (called.length > mostCharacters) return `“${called}”不能超过 ${mostCharacters} 个字`
    // A sign or a letter would be taken for a tick or a cross wherever it is typed.
    if (!/\p{Script=Han}/u.test(called)) return `“${called}”里要有汉字`
    if (called !== word && list.includes(called)) return `“${called}”是另一项的标准词，不能用作“${word}”的叫法`
  }
  const called = list.map((word) => own[word] ?? word)
  const repeated = called.find((word, i) => called.indexOf(word) !== i)
  return repeated === undefined ? null : `“${repeated}”重复了`
}

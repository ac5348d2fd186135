import { pinyin } from 'pinyin-pro'
import { isBare, withoutBlanks } from './plainText'
import { toSimplified } from './toSimplified'

const punctuation = /[()[\]{}<>“”"'·.,,、。:;;:!?!?\-—_/\\|]+/g

function folded(text: string): string {
  if (isBare(text)) return toSimplified(text)
  return withoutBlanks(toSimplified(text.normalize('NFKC'))).toLowerCase().replace(punctuation, '')
}

/** The library takes tones off with nine patterns a syllable; there are two thousand syllables, so each is kept. */
const toneless = new Map<string, string>()
const tones = /[\u0300\u0301\u0304\u030c]/g
const toneMarked = /[^0-9a-z]/

function withoutTone(sound: string): string {
  if (!toneMarked.test(sound)) return sound
  let bare = toneless.get(sound)
  if (bare === undefined) {
    bare = sound.normalize('NFD').replace(tones, '').normalize('NFC').replaceAll('ü', 'v')
    toneless.set(sound, bare)
  }
  return bare
}

function syllables(text: string): string[] {
  if (isBare(text)) return pinyin(text, { type: 'array', nonZh: 'consecutive' }).map(withoutTone)
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
}

/** The columns a name is found and ordered by. */
export interface NameColumns {
  /** Order of Chinese readers: pinyin syllables, then the text itself, so that equal sounds keep a stable order. */
  sortKey: string
  /**
   * What a search looks through: every part simplified, lower case, half width, without blanks and punctuation; the
   * name also as full pinyin and as initials. Parts are divided by a space, which no term contains.
   */
  searchText: string
}

export function nameColumns(name: string, otherParts: readonly (string | null | undefined)[]): NameColumns {
  const simple = folded(name)
  const sounds = syllables(simple)
  const parts = [simple, sounds.join(''), sounds.map((sound) => sound.charAt(0)).join('')]
  for (const part of otherParts) if (part) parts.push(folded(part))
  return { sortKey: `${sounds.join(' ')} ${simple}`, searchText: parts.join(' ') }
}

/** The words of a query, folded like the text they are looked up in. All must occur. */
export function searchTerms(query: string): string[] {
  return searchWords(query).map((word) => word.folded)
}

/** The words of a query, also in the lower case of what was typed: numbers of vouchers keep their dashes. */
export function searchWords(query: string): { typed: string; folded: string }[] {
  return query
    .split(/[\s\u3000]+/)
    .map((word) => ({ typed: word.toLowerCase(), folded: folded(word) }))
    .filter((word) => word.folded !== '')
}

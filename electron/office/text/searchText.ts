import { pinyin } from 'pinyin-pro'
import { withoutBlanks } from './plainText'
import { toSimplified } from './toSimplified'

const punctuation = /[()[\]{}<>“”"'·.,,、。:;;:!?!?\-—_/\\|]+/g

const plain = /^[\u4e00-\u9fff0-9a-z]*$/

function folded(text: string): string {
  if (plain.test(text)) return toSimplified(text)
  return withoutBlanks(toSimplified(text.normalize('NFKC'))).toLowerCase().replace(punctuation, '')
}

function syllables(text: string): string[] {
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
  return query.split(/[\s\u3000]+/).map(folded).filter((term) => term !== '')
}

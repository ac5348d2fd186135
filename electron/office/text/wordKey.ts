import { withoutBlanks } from './plainText'
import { toSimplified } from './toSimplified'

/**
 * Key of a header or a domain word (docs/domain.md, import): NFKC, no blanks, simplified, quotes unified, lower case,
 * without required marks and trailing colons.
 */
export function wordKey(text: string): string {
  return toSimplified(withoutBlanks(text.normalize('NFKC')))
    .replace(/^[*·•★☆]+|[*★☆]+$/g, '')
    .replace(/[“”„«»《》「」『』"']/g, '"')
    .replace(/[::]+$/, '')
    .toLowerCase()
}

const note = /格式|如|例|单位:|说明|选填|填|[/、;;]/

/** A header's keys, most exact first: without explaining brackets, then without any brackets. */
export function headerKeys(text: string): string[] {
  const key = wordKey(text)
  const bare = key.replace(/\(([^()]*)\)/g, (whole, inner: string) => (note.test(inner) ? '' : whole))
  const short = bare.replace(/\([^()]*\)/g, '')
  return [...new Set([key, bare, short].map((k) => k.replace(/[::]+$/, '')).filter((k) => k !== ''))]
}

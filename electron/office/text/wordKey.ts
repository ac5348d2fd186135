import { isBare, withoutBlanks } from './plainText'
import { toSimplified } from './toSimplified'

/**
 * Key of a header or a domain word (docs/domain.md, import): NFKC, no blanks, simplified, quotes unified, lower case,
 * without required marks and trailing colons.
 */
export function wordKey(text: string): string {
  if (isBare(text)) return toSimplified(text)
  return toSimplified(withoutBlanks(text.normalize('NFKC')))
    .replace(/^[*·•★☆]+|^[▲△◆◇※#●○]+(?=[\u4e00-\u9fff])|[*★☆]+$/g, '')
    .replace(/[“”„«»《》「」『』"']/g, '"')
    .replace(/[::]+$/, '')
    .toLowerCase()
}

const note = /格式|如|例|单位:|说明|选填|填|[/、;;]/

const ordinal = /^\(?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[)、.](?=\D)/

/** A header's keys, most exact first: without explaining brackets, without any brackets, without an ordinal (1.企业名称). */
export function headerKeys(text: string): string[] {
  const key = wordKey(text)
  const bare = key.replace(/\(([^()]*)\)/g, (whole, inner: string) => (note.test(inner) ? '' : whole))
  const short = bare.replace(/\([^()]*\)/g, '')
  return [...new Set([key, bare, short, short.replace(ordinal, '')].map((k) => k.replace(/[::]+$/, '')).filter((k) => k !== ''))]
}

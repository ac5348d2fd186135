import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** Variants party-work forms use that OpenCC leaves alone or folds to another word (帐 is written 账 in 台账). */
const formVariants: Record<string, string> = { 枱: '台', 衞: '卫', 帐: '账' }
const formVariant = /[枱衞帐]/g
const unihan = /[\u3400-\u9fff\uf900-\ufaff]/

/** Traditional → Simplified, character by character: for keys and comparison only, never for stored text. */
export function toSimplified(text: string): string {
  if (!unihan.test(text)) return text
  return convert(text).replace(formVariant, (character) => formVariants[character] ?? character)
}

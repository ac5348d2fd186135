import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** Variants party-work forms use that OpenCC leaves alone or folds to another word (帐 is written 账 in 台账). */
const formVariants: Record<string, string> = { 枱: '台', 衞: '卫', 帐: '账' }
const unihan = /[\u3400-\u9fff\uf900-\ufaff]/g

/** Every character is asked of OpenCC once: a whole file repeats a few thousand of them. */
const known = new Map<string, string>()

function simplified(character: string): string {
  let simple = known.get(character)
  if (simple === undefined) {
    const converted = convert(character)
    simple = formVariants[converted] ?? converted
    known.set(character, simple)
  }
  return simple
}

/** Traditional → Simplified, character by character: for keys and comparison only, never for stored text. */
export function toSimplified(text: string): string {
  return text.replace(unihan, simplified)
}

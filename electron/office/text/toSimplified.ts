import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })

/** Variants party-work forms use that OpenCC leaves alone or folds to another word (帐 is written 账 in 台账). */
const formVariants: Record<string, string> = { 枱: '台', 衞: '卫', 帐: '账' }
const unihan = /[\u3400-\u9fff\uf900-\ufaff]/g
const firstIdeograph = 0x3400

/** Every character is asked of OpenCC once: a whole file repeats a few thousand of them. */
const known = new Map<string, string>()

/** By UTF-16 unit: 1 when it was asked and stays as it is. Nearly all text is simplified already, and is only looked at. */
const settled = new Uint8Array(0x10000)

function simplified(character: string): string {
  let simple = known.get(character)
  if (simple === undefined) {
    const converted = convert(character)
    simple = formVariants[converted] ?? converted
    known.set(character, simple)
    if (simple === character) settled[character.charCodeAt(0)] = 1
  }
  return simple
}

function isSettled(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= firstIdeograph && settled[unit] !== 1) return false
  }
  return true
}

/** Traditional → Simplified, character by character: for keys and comparison only, never for stored text. */
export function toSimplified(text: string): string {
  return isSettled(text) ? text : text.replace(unihan, simplified)
}

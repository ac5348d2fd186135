const blanks = /[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff]+/g

/** Without blanks of any kind: ASCII, no-break, full-width, zero-width, line breaks. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '')
}

/** Runs of blanks become one space, ends are trimmed: how a typed text is stored. */
export function trimmed(text: string): string {
  return text.replace(blanks, ' ').trim()
}

/** Whether two texts say the same to a reader: blanks, line ends and widths of characters aside. */
export function isSameText(a: string, b: string): boolean {
  return a === b || trimmed(a.normalize('NFKC')) === trimmed(b.normalize('NFKC'))
}

const bare = /^[\u4e00-\u9fff0-9a-z]*$/

/** Only ideographs, digits and lower-case letters: nothing that width, case or punctuation folding would change. */
export function isBare(text: string): boolean {
  return bare.test(text)
}

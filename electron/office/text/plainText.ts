const blanks = /[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff]+/g

/** Without blanks of any kind: ASCII, no-break, full-width, zero-width, line breaks. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '')
}

/** Runs of blanks become one space, ends are trimmed: how a typed text is stored. */
export function trimmed(text: string): string {
  return text.replace(blanks, ' ').trim()
}

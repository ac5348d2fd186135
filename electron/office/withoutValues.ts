/** Letters of the languages records are written in, and figures long enough to be a number of somebody. */
const values = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}\w]*|\d{5,}/gu

/**
 * The message of an error without what may be the value of a record: messages of this program are English, so Chinese in
 * one came from a record or a sheet, as long figures did.
 */
export function withoutValues(message: string): string {
  return message.replace(values, '…').slice(0, 500)
}

/** The frames of a stack without its message, which stands above them. */
export function framesOf(stack: string): string {
  return stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n')
}

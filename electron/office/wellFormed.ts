/** Half of a character outside the basic plane, as a text cut in the middle of an emoji ends with. */
const halfCharacter = /\p{Surrogate}/gu

/**
 * The value with half characters replaced by U+FFFD in all its texts, keys included. SQLite does the same when it keeps
 * them; done before, what is compared with what is kept is the same text.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(halfCharacter, '\ufffd')
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key.replace(halfCharacter, '\ufffd'), wellFormed(child)]))
}

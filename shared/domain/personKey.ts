/** The same person is the same name and the same telephone; two of one name without a telephone count as one. */
export function personKey(name: string, phone: string | null): string {
  return `${name}|${phone ?? ''}`
}

/** The number of an identity card: region, date of birth, order, check digit. A credit code has other places for these. */
const identityNumber = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/

/** A text as it may be shown of a sheet: such a number is not, whatever stands above it (V-39). */
export function hideIdentity(text: string): string {
  return identityNumber.test(text) ? '******' : text
}

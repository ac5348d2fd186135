/** Signs a 口令 has at least. */
export const leastPasswordSigns = 8

/** What counts of a 口令: full-width signs are the plain ones, and blanks around it are slips. */
export function plainPassword(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/** Signs that count. */
export function passwordSigns(typed: string): number {
  return [...plainPassword(typed)].length
}

export function isLongEnough(typed: string): boolean {
  return passwordSigns(typed) >= leastPasswordSigns
}

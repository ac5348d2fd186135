/** 统一社会信用代码 (GB 32100): shape and check digit (docs/domain.md, credit code). */

const charset = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CodeVerdict = 'good' | 'check-digit' | 'shape'

/** The check character for the first 17 characters; null when one is outside the charset. */
export function creditCheckCharacter(first17: string): string | null {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = charset.indexOf(first17.charAt(i))
    if (value < 0 || first17.length < 17) return null
    sum += value * (creditWeights[i] ?? 0)
  }
  return charset.charAt((31 - (sum % 31)) % 31)
}

/** Verdict on a trimmed, upper-case code. A failing check digit is a warning: real codes with one exist. */
export function creditCodeVerdict(code: string): CodeVerdict {
  if (code.length !== 18 || [...code].some((character) => !charset.includes(character))) return 'shape'
  return creditCheckCharacter(code.slice(0, 17)) === code.charAt(17) ? 'good' : 'check-digit'
}

/** 15-digit registration numbers and 9-character organisation codes, as written before 2015. */
export function isOldCode(code: string): boolean {
  return /^\d{15}$/.test(code) || /^[0-9A-Z]{8}-?[0-9X]$/.test(code)
}

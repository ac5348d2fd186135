/** A number with the blanks and dashes people put into it. */
const number = /\+?\d(?:[\d\s\-—–]*\d)?/g

/** A mobile number that stands alone: no part of a code, an id or a longer figure. */
const mobile = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g

/** Digits of a number that is worth hiding: a short one is an extension or an inner line. */
const shortest = 7

/**
 * The content of a telephone field with every number hidden but for its ends: 138****0000, 0571-****8888. What holds no
 * number stays as it is.
 */
export function maskPhone(text: string): string {
  return text.replace(number, (found) => {
    const digits = found.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
    if (digits.length < shortest) return found
    const last = digits.slice(-4)
    if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${last}`
    const area = /^0(?:10|2\d|[3-9]\d{2})/.exec(digits)
    if (area) return `${area[0]}-****${last}`
    return digits.length > 8 ? `${digits.slice(0, 3)}****${last}` : `****${last}`
  })
}

/** Free text with the mobile numbers in it hidden. */
export function maskMobiles(text: string): string {
  return text.replace(mobile, maskPhone)
}

/** Whether the content of a telephone field came from `maskPhone`: nobody's number has asterisks in it. */
export function isPhoneMask(text: string): boolean {
  return /[*＊]{3}/.test(text)
}

/** Whether a text cannot be a number that is dialled: it is a mask, or what is left of one. */
export function holdsMaskSign(text: string): boolean {
  return /[*＊]/.test(text)
}

/** Whether a header, label or name of a field is that of a telephone. */
export function namesPhone(name: string): boolean {
  return /[Pp]hone$|电话|手机|联系方式/.test(name)
}

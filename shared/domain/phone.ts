/** Telephone rule V-12: a mobile of 11 digits, or a landline of 7–8 digits with optional area code and extension. */
const mobile = /^(?:\+?86)?1\d{10}$/
const landline = /^(?:\(?0\d{2,3}\)?[-—–\s]?)?\d{7,8}(?:(?:[-—–\s]|转|ext\.?)\d{1,6})?$/i
const service = /^(?:400|800)[-—–]?\d{3}[-—–]?\d{4}$/

/** Whether every number in the text (divided by 、,;/ or blanks between numbers) has a known shape. */
export function isPhone(text: string): boolean {
  const numbers = text.split(/[、,,;;/]/).map((part) => part.trim()).filter((part) => part !== '')
  return (
    numbers.length > 0 &&
    numbers.every((number) => mobile.test(number.replace(/[-\s]/g, '')) || landline.test(number) || service.test(number))
  )
}

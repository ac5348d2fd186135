import { chineseFormats } from './sheetJs'

/** Formats every program has: h:mm:ss, the short date, and month with year. */
const timeFormat = 21
const dateFormat = 14
const monthFormat = 17

/**
 * Spells out, inside the bytes of styles.xml, the number formats that a file uses but does not define because they
 * belong to the reader's language. Without it a date in yyyy年m月d日 (format 31) would be read as a number.
 */
export function localeFormats(styles: Buffer): Buffer {
  const text = styles.toString('latin1')
  const defined = new Set(Array.from(text.matchAll(/<(?:\w+:)?numFmt\s[^>]*?numFmtId="(\d+)"/g), (match) => match[1]))
  let changed = false
  const spelt = text.replace(/(<(?:\w+:)?xf\s[^>]*?numFmtId=")(\d+)/g, (whole, before: string, id: string) => {
    const format = chineseFormats[Number(id)]
    if (format === undefined || defined.has(id)) return whole
    changed = true
    if (/[hs]/.test(format)) return `${before}${timeFormat}`
    return `${before}${format.includes('y') && !format.includes('d') ? monthFormat : dateFormat}`
  })
  return changed ? Buffer.from(spelt, 'latin1') : styles
}

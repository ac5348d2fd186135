import { readDif } from './readDif'
import { readSylk } from './readSylk'
import type { PlainWorkbook } from './sheet'

/** Reads the two text formats old programs exchange tables in, DIF and SYLK; null for any other text. Throws Refusal. */
export function readExchange(text: string): PlainWorkbook | null {
  if (/^TABLE\s*\r?\n0,1\r?\n/.test(text)) return { kind: 'dif', sheets: [readDif(text)] }
  if (text.startsWith('ID;P')) return { kind: 'sylk', sheets: [readSylk(text)] }
  return null
}

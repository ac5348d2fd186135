import type { PlainSheet } from '../../excel/sheet'
import { findTables, tableAt, type FoundTable } from '../findTable'
import type { TableAnswer } from './tableAnswer'
import { tableFingerprint } from './tableFingerprint'
import type { ReadingWords } from '../readingWords'

/** Among this many rows a header may be pointed at. */
export const pointableRows = 30

/** The tables of a sheet; where a header reads like one a person pointed at, they begin with it. */
export function answeredTables(sheet: PlainSheet, answers: readonly TableAnswer[], own: ReadingWords): FoundTable[] {
  const pointed = new Set(answers.flatMap((answer) => (answer.pointed ? [answer.fingerprint] : [])))
  for (let r = 0; pointed.size > 0 && r < Math.min(pointableRows, sheet.rows.length); r++) {
    if (pointed.has(tableFingerprint(tableAt(sheet, r, 0, own).columns))) return findTables(sheet, own, r)
  }
  return findTables(sheet, own)
}

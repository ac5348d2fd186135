import type { ImportField } from '../import/importField'
import type { LedgerSheet } from '../import/readLedger'

/** Sheet name → field → zero-based column, from the column letters of a reading. */
export function columnIndex(sheets: readonly LedgerSheet[]): Map<string, Map<ImportField, number>> {
  return new Map(
    sheets.map((sheet) => [
      sheet.name,
      new Map(Object.entries(sheet.mapping).map(([letters, field]) => [field as ImportField, indexOf(letters)])),
    ]),
  )
}

function indexOf(letters: string): number {
  let index = 0
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

import type { PlainSheet } from '../excel/sheet'
import type { KnownUnit } from '../import/unitIndex'

/** What is kept of a file so that a person may say what its columns are: of each sheet the first rows. */
export interface FileLook {
  /** Whose tables they are by what the file itself says: what is said of them is remembered for it. */
  unit: KnownUnit | null
  sheets: readonly PlainSheet[]
}

/** Enough for a header pointed at and for values below it. */
const keptRows = 80

export function firstRows(sheet: PlainSheet): PlainSheet {
  return { ...sheet, rows: sheet.rows.slice(0, keptRows), merges: sheet.merges.filter(({ bottom }) => bottom < keptRows) }
}

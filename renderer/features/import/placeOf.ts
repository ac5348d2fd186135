import type { PlannedRow } from '../../../shared/contract/import'
import { importText } from '../../text/import'

/** Where a row stands: within the chosen file by sheet, among all files by file. */
export function placeOf(row: PlannedRow, chosenFile: string | undefined): string {
  const text = importText.preview
  return chosenFile === undefined ? text.where(row.file, row.row) : text.whereInFile(row.sheet, row.row)
}

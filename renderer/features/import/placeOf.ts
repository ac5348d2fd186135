import { importText } from '../../text/import'
import type { PlanScope } from './planScope'
import type { ShownRow } from './rowSource'

/** Where a row stands: within the chosen file by sheet, among all files by file. */
export function placeOf(row: Pick<ShownRow, 'file' | 'sheet' | 'row'>, { fileId }: PlanScope): string {
  const text = importText.preview
  return fileId === undefined ? text.where(row.file, row.row) : text.whereInFile(row.sheet, row.row)
}

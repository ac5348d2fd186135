import type { WorkbookSpec } from '../../excel/workbookSpec'
import type { LetterSpec } from '../../print/letterSpec'

/** What is printed, before it is laid out: sheets of a workbook, or letters. */
export interface Printable {
  title: string
  /** Of the file, without its ending. */
  fileName: string
  /** Records it lists. */
  rows: number
  content: { shape: 'sheets'; spec: WorkbookSpec } | { shape: 'letters'; letters: readonly LetterSpec[] }
}

import type { WorkbookSpec } from '../../excel/workbookSpec'
import type { LetterSpec } from '../../print/letterSpec'
import type { NamedWorkbook } from '../workbooks/namedWorkbook'

/** What is printed, before it is laid out: sheets of a workbook, or letters. */
export interface Printable {
  title: string
  /** Of the file, without its ending. */
  fileName: string
  /** Records it lists. */
  rows: number
  /** Its telephones are hidden already where the call asks for it (phoneHiding): a card has no column to tell them by. */
  hidesOwnPhones?: true
  content: { shape: 'sheets'; spec: WorkbookSpec } | { shape: 'letters'; letters: readonly LetterSpec[] }
}

/** A workbook on paper bears the name of its file. */
export function asPrintable({ fileName, spec, rows }: NamedWorkbook): Printable {
  const name = fileName.replace(/\.xlsx$/, '')
  return { title: name, fileName: name, rows, content: { shape: 'sheets', spec } }
}

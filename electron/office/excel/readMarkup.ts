import type { WorkBook } from '@e965/xlsx'
import { Refusal } from './refusal'
import type { WorkbookKind } from './sheet'
import { parseMarkup } from './sheetJs'

export interface MarkupWorkbook {
  kind: WorkbookKind
  workbook: WorkBook
}

/** Reads what government systems like to call .xls: an HTML page with a table, or SpreadsheetML 2003. */
export function readMarkup(text: string): MarkupWorkbook {
  const head = text.slice(0, 4096)
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook[\s>]/.test(head)) {
    return { kind: 'xls', workbook: parse(text) }
  }
  const start = text.search(/<table[\s>]/i)
  if (start < 0) throw new Refusal('not-a-workbook')
  const end = text.toLowerCase().lastIndexOf('</table')
  // Only the tables: page heads have led SheetJS to take the page for separated text.
  const tables = text.slice(start, end < start ? undefined : end)
  return { kind: 'html', workbook: parse(`<html><body>${tables}</table></body></html>`) }
}

function parse(text: string): WorkBook {
  try {
    return parseMarkup(text)
  } catch (cause) {
    throw new Refusal('damaged', cause)
  }
}

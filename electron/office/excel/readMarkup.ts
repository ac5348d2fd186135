import type { WorkBook } from '@e965/xlsx'
import { readOdsExtras, refuseRepeats, type OdsExtras } from './odsContent'
import { Refusal, refuseDocument } from './refusal'
import type { WorkbookKind } from './sheet'
import { parseMarkup } from './sheetJs'

export interface MarkupWorkbook {
  kind: WorkbookKind
  workbook: WorkBook
  ods: OdsExtras | null
}

/** Reads what government systems like to call .xls: an HTML page with a table, or SpreadsheetML 2003; also flat ODS. */
export function readMarkup(text: string): MarkupWorkbook {
  const head = text.slice(0, 4096)
  if (head.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook[\s>]/.test(head)) {
    refuseCut(text, /<\/(?:\w+:)?Workbook\s*>\s*$/)
    return { kind: 'xls', workbook: parse(text), ods: null }
  }
  if (/<office:document\s/.test(head) && head.includes('application/vnd.oasis.opendocument.spreadsheet')) {
    refuseCut(text, /<\/office:document\s*>\s*$/)
    refuseRepeats(text)
    return { kind: 'ods', workbook: parse(text), ods: readOdsExtras(text) }
  }
  if (/<uof:UOF[\s>]/.test(head)) refuseDocument('uof')
  const start = text.search(/<table[\s>]/i)
  if (start < 0) throw new Refusal(/<frameset[\s>]|<x:WorksheetSource\s/i.test(text) ? 'web-shell' : 'not-a-workbook')
  const end = text.toLowerCase().lastIndexOf('</table')
  if (end < start) throw new Refusal('damaged')
  // Only the tables: page heads have led SheetJS to take the page for separated text.
  const page = `<html><body>${text.slice(start, end)}</table></body></html>`
  return { kind: 'html', workbook: parse(page), ods: null }
}

/** A document whose last tag is missing was cut, and rows are missing with it. */
function refuseCut(text: string, lastTag: RegExp): void {
  if (!lastTag.test(text.slice(-200))) throw new Refusal('damaged')
}

function parse(text: string): WorkBook {
  try {
    return parseMarkup(text)
  } catch (cause) {
    throw new Refusal('damaged', cause)
  }
}

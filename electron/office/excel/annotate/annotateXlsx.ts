import { refuseSwelling, openZip } from '../zipParts'
import type { PlainSheet, PlainWorkbook } from '../sheet'
import { rangeAddress } from '../sheetAddress'
import { packZip } from '../writeZip'
import { CannotAnnotate } from './cannotAnnotate'
import { listSheets, putCover } from './coverSheet'
import { packageParts, type PackageParts } from './packageParts'
import { resultColumn } from './resultColumn'
import { withCells, type RowEdit } from './sheetCells'
import { withComments } from './sheetComments'
import { notSelected, withColumnWidth, withDimension, withHighlights, withMerge } from './sheetFrame'
import { styleSheet, type StyleSheet } from './styleSheet'
import { resultWidth, type TableNotes, type WorkbookNotes } from './workbookNotes'
import { findElement, plainXml } from './xmlEdit'

/** Zip parts that make a package one that must not be changed: what was signed would no longer be. */
const signed = /^_xmlsignatures\//i
const editable = /application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml\.sheet|ms-excel\.sheet\.macroEnabled)\.main\+xml/i

/**
 * Writes notes into the package of an .xlsx or .xlsm and leaves everything else of it as it is: only the parts that
 * must change are touched, as text, so that no look, chart, list or macro of its sender is lost. `plain` are its cells.
 * Throws CannotAnnotate where the package is written in a way that is not edited, Refusal where it is damaged.
 */
export async function annotateXlsx(zip: Buffer, plain: PlainWorkbook, notes: WorkbookNotes): Promise<{ bytes: Buffer; macros: boolean }> {
  const entries = await openZip(zip)
  refuseSwelling(entries)
  if (entries.some(({ name }) => signed.test(name))) throw new CannotAnnotate('signed')
  const files = entries.filter(({ name }) => !name.endsWith('/'))
  const parts = packageParts(files.map(({ name, read }) => ({ name, bytes: read() })))
  const type = editable.exec(parts.read('[Content_Types].xml').toString('utf8'))
  if (!type) throw new CannotAnnotate('no workbook of cells')
  const sheets = listSheets(parts)
  if (sheets.length !== plain.sheets.length) throw new CannotAnnotate('other sheets than were read')
  const styles = styleSheet(plainXml(parts.read('xl/styles.xml'), 'styleSheet'))
  const old = plain.sheets.findIndex((sheet) => isCover(sheet, notes))
  for (const [i, { part }] of sheets.entries()) {
    const sheet = plain.sheets[i]
    if (!sheet || i === old || !/worksheets\//.test(part)) continue
    const tables = notes.tables.filter((table) => table.sheet === sheet.name)
    const xml = notSelected(plainXml(parts.read(part), 'worksheet'))
    parts.write(part, tables.length === 0 ? xml : annotatedSheet(parts, part, xml, { sheet, tables, notes, styles }))
  }
  putCover(parts, notes.cover, styles, sheets[old] ?? null)
  parts.write('xl/styles.xml', styles.xml())
  return { bytes: await packZip(parts.contents(), notes.at), macros: /macroEnabled/i.test(type[0]) }
}

/** Whether a sheet is the cover of an earlier return. */
export function isCover(sheet: PlainSheet, { cover }: Pick<WorkbookNotes, 'cover'>): boolean {
  return sheet.rows[0]?.[0] === cover.rows[0]?.cells[0]?.value
}

interface SheetScene {
  sheet: PlainSheet
  tables: readonly TableNotes[]
  notes: WorkbookNotes
  styles: StyleSheet
}

function annotatedSheet(parts: PackageParts, part: string, source: string, { sheet, tables, notes, styles }: SheetScene): string {
  const place = findElement(source, 'sheetData')
  if (!place) throw new CannotAnnotate('no cells')
  const { column, old } = resultColumn(sheet, notes.resultHeader, tables)
  const edits = new Map<number, RowEdit>()
  const like = tables[0]?.like ?? -1
  for (const row of old) edits.set(row, { column, text: null, like, lines: 1, style: styles.wrapped })
  for (const table of tables) {
    const last = headerEnd(sheet, table)
    const style = firstStyle()
    for (let row = table.header; row <= last; row++) {
      edits.set(row, { column, text: row === table.header ? notes.resultHeader : null, like: table.like, lines: 1, style })
    }
    for (const { row, text } of table.rows) edits.set(row, { column, text, like: table.like, lines: linesOf(text), style: styles.wrapped })
  }
  let xml = source.slice(0, place.inner) + withCells(source.slice(place.inner, place.innerEnd), edits) + source.slice(place.innerEnd)
  xml = withDimension(withColumnWidth(xml, column, resultWidth), column)
  for (const table of tables) {
    const last = headerEnd(sheet, table)
    if (last > table.header) xml = withMerge(xml, { top: table.header, left: column, bottom: last, right: column })
  }
  const marks = tables.flatMap((table) => table.marks)
  const fills = [...new Set(marks.map(({ fill }) => fill))]
  const highlights = fills.map((fill) => ({
    style: styles.highlight(fill),
    cells: [...new Set(marks.filter((mark) => mark.fill === fill).map(({ row, column: c }) => rangeAddress({ top: row, left: c, bottom: row, right: c })))],
  }))
  return withComments(parts, part, withHighlights(xml, highlights), { mark: notes.commentMark, notes: marks })
}

/** Cells below in a merged header need no look of their own, but the merge takes its lower line from the last of them. */
function firstStyle(): (like: number) => number {
  let first: number | null = null
  return (like) => (first ??= like)
}

/** Headers of several rows are merged down beside the last column; the results' header is made like it. */
function headerEnd(sheet: PlainSheet, { header, like }: TableNotes): number {
  const merge = sheet.merges.find(({ top, bottom, left, right }) => top === header && bottom > top && left <= like && right >= like)
  return merge?.bottom ?? header
}

/** Chinese characters are two digits wide. */
function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => {
    const width = [...line].reduce((total, sign) => total + (sign > '\u2000' ? 2 : 1), 0)
    return sum + Math.max(1, Math.ceil((width * 1.05) / resultWidth))
  }, 0)
}

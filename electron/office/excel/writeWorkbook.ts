import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import type { CellValue, Style, stream } from 'exceljs'
import { phoneHiding } from '../phoneHiding'
import { cellStyle, typeface } from './cellStyle'
import { columnLetters } from './columnLetters'
import { commentsOf, withCommentBoxes } from './commentBoxes'
import { listSheet, listSheetName } from './listSheet'
import { maskWorkbook } from './maskWorkbook'
import { meantText } from './meantText'
import { paperSetup } from './paperSetup'
import type { Merge } from './sheet'
import { rangeAddress } from './sheetAddress'
import { withSheetParts } from './sheetParts'
import type { CellLook, CellSpec, Highlight, SheetSpec, WordList, WorkbookSpec } from './workbookSpec'
import { packZip, type ZipContent } from './writeZip'
import { xmlText } from './xmlText'
import { openZip } from './zipParts'

type SheetWriter = ReturnType<stream.xlsx.WorkbookWriter['addWorksheet']>
type StyleOf = (look: CellLook) => Partial<Style>

const plainLook: CellLook = {}
const commentFont = { name: typeface, size: 9 }
/** Excel's dates begin on 1 March 1900: what lies before is written as text. */
const firstDate = '1900-03-01'
/** A width exceljs leaves out, taking it for the default of whatever program opens the file. */
const unwritten = 9
/** After so many rows the writer lets others work and its own buffers drain. */
const breath = 500

/**
 * Writes an .xlsx file. Text stays text whatever it looks like, dates become real dates without a time zone, and the
 * same specification gives the same bytes. Telephones are hidden where the call asks for it (`phoneHiding`).
 */
export async function writeWorkbook(asked: WorkbookSpec): Promise<Uint8Array> {
  const spec = phoneHiding.getStore() === true ? maskWorkbook(asked) : asked
  const created = new Date(spec.createdAt)
  const sink = new PassThrough()
  const chunks: Buffer[] = []
  sink.on('data', (chunk: Buffer) => chunks.push(chunk))
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: sink,
    useStyles: true,
    useSharedStrings: true,
    zip: { store: true },
  })
  writer.creator = spec.creator
  writer.lastModifiedBy = spec.creator
  writer.created = created
  writer.modified = created
  const styleOf = createStyleCache()
  const sheets = sheetsOf(spec)
  for (const sheet of sheets) await writeSheet(writer, sheet, styleOf)
  nameLists(writer, spec.lists ?? [])
  await writer.commit()
  return repack(Buffer.concat(chunks), sheets, spec)
}

function sheetsOf({ sheets, lists = [] }: WorkbookSpec): readonly SheetSpec[] {
  return lists.length === 0 ? sheets : [...sheets, listSheet(lists)]
}

function nameLists({ definedNames }: stream.xlsx.WorkbookWriter, lists: readonly WordList[]): void {
  for (const [column, { name, words }] of lists.entries()) {
    const letters = columnLetters(column)
    definedNames.add(`${listSheetName}!$${letters}$1:$${letters}$${Math.max(words.length, 1)}`, name)
  }
}

function createStyleCache(): StyleOf {
  const styles = new Map<CellLook, Partial<Style>>()
  return (look) => {
    let style = styles.get(look)
    if (!style) {
      style = cellStyle(look)
      styles.set(look, style)
    }
    return style
  }
}

async function writeSheet(writer: stream.xlsx.WorkbookWriter, spec: SheetSpec, styleOf: StyleOf): Promise<void> {
  const sheet = writer.addWorksheet(spec.name, {
    views: spec.frozen ? [{ state: 'frozen', xSplit: spec.frozen.columns, ySplit: spec.frozen.rows }] : [],
    ...(spec.visibility === undefined ? {} : { state: spec.visibility }),
    ...(spec.print ? paperSetup(spec.print) : {}),
  })
  spec.columnWidths.forEach((width, index) => {
    const column = sheet.getColumn(index + 1)
    column.width = width === unwritten ? unwritten + 1e-6 : width
    const look = spec.columnLooks?.[index]
    if (look) column.style = styleOf(look)
  })
  for (const index of spec.hiddenColumns ?? []) sheet.getColumn(index + 1).hidden = true
  if (spec.autoFilter) sheet.autoFilter = rangeAddress(spec.autoFilter)
  for (const [place, highlight] of (spec.highlights ?? []).entries()) addHighlight(sheet, highlight, place + 1)
  await writeRows(sheet, spec, styleOf)
  sheet.commit()
}

/** Rows leave the memory once no merge that is still open touches them. */
async function writeRows(sheet: SheetWriter, spec: SheetSpec, styleOf: StyleOf): Promise<void> {
  const merges = [...spec.merges].sort((a, b) => a.top - b.top)
  let waiting: Merge[] = []
  let opened = 0
  for (const [index, rowSpec] of spec.rows.entries()) {
    const row = sheet.getRow(index + 1)
    if (rowSpec.height !== undefined) row.height = rowSpec.height
    rowSpec.cells.forEach((cell, column) => {
      if (cell === null) return
      const target = row.getCell(column + 1)
      target.value = cellValue(cell)
      target.style = styleOf(cell.look ?? plainLook)
      if (cell.comment !== undefined) target.note = { texts: [{ font: commentFont, text: meantText(cell.comment) }] }
    })
    for (let next = merges[opened]; next && next.top <= index; next = merges[opened]) {
      waiting.push(next)
      opened += 1
    }
    if (waiting.some(({ bottom }) => bottom > index)) continue
    for (const merge of waiting) sheet.mergeCells(merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1)
    waiting = []
    row.commit()
    if (index % breath === 0) await setImmediate()
  }
}

function cellValue({ value, formula }: CellSpec): CellValue {
  const plain = plainValue(value)
  if (formula === undefined) return plain
  return plain === null ? { formula } : { formula, result: plain }
}

function plainValue(value: CellSpec['value']): string | number | boolean | Date | null {
  if (typeof value === 'string') return meantText(value)
  if (value === null || typeof value !== 'object') return value
  if (value.date < firstDate) return value.date
  // exceljs takes the instant as UTC: a local midnight would be the day before in China.
  return new Date(`${value.date}T00:00:00Z`)
}

function addHighlight(sheet: SheetWriter, { range, formula, fill, color }: Highlight, priority: number): void {
  const style: Partial<Style> = {
    fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${fill}` } },
    ...(color === undefined ? {} : { font: { color: { argb: `FF${color}` } } }),
  }
  sheet.addConditionalFormatting({
    ref: rangeAddress(range),
    rules: [{ type: 'expression', formulae: [formula], style, priority }],
  })
}

/** Adds what exceljs cannot write, compresses, and drops its clock readings. */
async function repack(bytes: Buffer, sheets: readonly SheetSpec[], { creator, createdAt }: WorkbookSpec): Promise<Uint8Array> {
  const parts = await openZip(bytes)
  const packed = parts.map(({ name, read }): ZipContent => {
    const [, kind, number] = /^xl\/(worksheets\/sheet|drawings\/vmlDrawing|comments)(\d+)\.\w+$/.exec(name) ?? []
    const sheet = number === undefined ? undefined : sheets[Number(number) - 1]
    if (sheet && kind === 'worksheets/sheet') return { name, bytes: withSheetParts(read(), sheet) }
    if (sheet && kind === 'drawings/vmlDrawing') return { name, bytes: withCommentBoxes(read(), commentsOf(sheet)) }
    if (sheet && kind === 'comments') return { name, bytes: withAuthor(read(), creator) }
    return { name, bytes: name === 'xl/styles.xml' ? withChineseDefault(read()) : read() }
  })
  return packZip(packed, createdAt)
}

/** exceljs calls the author of every comment Author. */
function withAuthor(comments: Buffer, creator: string): Buffer {
  return Buffer.from(comments.toString('utf8').replace('<author>Author</author>', () => `<author>${xmlText(creator)}</author>`))
}

/** Column widths count in digits of the default font: Calibri is missing where only Chinese fonts are installed. */
function withChineseDefault(styles: Buffer): Buffer {
  const calibri = '<family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/>'
  const song = `<sz val="11"/><name val="${typeface}"/><charset val="134"/>`
  return Buffer.from(styles.toString('utf8').replace(calibri, song))
}

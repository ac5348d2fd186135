import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import type { CellValue, Style, stream } from 'exceljs'
import { cellStyle, typeface } from './cellStyle'
import { columnLetters } from './columnLetters'
import type { Merge } from './sheet'
import type { CellLook, CellSpec, PrintSpec, SheetSpec, WorkbookSpec } from './workbookSpec'
import { writeZip, type ZipContent } from './writeZip'
import { openZip } from './zipParts'

type SheetWriter = ReturnType<stream.xlsx.WorkbookWriter['addWorksheet']>
type StyleOf = (look: CellLook) => Partial<Style>

const plainLook: CellLook = {}
/** Excel's dates begin on 1 March 1900: what lies before is written as text. */
const firstDate = '1900-03-01'
const paperSizes: Readonly<Record<PrintSpec['paper'], number>> = { A3: 8, A4: 9 }
/** In inches. */
const margins = { left: 0.3, right: 0.3, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }
/** After so many rows the writer lets others work and its own buffers drain. */
const breath = 500

/**
 * Writes an .xlsx file. Text stays text whatever it looks like, dates become real dates without a time zone, and the
 * same specification gives the same bytes.
 */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
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
  for (const sheet of spec.sheets) await writeSheet(writer, sheet, styleOf)
  await writer.commit()
  return repack(Buffer.concat(chunks), spec)
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
    pageSetup: pageSetup(spec.print),
    headerFooter: {
      ...(spec.print.pageTitle === undefined ? {} : { oddHeader: pageTitle(spec.print.pageTitle) }),
      oddFooter: '&C第 &P 页 / 共 &N 页',
    },
  })
  spec.columnWidths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  if (spec.autoFilter) sheet.autoFilter = address(spec.autoFilter)
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
  // Excel reads _x0041_ inside text as the character with that number.
  if (typeof value === 'string') return value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (value === null || typeof value !== 'object') return value
  if (value.date < firstDate) return value.date
  // exceljs takes the instant as UTC: a local midnight would be the day before in China.
  return new Date(`${value.date}T00:00:00Z`)
}

function pageSetup(print: PrintSpec): Partial<ExcelJS.PageSetup> {
  const { repeatRows, repeatColumns, fit, area } = print
  return {
    paperSize: paperSizes[print.paper],
    orientation: print.landscape ? 'landscape' : 'portrait',
    margins: { ...margins, ...(print.pageTitle === undefined ? {} : { top: 0.9 }) },
    ...(fit === 'width' ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { scale: fit.scale }),
    ...(area ? { printArea: printArea(area) } : {}),
    ...(repeatRows ? { printTitlesRow: `${repeatRows[0] + 1}:${repeatRows[1] + 1}` } : {}),
    ...(repeatColumns
      ? { printTitlesColumn: `${columnLetters(repeatColumns[0])}:${columnLetters(repeatColumns[1])}` }
      : {}),
  }
}

/** exceljs puts a dollar sign before the columns only. */
function printArea({ top, left, bottom, right }: Merge): string {
  return `${columnLetters(left)}$${top + 1}:${columnLetters(right)}$${bottom + 1}`
}

/** Ampersands command the page header: one that is meant is doubled. */
function pageTitle(title: string): string {
  return `&C&"宋体,Bold"&16${title.replaceAll('&', '&&')}`
}

function address({ top, left, bottom, right }: Merge): string {
  return `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`
}

/** Adds what exceljs cannot write, compresses, and drops its clock readings. */
async function repack(bytes: Buffer, spec: WorkbookSpec): Promise<Uint8Array> {
  const parts = await openZip(bytes)
  const packed = parts.map(({ name, read }): ZipContent => {
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]
    const print = sheet === undefined ? undefined : spec.sheets[Number(sheet) - 1]?.print
    if (print) return { name, bytes: withPrintDetails(read(), print) }
    return { name, bytes: name === 'xl/styles.xml' ? withChineseDefault(read()) : read() }
  })
  return writeZip(packed, spec.createdAt)
}

/** Centres the pages and breaks them between columns: exceljs leaves out the one and does not know the other. */
function withPrintDetails(sheet: Buffer, { fit }: PrintSpec): Buffer {
  const margins = sheet.lastIndexOf('<pageMargins')
  const end = sheet.lastIndexOf('</worksheet>')
  const columns = fit === 'width' ? [] : fit.breakBefore
  const breaks = columns.map((column) => `<brk id="${column}" max="1048575" man="1"/>`).join('')
  const list = `<colBreaks count="${columns.length}" manualBreakCount="${columns.length}">${breaks}</colBreaks>`
  return Buffer.concat([
    sheet.subarray(0, margins),
    Buffer.from('<printOptions horizontalCentered="1"/>'),
    sheet.subarray(margins, end),
    Buffer.from(columns.length === 0 ? '' : list),
    sheet.subarray(end),
  ])
}

/** Column widths count in digits of the default font: Calibri is missing where only Chinese fonts are installed. */
function withChineseDefault(styles: Buffer): Buffer {
  const calibri = '<family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/>'
  const song = `<sz val="11"/><name val="${typeface}"/><charset val="134"/>`
  return Buffer.from(styles.toString('utf8').replace(calibri, song))
}

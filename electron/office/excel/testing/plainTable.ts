import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { read, utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { cellStyle } from '../cellStyle'
import type { CellSpec, SheetSpec } from '../workbookSpec'

/** A plain .xlsx of one sheet, quickly: for measuring with large tables. */
export function writePlainTable(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...header], ...rows.map((row) => [...row])], { dense: true }), 'Sheet1')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer)
}

/** The spreadsheet library alone over a workbook's bytes: the reference of every import measurement. Returns data rows. */
export function bareRead(bytes: Uint8Array): number {
  const book = read(bytes, { type: 'buffer', dense: true, cellText: false, cellHTML: false, cellFormula: false })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return (sheet?.['!data']?.length ?? 1) - 1
}

/** exceljs' streaming writer alone over the cells of a sheet: the reference of every export measurement. Returns bytes. */
export async function bareWrite({ name, rows, columnWidths }: SheetSpec): Promise<number> {
  const sink = new PassThrough()
  let size = 0
  sink.on('data', (chunk: Buffer) => (size += chunk.length))
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true })
  const sheet = writer.addWorksheet(name)
  const looks = rows.find(({ cells }, i) => i > 3 && cells.length === columnWidths.length)?.cells ?? []
  sheet.columns = columnWidths.map((width, i) => ({ width, style: cellStyle(looks[i]?.look ?? {}) }))
  for (const [index, { cells }] of rows.entries()) {
    sheet.addRow(cells.map((cell) => bareValue(cell?.value ?? null))).commit()
    // Its buffers drain only when others may work.
    if (index % 500 === 0) await setImmediate()
  }
  sheet.commit()
  await writer.commit()
  return size
}

function bareValue(value: CellSpec['value']): string | number | boolean | Date | null {
  return value !== null && typeof value === 'object' ? new Date(`${value.date}T00:00:00Z`) : value
}

import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { read, utils, write } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { cellStyle } from '../cellStyle'
import type { CellLook, CellSpec, SheetSpec } from '../workbookSpec'

/** A plain .xlsx, or .xls, of one sheet, quickly: for measuring with large tables. */
export function writePlainTable(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...header], ...rows.map((row) => [...row])], { dense: true }), 'Sheet1')
  return new Uint8Array(write(book, { type: 'buffer', bookType, bookSST: true, compression: true }) as Buffer)
}

/** The spreadsheet library alone over a workbook's bytes: the reference of every import measurement. Returns data rows. */
export function bareRead(bytes: Uint8Array): number {
  const book = read(bytes, { type: 'buffer', dense: true, cellText: false, cellHTML: false, cellFormula: false })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  return (sheet?.['!data']?.length ?? 1) - 1
}

/**
 * exceljs' streaming writer alone over the cells of a sheet, values and looks: the reference of every export
 * measurement. Returns bytes.
 */
export async function bareWrite({ name, rows }: SheetSpec): Promise<number> {
  const sink = new PassThrough()
  let size = 0
  sink.on('data', (chunk: Buffer) => (size += chunk.length))
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: true })
  const sheet = writer.addWorksheet(name)
  const styles = stylesOf(rows)
  for (const [index, { cells }] of rows.entries()) {
    const row = sheet.getRow(index + 1)
    cells.forEach((cell, column) => {
      if (!cell) return
      const target = row.getCell(column + 1)
      target.value = bareValue(cell.value)
      if (cell.look) target.style = styles.get(cell.look) ?? {}
    })
    row.commit()
    // Its buffers drain only when others may work.
    if (index % 500 === 0) await setImmediate()
  }
  sheet.commit()
  await writer.commit()
  return size
}

function stylesOf(rows: SheetSpec['rows']): Map<CellLook, Partial<ExcelJS.Style>> {
  const styles = new Map<CellLook, Partial<ExcelJS.Style>>()
  for (const { cells } of rows) for (const cell of cells) if (cell?.look && !styles.has(cell.look)) styles.set(cell.look, cellStyle(cell.look))
  return styles
}

function bareValue(value: CellSpec['value']): string | number | boolean | Date | null {
  return value !== null && typeof value === 'object' ? new Date(`${value.date}T00:00:00Z`) : value
}

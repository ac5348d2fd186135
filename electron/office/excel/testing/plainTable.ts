import { read, utils, write } from '@e965/xlsx'

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

import type { FileReading, SheetReading } from '../../../shared/contract/fileReading'
import type { SheetColumn } from '../../../shared/contract/mapping'

/** Columns of a sheet a person is asked about. */
export function openColumns({ columns }: Pick<SheetReading, 'columns'>): SheetColumn[] {
  return columns.filter(({ question }) => question !== null)
}

/** The headers a file asks about, each once: sheets with one header are answered together. */
export function openHeaders(reading: FileReading | undefined): string[] {
  return [...new Set(reading?.sheets.flatMap((sheet) => openColumns(sheet).map(({ header }) => header)))]
}

/** Whether a person may say what the columns are: there is a sheet, and this ledger did not send it out. */
export function isMappable(reading: FileReading | undefined): reading is FileReading {
  return reading !== undefined && reading.issuedOn === null && reading.sheets.length > 0
}

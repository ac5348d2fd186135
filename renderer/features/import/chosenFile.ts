import type { Correction } from '../../../shared/contract/correction'
import type { FileReading } from '../../../shared/contract/fileReading'

/** A file in the list of the first step. */
export interface ChosenFile {
  key: number
  file: File
  state: 'waiting' | 'reading' | 'read' | 'failed'
  reading?: FileReading
  /** What reading threw, when the office itself did not answer with a reading. */
  error?: unknown
  /** Ticked for import. */
  included: boolean
  /** The unit the person chose where the file names none. */
  unit?: string
  /** What opened it: kept while the file is in the list, for it may be read again. */
  password?: string
  /** Cells read otherwise than they stand in the file. */
  corrections: readonly Correction[]
}

/**
 * Whether the file may be ticked: it holds a known form and it is known whose. Columns in doubt are taken for what seems
 * likeliest until somebody says otherwise. Rows of a unit nobody knows, or of none,
 * do not hold back the others; the preview lists them as not imported.
 */
export function isImportable({ reading, unit }: Pick<ChosenFile, 'reading' | 'unit'>): boolean {
  if (!reading) return false
  if (reading.state === 'ready' || reading.state === 'repeated') return true
  if (reading.state !== 'confirm') return false
  return !reading.asks.includes('unit') || unit !== undefined || reading.unit !== null || reading.units.length > 0
}

/** Whether nothing about the file asks for a look: not read yet, or simply ready. */
export function isSettled({ state, reading, error }: ChosenFile): boolean {
  if (error !== undefined) return false
  return state !== 'read' || (reading?.state === 'ready' && reading.unknownUnits.length === 0)
}

import type { CorrectedCell } from '../../../shared/contract/correction'
import type { PlainSheet } from '../excel/sheet'
import type { LedgerReading } from '../import/readLedger'

/** A file read and kept until it is forgotten or committed. */
export interface StoredReading {
  fileId: string
  name: string
  sha256: string
  reading: LedgerReading
  /** Its visible sheets as they were read: what stands in a cell that has a finding. */
  sheets: readonly PlainSheet[]
  corrected: readonly CorrectedCell[]
}

import type { LedgerReading } from '../import/readLedger'

/** A file read and kept until it is forgotten or committed. */
export interface StoredReading {
  fileId: string
  name: string
  sha256: string
  reading: LedgerReading
}

import type { LedgerReading } from '../import/readLedger'
import type { RunPlan } from './runPlan'

/** A file read and kept until it is forgotten or committed. */
export interface StoredReading {
  fileId: string
  name: string
  sha256: string
  reading: LedgerReading
}

/** A plan with the input it was made from, so that a commit can make it anew and compare. */
export interface StoredPlan {
  planId: string
  fileIds: readonly string[]
  units: Readonly<Record<string, string>>
  /** The ledger's revision the plan was made against. */
  revision: number
  plan: RunPlan
}

/** Readings and the last plan, in memory only: an office restarted has none, and nothing was written. */
export interface ReadingStore {
  readings: Map<string, StoredReading>
  plan: StoredPlan | null
  nextId(): string
}

export function createReadingStore(): ReadingStore {
  let last = 0
  return { readings: new Map(), plan: null, nextId: () => String(++last) }
}

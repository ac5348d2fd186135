import type { KeptSide } from '../../../shared/contract/import'
import { OfficeError } from '../officeError'
import type { FileLook } from './fileLook'
import type { RunPlan } from './runPlan'
import type { StoredReading } from './storedReading'

/** A plan with the input it was made from, so that a commit can make it anew and compare. */
export interface StoredPlan {
  planId: string
  fileIds: readonly string[]
  units: Readonly<Record<string, string>>
  keeps: Keeps
  /** Rows (`rowKey`) a person gave an enterprise to where several units speak for it. */
  prefer: ReadonlySet<string>
  /** By `rowKey`: the organisation a person says a row belongs to. */
  orgNames: ReadonlyMap<string, string>
  /** The ledger's revision the plan was made against. */
  revision: number
  /** A file was read again since: what it would do is no longer what its files say. */
  outdated: boolean
  plan: RunPlan
}

/** What was decided of rows that ledger and sheet both changed. */
export interface Keeps {
  /** Of rows nobody decided by themselves. */
  all: KeptSide
  /** By `rowKey`. */
  rows: ReadonlyMap<string, KeptSide>
}

export const noKeeps: Keeps = { all: 'ours', rows: new Map() }

/** Readings and the last plan, in memory only: an office restarted has none, and nothing was written. */
export interface ReadingStore {
  readings: Map<string, StoredReading>
  /** Of every file that could be opened, also of those no form was found in: what a person may point at. */
  looks: Map<string, FileLook>
  plan: StoredPlan | null
  nextId(): string
}

export function createReadingStore(): ReadingStore {
  let last = 0
  return { readings: new Map(), looks: new Map(), plan: null, nextId: () => String(++last) }
}

/** The plan a person looks at; throws OfficeError `not-found` {reason: missing} when another was made since. */
export function planIn({ plan }: ReadingStore, planId: string): StoredPlan {
  if (plan?.planId !== planId) throw new OfficeError('not-found', { reason: 'missing' })
  return plan
}

/** What was read of a file; throws OfficeError `not-found` {reason: missing} when it was put away. */
export function readingIn({ readings }: ReadingStore, fileId: string): StoredReading {
  const found = readings.get(fileId)
  if (!found) throw new OfficeError('not-found', { reason: 'missing' })
  return found
}

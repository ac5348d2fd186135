import type { PlannedRow } from '../../../shared/contract/import'
import type { RunRowReport } from '../../../shared/contract/run'

/** Rows of a plan that is looked at, or of a run that was committed; with the forms they are of. */
export type RowSource = ({ planId: string } | { runId: number }) & { forms: readonly FormTitle[] }

export interface FormTitle {
  form: string
  title: string
}

/** A row as both show it. Files of a run are told by their batch, and what both sides changed is decided. */
export interface ShownRow extends PlannedRow {
  /** What another unit's claim to the enterprise rests on, where that kept the row of a run out. */
  rival: RunRowReport['rival']
}

export function ofPlan(row: PlannedRow): ShownRow {
  return { ...row, rival: null }
}

export function ofRun({ batchId, ...row }: RunRowReport): ShownRow {
  const creditCode = row.changes.find(({ field }) => field === 'creditCode')?.after ?? null
  return { ...row, fileId: String(batchId), creditCode, conflicts: [], keep: 'ours' }
}

import type { ImportAction, ImportCounts } from '../../../shared/contract/import'
import type { Problem } from '../../../shared/contract/problem'

/** One planned row, of whatever form. */
export interface CountedEntry {
  action: ImportAction
  problems: readonly Problem[]
}

const none: ImportCounts = { rows: 0, add: 0, change: 0, same: 0, skipped: 0, errors: 0, warnings: 0, notices: 0 }

/** Counts of a set of planned rows; `fileProblems` are findings that belong to no row. */
export function countEntries(entries: readonly CountedEntry[], fileProblems: readonly Problem[]): ImportCounts {
  const counts = { ...none, rows: entries.length }
  for (const entry of entries) {
    counts[entry.action === 'skip' ? 'skipped' : entry.action]++
    for (const problem of entry.problems) count(counts, problem)
  }
  for (const problem of fileProblems) count(counts, problem)
  return counts
}

function count(counts: ImportCounts, problem: Problem): void {
  if (problem.level === 'error') counts.errors++
  else if (problem.level === 'warning') counts.warnings++
  else counts.notices++
}

/** Counts of several files as those of one. */
export function sumCounts(all: readonly ImportCounts[]): ImportCounts {
  const total = { ...none }
  for (const counts of all) for (const key of Object.keys(none) as (keyof ImportCounts)[]) total[key] += counts[key]
  return total
}

import { z } from 'zod'
import { periodKinds } from '../domain/period'
import { day, read, write } from './define'

/** 报告期. A locked one is read from its snapshot and never changes; a correction is its next edition (docs/domain.md 9.14). */
export const period = z.object({
  id: z.number().int(),
  kind: z.enum(periodKinds),
  label: z.string(),
  cutOffOn: z.string(),
  /** Null while it is open. */
  lockedAt: z.string().nullable(),
  lockedBy: z.string().nullable(),
  /** 版本, from 1. */
  edition: z.number().int(),
  /** Why this edition was made; null for the first. */
  reason: z.string().nullable(),
  /** Why the next edition took its place; null for the one in force. */
  correctedFor: z.string().nullable(),
  /** Enterprises in its snapshot. */
  enterprises: z.number().int(),
})
export type Period = z.infer<typeof period>

const operator = z.string().trim().max(20).default('')

/** What locking on a day would freeze, and what stands against it. */
export const lockPreview = z.object({
  enterprises: z.number().int(),
  /** What does not add up in a table, in words; a ledger that has any is not locked. */
  broken: z.array(z.string()),
  /** Findings of the checks over the ledger that are errors; they may stay. */
  errors: z.number().int(),
  /** The denominator and the settings that would be frozen. */
  note: z.string(),
})
export type LockPreview = z.infer<typeof lockPreview>

export const periodCalls = {
  /** The latest cut-off first, of each the latest edition first. */
  'period.list': read(z.object({}), z.array(period)),
  /** Refuses with `invalid` a cut-off in the future. */
  'period.lockPreview': read(z.object({ kind: z.enum(periodKinds), cutOffOn: day }), lockPreview),
  /**
   * Freezes all the tables read as it stood on the cut-off date: records, settings, units. Refuses with `conflict`
   * (locked-period) a label that is locked already, `invalid` (future-cut-off, broken-lock) a cut-off in the future and
   * a ledger whose tables do not add up.
   */
  'period.lock': write(z.object({ kind: z.enum(periodKinds), label: z.string().trim().min(1).max(30), cutOffOn: day, operator }), period),
  /**
   * Freezes the ledger anew for the label and cut-off of a locked period, as its next edition. Refuses with `not-found`,
   * `conflict` (corrected-period) an edition that has a later one, `invalid` (broken-lock) as `period.lock`.
   */
  'period.correct': write(
    z.object({ periodId: z.number().int().positive(), reason: z.string().trim().min(1).max(200), operator }),
    period,
  ),
}

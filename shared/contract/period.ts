import { z } from 'zod'
import { periodKinds } from '../domain/period'
import { rateKeys } from '../domain/statistics/rateSets'
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
  cutOffOn: z.string(),
  enterprises: z.number().int(),
  /** What does not add up in a table, in words; a ledger that has any is not locked. */
  broken: z.array(z.string()),
  /** Findings of the checks over the ledger that are errors; they may stay. */
  errors: z.number().int(),
  /** The denominator and the settings that would be frozen. */
  note: z.string(),
})
export type LockPreview = z.infer<typeof lockPreview>

/** An enterprise behind a change, as it was called at the later of the two times. */
const movedEnterprise = z.object({
  enterpriseId: z.number().int(),
  name: z.string(),
  unitName: z.string(),
  /** Where it stood then and now, in words: 未覆盖 → 单独. */
  from: z.string(),
  to: z.string(),
  /** It is still in the ledger. */
  living: z.boolean(),
})
export type MovedEnterprise = z.infer<typeof movedEnterprise>

const moved = z.object({ total: z.number().int(), rows: z.array(movedEnterprise) })
export const figureMoves = z.object({ came: moved, went: moved })
export type FigureMoves = z.infer<typeof figureMoves>

const rateKey = z.enum(rateKeys)

/** The nine rates of docs/domain.md 3.2 in the course of time. */
export const rateHistory = z.object({
  /** Name of the unit it is confined to. */
  unitName: z.string().nullable(),
  /** As the settings in force name them. */
  rates: z.array(z.object({ key: rateKey, label: z.string() })),
  /** The earliest first; the last is the ledger of today. */
  points: z.array(
    z.object({
      /** Null for today. */
      periodId: z.number().int().nullable(),
      label: z.string().nullable(),
      cutOff: z.string(),
      /** Numerator, denominator, and the rate with four places, null for 0÷0. */
      rates: z.array(z.object({ key: rateKey, of: z.number().int(), over: z.number().int(), rate: z.number().nullable() })),
    }),
  ),
})
export type RateHistory = z.infer<typeof rateHistory>

export const periodCalls = {
  /** The latest cut-off first, of each the latest edition first. */
  'period.list': read(z.object({}), z.array(period)),
  /** Refuses with `invalid` a cut-off in the future. */
  'period.lockPreview': read(z.object({ kind: z.enum(periodKinds), cutOffOn: day }), lockPreview),
  /** Over the locked periods of a kind in their latest editions. Refuses with `not-found` a unit there is not. */
  'period.history': read(z.object({ kind: z.enum(periodKinds), unitId: z.number().int().positive().optional() }), rateHistory),
  /**
   * Who is behind a change of the comparison (a figure whose column `moves`), named by writeFigureRef; the first 500 of
   * each side. Refuses with `invalid` (no-such-figure) any other.
   */
  'period.changes': read(z.object({ figure: z.string().max(2000) }), figureMoves),
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

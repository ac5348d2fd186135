import { z } from 'zod'
import { day, read, write } from './define'

export const periodKinds = ['月', '季', '半年', '年'] as const

/** 报告期. A locked one is read from its snapshot and never changes (docs/domain.md 9.14). */
export const period = z.object({
  id: z.number().int(),
  kind: z.enum(periodKinds),
  label: z.string(),
  cutOffOn: z.string(),
  /** Null while it is open. */
  lockedAt: z.string().nullable(),
  lockedBy: z.string().nullable(),
  /** Enterprises in its snapshot. */
  enterprises: z.number().int(),
})
export type Period = z.infer<typeof period>

export const periodCalls = {
  /** The latest cut-off first. */
  'period.list': read(z.object({}), z.array(period)),
  /**
   * Freezes every living enterprise as it stood on the cut-off date. Refuses with `conflict` (locked-period) a label
   * that is locked already, `invalid` a cut-off in the future.
   */
  'period.lock': write(
    z.object({
      kind: z.enum(periodKinds),
      label: z.string().trim().min(1).max(30),
      cutOffOn: day,
      operator: z.string().trim().max(20).default(''),
    }),
    period,
  ),
}

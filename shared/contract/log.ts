import { z } from 'zod'
import { auditActions } from '../domain/auditAction'
import { bytes, handsOut, read, write } from './define'
import { recordKind } from './record'

/** All conditions must hold; an absent one or an empty list means "any". */
export const logFilter = z.object({
  /** Occurs in the line, or in the name of a record the edit changed. */
  search: z.string().max(100).optional(),
  operator: z.string().max(20).optional(),
  /** Days in UTC+8, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  actions: z.array(z.enum(auditActions)).optional(),
  /** Edits of records of these kinds. */
  kinds: z.array(recordKind).optional(),
})
export type LogFilter = z.infer<typeof logFilter>

const count = z.number().int()

/**
 * A place where the 操作日志 is not as it was written. `changed`: the entry does not follow from the one before, so this
 * one or that one was altered, put in or moved. `missing`: entries are gone, at the end of the log too. `added`: entries
 * that this program did not write. `edit`: an edit, or the ranges of ids it brought, is not as its entry says. `copy`: a
 * copy of the ledger was made at an entry that is not there any more, or not as it was; `at` is the time of that copy.
 */
export const logFault = z.object({
  fault: z.enum(['changed', 'missing', 'added', 'edit', 'copy']),
  /** Numbers of the first and last entry concerned; of an edit its own. */
  from: count,
  to: count,
  /** Of the first one, where it is there to be read. */
  at: z.string().nullable(),
  operator: z.string(),
  label: z.string(),
})
export type LogFault = z.infer<typeof logFault>

export const logCheck = z.object({
  checkedAt: z.string(),
  entries: count,
  /** The first 100. */
  faults: z.array(logFault),
  total: count,
  /** The last entry as kept beside the log: copied elsewhere it proves later that nothing before it changed. */
  head: z.object({ id: count, hash: z.string() }).nullable(),
})
export type LogCheck = z.infer<typeof logCheck>

export const logCalls = {
  /** What the page shows, one line an entry and changed field; logged as any other file that is handed out. */
  'log.export': handsOut(read(z.object({ filter: logFilter.default({}) }), z.object({ fileName: z.string(), bytes, rows: count }))),
  /**
   * Whether every entry follows from the one before (docs/domain.md 9.16). `whenDue`: answers the last check when it is
   * younger than a week and found nothing, and checks otherwise.
   */
  'log.check': write(z.object({ whenDue: z.boolean().default(false) }), logCheck),
}

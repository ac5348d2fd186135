import { z } from 'zod'
import { ledgerCounts } from './backup'
import { read } from './define'
import { failure } from './reply'

/**
 * What whoever helps needs to know of a computer and its ledger (关于 → 复制诊断信息). No record, no name and no word a
 * person typed is in it: numbers, versions, codes, and settings that are numbers, ticks or words of closed lists.
 */
export const diagnosis = z.object({
  /** ISO instant. */
  at: z.string(),
  version: z.string(),
  node: z.string(),
  /** Null while no ledger is open. */
  sqlite: z.string().nullable(),
  /** linux x64 6.1.0 */
  system: z.string(),
  processors: z.number().int(),
  /** GiB, one place. */
  memory: z.number(),
  demo: z.boolean(),
  /** The data folder, the name of the computer's user left out. */
  folder: z.string(),
  /** Of the ledger's file; null where there is none. */
  bytes: z.number().int().nullable(),
  /** Why no ledger is open. */
  failure: failure.shape.code.nullable(),
  /** Rows by table, those in the recycle bin too; empty while no ledger is open. */
  tables: z.array(z.object({ table: z.string(), rows: z.number().int() })),
  /** Settings that differ from the national ones; `value` is null for what was typed as text. */
  settings: z.array(z.object({ path: z.string(), value: z.string().nullable() })),
  backups: z.object({ copies: z.number().int(), last: z.string().nullable(), counts: ledgerCounts.nullable(), failed: failure.shape.code.nullable() }),
  /** Bugs since the program started, the latest last, by the reference a person was shown. */
  faults: z.array(z.object({ at: z.string(), reference: z.string() })),
})
export type Diagnosis = z.infer<typeof diagnosis>

export const diagnosisCalls = {
  /** Answered also while the ledger cannot be opened. */
  'diagnosis.get': read(z.object({}), diagnosis),
}

import { z } from 'zod'
import { recordKinds } from '../record/recordKind'
import { bytes, read, write } from './define'
import { ledgerProof } from './password'
import { failure } from './reply'

/** Why a copy was made; `outside`: brought from another disk by a person. */
export const backupReason = z.enum(['daily', 'hand', 'import', 'undo', 'batch', 'lock', 'migration', 'restore', 'outside'])
export type BackupReason = z.infer<typeof backupReason>

/** What a ledger holds, without what lies in the recycle bin. */
export const ledgerCounts = z.object({ enterprises: z.number().int(), partyOrgs: z.number().int(), visits: z.number().int() })
export type LedgerCounts = z.infer<typeof ledgerCounts>

export const backupCopy = z.object({
  /** Of its file in `backups/` of the data folder. */
  name: z.string(),
  /** Instant it was made, ISO text. */
  at: z.string(),
  reason: backupReason,
  bytes: z.number().int(),
  /** Null when its file cannot be read as a ledger: it is damaged, or made by a newer version. */
  counts: ledgerCounts.nullable(),
  /** What opens it: nothing, the 口令 given since the program started, or another one. */
  password: z.enum(['none', 'known', 'other']),
})
export type BackupCopy = z.infer<typeof backupCopy>

export const backupStatus = z.object({
  /** The newest copy there is. */
  last: backupCopy.pick({ at: true, reason: true }).nullable(),
  /** The last attempt, where it failed. */
  failed: z.object({ at: z.string(), reason: backupReason, failure }).nullable(),
  /** The last copy handed out for another disk. */
  outside: z.object({ at: z.string(), verified: z.boolean() }).nullable(),
  /** Days since then, or since the ledger was founded. */
  outsideDays: z.number().int(),
  /** More days than the setting allows. */
  outsideDue: z.boolean(),
  /** The throw-away folder of `--demo` is not backed up by itself. */
  demo: z.boolean(),
})
export type BackupStatus = z.infer<typeof backupStatus>

const fileName = z.string().trim().min(1).max(200)
const operator = z.string().trim().max(20).default('')
/**
 * Opens a copy whose 口令 is not known: refused with `password-needed` {file} without it, with `wrong-password`
 * {reason: 'copy' | 'recovery-code' | 'too-soon', file} with another.
 */
const proof = ledgerProof.optional()
const copyName = z.string().regex(/^[\w-]+\.sqlite$/)

/** A copy from another disk: its bytes, or the `backup.upload` that brought all of them. */
const broughtCopy = z.union([bytes, z.strictObject({ upload: z.string() })])
export type BroughtCopy = z.infer<typeof broughtCopy>

/**
 * Whole copies of the ledger (docs/architecture.md, Backups). They are answered also while the ledger itself cannot be
 * opened. A copy that is no sound ledger is refused with `damaged-database` {reason: 'backup', file}, one of a newer
 * version with `newer-database`.
 */
export const backupCalls = {
  /** The latest first. */
  'backup.list': read(z.object({}), z.object({ folder: z.string(), copies: z.array(backupCopy) })),
  'backup.status': read(z.object({}), backupStatus),
  /** Fails with `disk-full`, `read-only`, `damaged-database`; a copy that fails leaves nothing behind. */
  'backup.make': write(z.object({}), backupCopy),
  /** A copy's bytes for another disk: a fresh one, or that of `name`. Counts as handed out. */
  'backup.copyOut': write(
    z.object({ name: copyName.optional(), proof }),
    z.object({ fileName: z.string(), bytes, sha256: z.string(), copy: backupCopy }),
  ),
  /**
   * A part of a file that is too large for one call. The first one begins an upload, the next ones name it, in their
   * order; it is good for one `backup.verify` or `backup.add`. Fails with `too-large` {reason: 'copy', limit}, `disk-full`,
   * `not-found` {reason: 'no-such-upload'} where the pieces do not follow one another; nothing is kept then.
   */
  'backup.upload': write(
    z.object({
      upload: z.string().max(40).optional(),
      /** Bytes of the whole file. */
      size: z.number().int().nonnegative(),
      /** Bytes of the pieces before. */
      position: z.number().int().nonnegative(),
      bytes,
    }),
    z.object({ upload: z.string() }),
  ),
  /** Whether a file, as it lies on the other disk, is a whole copy. Notes it when it is the one last handed out. */
  'backup.verify': write(
    z.object({ fileName, bytes: broughtCopy, proof }),
    z.object({
      counts: ledgerCounts,
      sha256: z.string(),
      /** It is, byte for byte, the copy last handed out. */
      isLast: z.boolean(),
    }),
  ),
  /** Takes a copy from another disk into the list, from where it can be restored. */
  'backup.add': write(z.object({ fileName, bytes: broughtCopy, proof }), backupCopy),
  /**
   * Puts a copy in the place of the ledger, which has its 口令 then: the present one is backed up first, or kept beside
   * when it is damaged. The office is closed and opened again, which is announced as `office.reopened`. Nothing changes
   * when it fails.
   */
  'backup.restore': write(
    z.object({ name: copyName, proof, operator }),
    z.object({
      restored: backupCopy,
      /** The copy of what was there before. */
      before: backupCopy.nullable(),
      /** File name under which a damaged ledger was kept in the data folder. */
      kept: z.string().nullable(),
    }),
  ),
}

export const recoveryCalls = {
  /** Why the ledger is not open; null when it is. */
  'recovery.state': read(z.object({}), z.object({ failure: failure.nullable(), dataFolder: z.string(), version: z.string() })),
  /**
   * Only while the ledger is damaged: writes what can still be read of it into a new one, which takes its place; the
   * damaged file is kept. Fails with `damaged-database` {reason: 'nothing-readable'}, `conflict` {reason: 'not-damaged'}.
   */
  'recovery.salvage': write(
    z.object({ operator }),
    z.object({
      /**
       * By kind of record, null for settings, history and the rest: how many rows could be read, and how many are known
       * to be lost.
       */
      tables: z.array(z.object({ kind: z.enum(recordKinds).nullable(), rows: z.number().int(), lost: z.number().int() })),
      kept: z.string().nullable(),
    }),
  ),
}

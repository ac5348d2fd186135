import { z } from 'zod'
import { isLongEnough } from '../domain/ledgerPassword'
import { read, write } from './define'

/** As a person typed it; `plainPassword` says what counts of it. */
const typed = z.string().min(1).max(200)
const operator = z.string().trim().max(20).default('')

/** A 口令 that is set. */
const chosen = typed.refine(isLongEnough)

/** What opens the ledger: its 口令, or the 恢复码 of the 口令恢复单. */
export const ledgerProof = z.union([z.strictObject({ password: typed }), z.strictObject({ recoveryCode: typed })])
export type LedgerProof = z.infer<typeof ledgerProof>

/** Files beside the ledger after its 口令 was set, changed or removed. */
const rekeyed = z.object({
  /** Copies in `backups/` that are under the new 口令 now, or under none. */
  copies: z.number().int(),
  /** Names of files that stayed as they were: under another 口令, damaged, or a damaged ledger that was kept. */
  left: z.array(z.string()),
})
export type Rekeyed = z.infer<typeof rekeyed>

/**
 * The 口令 of the ledger (docs/security.md): its whole file is encrypted. While it is shut, because nobody has proved to
 * know the 口令 since the program started or because the screen was locked, every other call is refused with
 * `password-needed`. A wrong proof is refused with `wrong-password` {reason: 'ledger' | 'recovery-code'}; after three
 * of them comes a pause, in which every one is refused with `wrong-password` {reason: 'too-soon', seconds}.
 */
export const passwordCalls = {
  'password.state': read(
    z.object({}),
    z.object({
      isSet: z.boolean(),
      isShut: z.boolean(),
      /** Until the next attempt is looked at; 0: now. */
      seconds: z.number().int(),
    }),
  ),
  /** Announced as `office.unlocked`. Fails with `conflict` {reason: 'not-shut'}. */
  'password.unlock': write(z.object({ proof: ledgerProof }), z.object({})),
  /** Locks the screen; nothing under way is stopped. Announced as `office.locked`. Fails with `conflict` {reason: 'no-password'}. */
  'password.lock': write(z.object({}), z.object({})),
  /**
   * Encrypts the ledger and its copies. The office is closed and opened again, announced as `office.reopened`. Nothing
   * changes when it fails, with `disk-full`, `read-only`, or `conflict` {reason: 'has-password'}.
   */
  'password.set': write(z.object({ password: chosen, operator }), rekeyed),
  /** As `password.set`, from one 口令 to another. Fails with `conflict` {reason: 'no-password'} too. */
  'password.change': write(z.object({ present: ledgerProof, password: chosen, operator }), rekeyed),
  /** As `password.set`: the files are plain afterwards. */
  'password.remove': write(z.object({ present: ledgerProof, operator }), rekeyed),
  /** What stands on the 口令恢复单: letters and digits in groups of five, which open the ledger until its 口令 is changed. */
  'password.recoveryCode': write(z.object({ present: ledgerProof, operator }), z.object({ code: z.string() })),
}

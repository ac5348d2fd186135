import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCopy, BackupReason } from '../../../../shared/contract/backup'
import { OfficeError } from '../../officeError'
import type { OfficePorts } from '../../ports'
import type { KeyRing } from '../encryption/keyRing'
import type { LedgerKey } from '../encryption/ledgerKey'
import { saltOf } from '../encryption/ledgerSalt'
import type { LedgerFiles } from '../ledgerFiles'
import { backupPath } from './backupName'
import { noteFile } from './backupNote'
import { copyBeside } from './copyBeside'
import { dayNumber, expendableBackups } from './expendableBackups'
import { listBackups } from './listBackups'
import { rekeyBackup } from './rekeyBackup'

/** An attempt that failed. */
export interface FailedBackup {
  at: string
  reason: BackupReason
  error: OfficeError
}

/** The copies of a ledger: one is made at a time, and the oldest go when a new one stands. */
export interface Backups {
  readonly folder: string
  list(): BackupCopy[]
  /** Throws OfficeError `disk-full`, `read-only`, `damaged-database`. */
  make(reason: BackupReason): Promise<BackupCopy>
  /**
   * Before a change that can be taken back by other means: a failure is told by `failed`, and the change goes on.
   * Nothing is copied when nothing was written since the last copy, nor in a demo.
   */
  before(reason: BackupReason): Promise<void>
  /** The day's first copy, beside what goes on; one a day. */
  daily(): void
  /** The ledger was founded just now: there is nothing of the days before to copy today. */
  founded(): void
  /**
   * Puts every copy under `key`, or under none. Answers how many were changed, and the names of those that could not be
   * opened or written and are as they were.
   */
  rekey(key: LedgerKey | null): Promise<{ copies: number; left: string[] }>
  /** The last attempt, where it failed. */
  failed(): FailedBackup | null
  /** Lets what was asked for finish. */
  settled(): Promise<void>
}

export interface BackupHost {
  files: LedgerFiles
  keys: KeyRing
  ports: Pick<OfficePorts, 'clock' | 'log' | 'demo'>
  /** Tells states of the ledger apart: as long as it answers the same, nothing was written. */
  state(): string
  /** There is another copy, or an attempt has failed. */
  changed(): void
}

export function createBackups({ files, keys, ports, state, changed }: BackupHost): Backups {
  const { clock, log, demo } = ports
  let last: Promise<unknown> = Promise.resolve()
  let failed: FailedBackup | null = null
  /** The state a copy holds for certain. */
  let copied: string | null = null
  let dayTried: number | null = null

  async function copyNow(reason: BackupReason): Promise<BackupCopy> {
    const at = clock.now()
    const present = state()
    try {
      const target = backupPath(files.backups, at, reason)
      const copy = await copyBeside('backupLedger', { ledger: files.ledger, target, about: { reason, at } }, keys)
      copied = present
      failed = null
      removeExpendable()
      return copy
    } catch (error) {
      if (error instanceof OfficeError) failed = { at, reason, error }
      throw error
    } finally {
      changed()
    }
  }

  function removeExpendable(): void {
    for (const name of expendableBackups(listBackups(files.backups, keys), clock.now())) {
      const file = join(files.backups, name)
      try {
        rmSync(file)
        rmSync(noteFile(file), { force: true })
      } catch (error) {
        // A copy that is being read by another program goes the next time.
        log({ level: 'info', message: `backup ${name} was not removed: ${String(error)}` })
      }
    }
  }

  function queued<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  async function rekeyAll(key: LedgerKey | null): Promise<{ copies: number; left: string[] }> {
    const left: string[] = []
    let copies = 0
    for (const { name } of listBackups(files.backups, keys)) {
      const file = join(files.backups, name)
      if (saltOf(file)?.toString('hex') === key?.salt.toString('hex')) continue
      try {
        await rekeyBackup(file, key, keys)
        copies++
      } catch (error) {
        if (!(error instanceof OfficeError)) throw error
        log({ level: 'error', message: `backup ${name} keeps its password: ${error.code}` })
        left.push(name)
      }
    }
    if (copies > 0) changed()
    return { copies, left }
  }

  /** Never throws: what failed is shown by the status, a bug is logged. */
  async function tried(reason: BackupReason): Promise<void> {
    try {
      await queued(async () => {
        if (copied !== state()) await copyNow(reason)
      })
    } catch (error) {
      if (!(error instanceof OfficeError)) failed = { at: clock.now(), reason, error: new OfficeError('unexpected') }
      const stack = error instanceof Error ? error.stack : undefined
      log({ level: 'error', message: `backup (${reason}): ${String(error)}`, ...(stack ? { stack } : {}) })
    }
  }

  return {
    folder: files.backups,
    list: () => listBackups(files.backups, keys),
    make: (reason) => queued(() => copyNow(reason)),
    before: (reason) => (demo ? Promise.resolve() : tried(reason)),
    daily() {
      const today = dayNumber(clock.now())
      if (demo || dayTried === today) return
      dayTried = today
      if (listBackups(files.backups, keys).some(({ at }) => dayNumber(at) === today)) return
      void tried('daily')
    },
    rekey: (key) => queued(() => rekeyAll(key)),
    founded: () => void (dayTried = dayNumber(clock.now())),
    failed: () => failed,
    settled: () => last.then(() => undefined),
  }
}

/** When a ledger was first founded here, ISO text; null where nobody wrote it down. */
export function foundedAt(files: LedgerFiles): string | null {
  try {
    const written = readFileSync(files.founded, 'utf8').trim()
    return Number.isNaN(Date.parse(written)) ? null : written
  } catch {
    return null
  }
}

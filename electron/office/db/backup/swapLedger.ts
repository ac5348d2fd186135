import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { OfficeError } from '../../officeError'
import type { KeyRing } from '../encryption/keyRing'
import { flushFile, flushFolder } from '../flush'
import { companions, type LedgerFiles } from '../ledgerFiles'
import { toOfficeError } from '../toOfficeError'
import { discard } from './discard'
import { hashFile } from './hashFile'
import { isSoundLedger } from './isSoundLedger'
import { passwordOf } from './passwordOf'

/**
 * Puts the whole ledger that was written to `files.incoming` in the place of the present one. Once it has the name
 * `files.decided` it is decided: whoever opens the folder next ends what was begun (`finishSwap`), so that at every
 * moment either the old or the new ledger is there. Nobody may have the ledger open. Answers the name under which a
 * damaged one was kept. Throws OfficeError `disk-full`, `read-only`, `locked`.
 */
export function swapLedger(files: LedgerFiles, keys: KeyRing, now: string): string | null {
  try {
    flushFile(files.incoming)
    renameSync(files.incoming, files.decided)
    flushFolder(files.folder)
    return finishSwap(files, keys, now)
  } catch (error) {
    throw toOfficeError(error, { folder: files.folder })
  }
}

/** The ledger that will stand once what was decided is done. */
export function ledgerToOpen(files: LedgerFiles): string {
  return existsSync(files.decided) ? files.decided : files.ledger
}

/**
 * Ends a swap that was decided, and forgets one that was not. A ledger whose key is not known any more cannot be looked
 * at, and is kept beside like a damaged one, under a name that does not call it so.
 */
export function finishSwap(files: LedgerFiles, keys: KeyRing, now: string): string | null {
  for (const file of [files.incoming, ...companions(files.incoming)]) rmSync(file, { force: true })
  if (!existsSync(files.decided)) return null
  for (const file of companions(files.decided)) rmSync(file, { force: true })
  const kept = isWhole(files.ledger, keys) ? null : setAside(files, now, passwordOf(files.ledger, keys) === 'other' ? 'kept' : 'damaged')
  renameSync(files.decided, files.ledger)
  flushFolder(files.folder)
  return kept
}

/**
 * A sound ledger was backed up before, so it may be replaced. What SQLite left beside it must be empty: it would be
 * read into the new one.
 */
function isWhole(ledger: string, keys: KeyRing): boolean {
  if (companions(ledger).some((file) => !file.endsWith('-shm') && sizeOf(file) > 0)) return false
  if (!isSoundLedger(ledger, keys)) return false
  for (const file of companions(ledger)) rmSync(file, { force: true })
  return true
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Keeps a ledger beside that nobody can say to be whole, with what SQLite left of it. */
function setAside(files: LedgerFiles, now: string, word: 'damaged' | 'kept'): string | null {
  const stamp = now.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  const free = (turn: number): string => {
    const name = join(files.folder, `ledger-${word}-${stamp}${turn === 1 ? '' : `-${turn}`}.sqlite`)
    return existsSync(name) ? free(turn + 1) : name
  }
  const name = free(1)
  // The ledger last: without it its companions would never be set aside. What holds nothing is not kept.
  for (const file of companions(files.ledger)) {
    if (file.endsWith('-shm') || sizeOf(file) === 0) rmSync(file, { force: true })
    else renameSync(file, file.replace(files.ledger, name))
  }
  if (!existsSync(files.ledger)) return null
  renameSync(files.ledger, name)
  return basename(name)
}

/** Writes a copy to `files.incoming`. Throws OfficeError `damaged-database` where not every byte arrived. */
export function copyIncoming(files: LedgerFiles, copy: string, sha256: string): void {
  try {
    copyFileSync(copy, files.incoming)
    if (hashFile(files.incoming).sha256 !== sha256) throw new OfficeError('damaged-database', { file: basename(copy), reason: 'backup' })
  } catch (error) {
    discard(files.incoming)
    throw toOfficeError(error, { folder: files.folder })
  }
}

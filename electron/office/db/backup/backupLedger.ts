import { rmSync, statfsSync, statSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { BackupCopy, BackupReason } from '../../../../shared/contract/backup'
import { ensureFolder } from '../../ensureFolder'
import { OfficeError } from '../../officeError'
import { openConnection, type Connection } from '../connection'
import { flushFile, flushFolder } from '../flush'
import { toOfficeError } from '../toOfficeError'
import { writeBackupNote } from './backupNote'
import { countLedger } from './countLedger'
import { discard } from './discard'
import { hashFile } from './hashFile'

/** Times a copy is made anew because the ledger was written to in the instant it was begun. */
const attempts = 3

/**
 * Writes a copy of a ledger to `target`: whole, checked page by page and row count by row count, and only then given
 * its name; a note beside it says what it is. The office may have the ledger open and write to it meanwhile. Throws
 * OfficeError `disk-full`, `read-only`, `damaged-database`; a copy that fails leaves nothing behind.
 */
export function backupLedger(ledger: string, target: string, about: { reason: BackupReason; at: string }): BackupCopy {
  const unfinished = `${target}.unfinished`
  try {
    ensureFolder(dirname(target))
    requireRoom(ledger, dirname(target))
    copyWhole(ledger, unfinished)
    flushFile(unfinished)
    const { counts, version } = describe(unfinished)
    const { bytes, sha256 } = hashFile(unfinished)
    writeBackupNote(target, { ...about, bytes, sha256, version, counts })
    renameSync(unfinished, target)
    flushFolder(dirname(target))
    return { name: basename(target), ...about, bytes, counts }
  } catch (error) {
    discard(unfinished)
    throw named(toOfficeError(error, { file: target }))
  }
}

/** What is said of a save that fails would be wrong of a copy: the ledger itself is as it was. */
function named(error: unknown): unknown {
  const { code, details } = error instanceof OfficeError ? error : { code: null, details: {} }
  if (code === null || code === 'damaged-database' || details.reason === 'disk-error') return error
  const failure = new OfficeError(code, { ...details, system: details.reason ?? null, reason: 'backup' })
  failure.cause = error
  return failure
}

/** A copy that fills the disk to its last byte would cost the clerk the next save. */
function requireRoom(ledger: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const wal = statSync(`${ledger}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const size = statSync(ledger).size + wal
  if (bavail * bsize < size + Math.min(size, 64 * 1024 * 1024)) throw new OfficeError('disk-full', { folder })
}

function copyWhole(ledger: string, target: string): void {
  for (let attempt = 1; ; attempt++) {
    rmSync(target, { force: true })
    const counts = copy(ledger, target)
    if (rowCountsOf(target) === counts) return
    if (attempt === attempts) throw new OfficeError('damaged-database', { file: target, reason: 'backup' })
  }
}

/**
 * VACUUM takes a snapshot of its own, so the rows are counted on one taken the instant before. Should a write fall
 * between the two, the counts differ and the copy is made again.
 */
function copy(ledger: string, target: string): string {
  const counting = openConnection(ledger, { readonly: true })
  const copying = openConnection(ledger, { readonly: true })
  try {
    counting.exec('BEGIN')
    counting.pragma('user_version')
    copying.prepare('VACUUM INTO ?').run(target)
    return rowCounts(counting)
  } finally {
    copying.close()
    counting.close()
  }
}

/** Of a sound file; empty where it is not sound. */
function rowCountsOf(file: string): string {
  const connection = openConnection(file, { readonly: true })
  try {
    return connection.pragma('integrity_check(1)', { simple: true }) === 'ok' ? rowCounts(connection) : ''
  } finally {
    connection.close()
  }
}

function rowCounts(connection: Connection): string {
  const tables = connection.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  return tables
    .all()
    .map(({ name }) => {
      const count = connection.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${name}"`).get()
      return `${name} ${count?.rows}`
    })
    .join('\n')
}

function describe(file: string): Pick<BackupCopy, 'counts'> & { version: number } {
  const connection = openConnection(file, { readonly: true })
  try {
    return { counts: countLedger(connection), version: Number(connection.pragma('user_version', { simple: true })) }
  } finally {
    connection.close()
  }
}

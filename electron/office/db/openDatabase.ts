import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { OfficeError } from '../officeError'
import { backupLedger } from './backupLedger'
import { prepareDataFolder, requireWritable } from './dataFolder'
import { createDataSource, openConnection } from './dataSource'
import { flushFile, flushFolder } from './flush'
import { lockFolder } from './folderLock'
import { createGate, type Gate } from './gate'
import { inspectLedger } from './inspectLedger'
import { companions, ledgerFiles, type LedgerFiles } from './ledgerFiles'
import { applicationId } from './migrations/migrations'
import { toOfficeError } from './toOfficeError'

/**
 * A row of an enterprise or of an import takes 600 bytes. With SQLite's 4096 an import of 50,000 of them asks the
 * system to write 88,000 times, with this size 17,000 times. A ledger keeps the size it was founded with.
 */
const pageBytes = 16_384

export interface Database {
  /** Absolute path of the database file. */
  readonly file: string
  readonly gate: Gate
  /** Finishes pending work, closes the file and gives the folder free; once, however often it is asked. */
  close(): Promise<void>
}

/**
 * Opens the ledger of a data folder, or founds one where there never was any, and brings it up to date: a ledger that
 * needs migrations is first copied to `backups/`. `now` gives the present instant as ISO text.
 *
 * Rejects with OfficeError `locked` {folder} while another office has the folder, `read-only` {folder}, `disk-full`,
 * `newer-database` {file, version}, `damaged-database` {file, reason}; none of these changes the ledger.
 */
export async function openDatabase(
  dataFolder: string,
  now: () => string = () => new Date().toISOString(),
): Promise<Database> {
  const files = ledgerFiles(dataFolder)
  prepareDataFolder(dataFolder)
  const lock = lockFolder(files)
  try {
    const sources = await openSources(files, now)
    const gate = createGate(sources.writing, sources.reading)
    const close = async (): Promise<void> => {
      await gate.settled()
      try {
        await sources.reading.destroy()
        await sources.writing.destroy()
      } finally {
        lock.release()
      }
    }
    let closing: Promise<void> | undefined
    return { file: files.ledger, gate, close: () => (closing ??= close()) }
  } catch (error) {
    lock.release()
    throw toOfficeError(error, { folder: files.folder, file: files.ledger })
  }
}

async function openSources(
  files: LedgerFiles,
  now: () => string,
): Promise<{ writing: DataSource; reading: DataSource }> {
  if (!existsSync(files.ledger)) await foundLedger(files)
  else prepareLedger(files, now)
  if (!existsSync(files.founded)) writeFileSync(files.founded, `${now()}\n`)

  const writing = await open(files.ledger)
  try {
    await writing.runMigrations({ transaction: 'all' })
    const reading = createDataSource({ file: files.ledger, readonly: true })
    await reading.initialize()
    return { writing, reading }
  } catch (error) {
    await writing.destroy()
    throw error
  }
}

/** Makes sure that the ledger can be opened, written and, when it has to change its shape, restored. */
function prepareLedger(files: LedgerFiles, now: () => string): void {
  const { pending } = inspectLedger(files.ledger)
  requireWritable(files.ledger, files.folder)
  if (pending > 0) backupLedger(files.ledger, join(files.backups, `${fileStamp(now())}-before-migration.sqlite`))
}

/** Builds the first ledger under another name, so that a half-built one is never met under its own. */
async function foundLedger(files: LedgerFiles): Promise<void> {
  requireNeverFounded(files)
  for (const file of [files.unfinished, ...companions(files.unfinished)]) rmSync(file, { force: true })
  openConnection(files.unfinished)
    .exec(`PRAGMA page_size = ${pageBytes}; PRAGMA application_id = ${applicationId}`)
    .close()
  const source = await open(files.unfinished)
  try {
    await source.runMigrations({ transaction: 'all' })
  } finally {
    await source.destroy()
  }
  flushFile(files.unfinished)
  renameSync(files.unfinished, files.ledger)
  flushFolder(files.folder)
}

function requireNeverFounded(files: LedgerFiles): void {
  const traces = [files.founded, ...companions(files.ledger)]
  const hasBackups = existsSync(files.backups) && readdirSync(files.backups).length > 0
  if (hasBackups || traces.some((trace) => existsSync(trace))) {
    throw new OfficeError('damaged-database', { folder: files.folder, file: files.ledger, reason: 'missing' })
  }
}

async function open(file: string): Promise<DataSource> {
  const source = createDataSource({ file })
  await source.initialize()
  return source
}

/** 2026-11-21T03:30:12.345Z → 20261121-033012 */
function fileStamp(instant: string): string {
  return instant.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
}

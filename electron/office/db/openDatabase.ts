import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { DataSource } from 'typeorm'
import { OfficeError } from '../officeError'
import { backupLedger } from './backup/backupLedger'
import { backupPath } from './backup/backupName'
import { clearUnfinished } from './backup/clearUnfinished'
import { finishSwap, ledgerToOpen } from './backup/swapLedger'
import { prepareDataFolder, requireWritable } from './dataFolder'
import { createDataSource, openConnection } from './dataSource'
import { applyKey } from './encryption/applyKey'
import { keyOfFile } from './encryption/keyOfFile'
import { createKeyRing, type KeyRing } from './encryption/keyRing'
import type { LedgerKey } from './encryption/ledgerKey'
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
  /** There was no ledger before. */
  readonly isNew: boolean
  /** A ledger that had been decided to take the place of another took it now: the program had been ended before. */
  readonly endedSwap: boolean
  /** Finishes pending work and closes the file; once, however often it is asked. */
  close(): Promise<void>
}

const presentInstant = (): string => new Date().toISOString()

/**
 * Opens the ledger of a data folder for this process alone (`openLedger`). Rejects with OfficeError `locked` {folder}
 * while another office has the folder. Closing gives the folder free.
 */
export async function openDatabase(dataFolder: string, now = presentInstant, keys = createKeyRing()): Promise<Database> {
  const files = ledgerFiles(dataFolder)
  prepareDataFolder(dataFolder)
  const lock = lockFolder(files)
  try {
    const database = await openLedger(files, keys, now)
    return { ...database, close: () => database.close().finally(() => lock.release()) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * Opens the ledger of a folder this process has the lock of, or founds one where there never was any, and brings it up
 * to date: a ledger that needs migrations is first copied to `backups/`. `now` gives the present instant as ISO text.
 *
 * Rejects with OfficeError `read-only` {folder}, `disk-full`, `newer-database` {file, version}, `damaged-database`
 * {file, reason}, `password-needed` where none of `keys` opens it; none of these changes the ledger.
 */
export async function openLedger(files: LedgerFiles, keys: KeyRing, now = presentInstant): Promise<Database> {
  try {
    clearUnfinished(files)
    const endedSwap = existsSync(files.decided)
    keyOfFile(ledgerToOpen(files), keys)
    finishSwap(files, keys, now())
    const { reading, writing, isNew } = await openSources(files, keys, now)
    const gate = createGate(writing, reading)
    const close = async (): Promise<void> => {
      await gate.settled()
      await reading.destroy()
      await writing.destroy()
    }
    let closing: Promise<void> | undefined
    return { file: files.ledger, gate, isNew, endedSwap, close: () => (closing ??= close()) }
  } catch (error) {
    throw toOfficeError(error, { folder: files.folder, file: files.ledger })
  }
}

async function openSources(
  files: LedgerFiles,
  keys: KeyRing,
  now: () => string,
): Promise<{ writing: DataSource; reading: DataSource; isNew: boolean }> {
  const isNew = !existsSync(files.ledger)
  if (isNew) await foundLedger(files)
  else prepareLedger(files, keys, now)
  if (!existsSync(files.founded)) writeFileSync(files.founded, `${now()}\n`)

  const writing = await open(files.ledger, keys)
  try {
    await writing.runMigrations({ transaction: 'all' })
    const reading = createDataSource({ file: files.ledger, readonly: true, keys })
    await reading.initialize()
    return { writing, reading, isNew }
  } catch (error) {
    await writing.destroy()
    throw error
  }
}

/** Makes sure that the ledger can be opened, written and, when it has to change its shape, restored. */
function prepareLedger(files: LedgerFiles, keys: KeyRing, now: () => string): void {
  const { pending } = inspectLedger(files.ledger, keys)
  requireWritable(files.ledger, files.folder)
  if (pending === 0) return
  const at = now()
  backupLedger(files.ledger, backupPath(files.backups, at, 'migration'), { reason: 'migration', at }, keys)
}

/** Builds the first ledger under another name, so that a half-built one is never met under its own. */
async function foundLedger(files: LedgerFiles): Promise<void> {
  requireNeverFounded(files)
  await buildLedger(files.unfinished)
  flushFile(files.unfinished)
  renameSync(files.unfinished, files.ledger)
  flushFolder(files.folder)
}

/** Writes a new and empty ledger of the present version, encrypted where a key is given. */
export async function buildLedger(file: string, key: LedgerKey | null = null): Promise<void> {
  for (const old of [file, ...companions(file)]) rmSync(old, { force: true })
  const connection = openConnection(file)
  if (key) applyKey(connection, key)
  connection.exec(`PRAGMA page_size = ${pageBytes}; PRAGMA application_id = ${applicationId}`).close()
  const source = await open(file, createKeyRing(key ? [key] : []))
  try {
    await source.runMigrations({ transaction: 'all' })
  } finally {
    await source.destroy()
  }
}

function requireNeverFounded(files: LedgerFiles): void {
  const traces = [files.founded, ...companions(files.ledger)]
  const hasBackups = existsSync(files.backups) && readdirSync(files.backups).length > 0
  if (hasBackups || traces.some((trace) => existsSync(trace))) {
    throw new OfficeError('damaged-database', { folder: files.folder, file: files.ledger, reason: 'missing' })
  }
}

async function open(file: string, keys: KeyRing): Promise<DataSource> {
  const source = createDataSource({ file, keys })
  await source.initialize()
  return source
}

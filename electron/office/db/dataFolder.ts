import { accessSync, constants, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../ensureFolder'
import { OfficeError } from '../officeError'
import { folderPlace } from './folderPlace'
import { toOfficeError } from './toOfficeError'

/**
 * Longest path of a folder. SQLite takes 512 bytes for a file (on Windows 260 letters, as most programs), and the names
 * of copies and companions are up to 90 long.
 */
const longestPath = process.platform === 'win32' ? 160 : 420

/**
 * Creates the folder if needed and proves that files can be written in it: OfficeError `read-only`, `disk-full`. Refuses
 * as `read-only` a folder of another machine (network-drive), where SQLite's locks and its log of writes do not hold, and
 * one whose path is too long (long-path).
 */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.write-test-${process.pid}`)
  try {
    if (Buffer.byteLength(folder) > longestPath) throw new OfficeError('read-only', { folder, reason: 'long-path' })
    ensureFolder(folder)
    if (!statSync(folder).isDirectory()) throw new OfficeError('read-only', { folder, reason: 'not-a-folder' })
    if (folderPlace(folder) === 'network') throw new OfficeError('read-only', { folder, reason: 'network-drive' })
    try {
      writeFileSync(probe, 'written to see whether this folder can be written to\n')
    } finally {
      rmSync(probe, { force: true })
    }
  } catch (error) {
    throw toOfficeError(error, { folder })
  }
}

/** A database that may only be read opens without complaint and fails at the first save: ask before. */
export function requireWritable(file: string, folder: string): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw toOfficeError(error, { folder, file })
  }
}

import { accessSync, constants, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../ensureFolder'
import { OfficeError } from '../officeError'
import { toOfficeError } from './toOfficeError'

/** Creates the folder if needed and proves that files can be written in it: OfficeError `read-only`, `disk-full`. */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.write-test-${process.pid}`)
  try {
    ensureFolder(folder)
    if (!statSync(folder).isDirectory()) throw new OfficeError('read-only', { folder, reason: 'not-a-folder' })
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

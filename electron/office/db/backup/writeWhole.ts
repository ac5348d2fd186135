import { renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFile, flushFolder } from '../flush'
import { toOfficeError } from '../toOfficeError'
import { discard } from './discard'

/**
 * Writes a file whole or not at all: beside its place, flushed, then renamed. Throws OfficeError `disk-full`,
 * `read-only`, `locked`.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.unfinished`
  try {
    writeFileSync(unfinished, content)
    flushFile(unfinished)
    renameSync(unfinished, file)
    flushFolder(dirname(file))
  } catch (error) {
    discard(unfinished)
    throw toOfficeError(error, { file })
  }
}

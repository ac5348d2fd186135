import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Failure } from '../../shared/contract/reply'
import { Refused } from './typedCalls'

/** A file the person named. Refuses with `not-found` or `unreadable-file`, never with a system error. */
export async function readInputFile(from: string, path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const full = resolve(from, path)
  try {
    return { name: basename(full), bytes: await readFile(full) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const failure: Failure =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? { code: 'not-found', details: { path, reason: 'no-such-file' } }
        : { code: 'unreadable-file', details: { file: basename(full), reason: code === 'EISDIR' ? 'not-a-workbook' : 'no-access' } }
    throw new Refused(failure)
  }
}

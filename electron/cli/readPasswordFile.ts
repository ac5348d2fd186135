import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Refused } from './typedCalls'

/**
 * The first line of a file, or of standard input where it is called `-`: a password on the command line would stand in
 * the list of running programs. Refuses with `not-found`, `unreadable-file` or `invalid`.
 */
export function readPasswordFile(from: string, path: string): string {
  const [line = ''] = readText(from, path).replace(/^\uFEFF/, '').split(/\r?\n/)
  if (line.trim() === '') throw new Refused({ code: 'invalid', details: { reason: 'empty-password' } })
  return line
}

function readText(from: string, path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : resolve(from, path), 'utf8')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Refused({
      code: isMissing ? 'not-found' : 'unreadable-file',
      details: { path, file: basename(path), reason: isMissing ? 'no-such-file' : 'no-access' },
    })
  }
}

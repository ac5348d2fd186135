import { QueryFailedError } from 'typeorm'
import type { FailureCode, Failure } from '../../../shared/contract/reply'
import { OfficeError } from '../officeError'

const failures: readonly [pattern: RegExp, code: FailureCode][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS)/, 'read-only'],
  [/^(ENOENT|ENOTDIR|EEXIST|EISDIR|ENAMETOOLONG)/, 'read-only'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'locked'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'damaged-database'],
]

/**
 * What SQLite or the file system says about the disk or the file, as the failure a person can act on, with `details`
 * added; every other error is given back as it is, for it is a bug.
 */
export function toOfficeError(error: unknown, details: Failure['details'] = {}): unknown {
  const code = errorCode(error instanceof QueryFailedError ? error.driverError : error)
  const failure = failures.find(([pattern]) => pattern.test(code))
  if (!failure) return error
  const translated = new OfficeError(failure[1], { reason: code, ...details })
  translated.cause = error
  return translated
}

function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

import type { FailureCode, Failure } from '../../../shared/contract/reply'
import { OfficeError } from '../officeError'

/** With the reason where the code alone would say the wrong thing. */
const failures: readonly [pattern: RegExp, code: FailureCode, reason?: string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, 'disk-full'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS)/, 'read-only'],
  [/^(ENOENT|ENOTDIR|EEXIST|EISDIR|ERR_FS_EISDIR|ENAMETOOLONG)/, 'read-only'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY|ETXTBSY)/, 'locked'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB)/, 'damaged-database'],
  [/^(SQLITE_IOERR|EIO|ENXIO|ENODEV)/, 'read-only', 'disk-error'],
]

/**
 * What SQLite or the file system says about the disk or the file, as the failure a person can act on, with `details`
 * added; every other error is given back as it is, for it is a bug.
 */
export function toOfficeError(error: unknown, details: Failure['details'] = {}): unknown {
  const code = errorCode(driverErrorOf(error))
  const failure = failures.find(([pattern]) => pattern.test(code))
  if (!failure) return error
  const translated = new OfficeError(failure[1], { reason: failure[2] ?? code, ...details })
  translated.cause = error
  return translated
}

/** What SQLite said inside TypeORM's error. */
function driverErrorOf(error: unknown): unknown {
  return error instanceof Error && 'driverError' in error ? error.driverError : error
}

function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

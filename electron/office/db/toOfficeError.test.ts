import { QueryFailedError } from 'typeorm'
import { expect, it } from 'vitest'
import { OfficeError } from '../officeError'
import { toOfficeError } from './toOfficeError'

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_BUSY_SNAPSHOT', 'locked'],
  ['SQLITE_CORRUPT', 'damaged-database'],
  ['SQLITE_CORRUPT_INDEX', 'damaged-database'],
  ['SQLITE_NOTADB', 'damaged-database'],
  ['EBUSY', 'locked'],
])('%s is %s, bare or inside what TypeORM throws', (code, expected) => {
  const bare = failure(code)
  expect(toOfficeError(bare, { folder: 'f' })).toMatchObject({ code: expected, details: { folder: 'f', reason: code } })
  const failed = new QueryFailedError('SELECT 1', [], bare)
  expect(toOfficeError(failed)).toMatchObject({ code: expected, cause: failed })
})

it.each(['EIO', 'SQLITE_IOERR', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC'])('%s is a disk that fails', (code) => {
  expect(toOfficeError(failure(code), { file: 'f' })).toMatchObject({ code: 'read-only', details: { file: 'f', reason: 'disk-error' } })
})

it.each([failure('SQLITE_CONSTRAINT_UNIQUE'), failure('SQLITE_ERROR'), new TypeError('bug'), 'text', null, undefined])(
  'gives back what it does not know: %s',
  (error) => {
    expect(toOfficeError(error)).toBe(error)
  },
)

it('leaves an OfficeError alone', () => {
  const error = new OfficeError('conflict')
  expect(toOfficeError(error)).toBe(error)
})

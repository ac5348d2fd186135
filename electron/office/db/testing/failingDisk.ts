import type * as Fs from 'node:fs'
import { basename } from 'node:path'

/** What a disk may answer, and the code a person is told of it by. */
export const diskFaults = [
  ['ENOSPC', 'disk-full'],
  ['EIO', 'read-only'],
  ['EACCES', 'read-only'],
  ['EBUSY', 'locked'],
  ['EROFS', 'read-only'],
] as const

export interface FailingDisk {
  /** The n-th call that changes a file fails with this code; 0: none does. */
  failAt(n: number, code: string): void
  /** What failed, as `renameSync ledger.sqlite`; null when the work ended before its turn. */
  failed(): string | null
  wrap(fs: typeof Fs): typeof Fs
}

/** A file system whose n-th change fails: put in the place of node:fs by vi.mock. */
export function createFailingDisk(): FailingDisk {
  let turn = 0
  let wanted = 0
  let code = ''
  let failed: string | null = null

  function step(what: string, path: unknown): void {
    turn++
    if (turn !== wanted) return
    failed = `${what} ${typeof path === 'string' ? basename(path) : ''}`
    throw Object.assign(new Error(`${code}: injected, ${what}`), { code })
  }

  const watched = <A extends unknown[], R>(what: string, work: (...args: A) => R): ((...args: A) => R) => {
    return (...args) => {
      step(what, args[0])
      return work(...args)
    }
  }

  return {
    failAt(n, with_) {
      turn = 0
      wanted = n
      code = with_
      failed = null
    },
    failed: () => failed,
    wrap: (fs) => ({
      ...fs,
      appendFileSync: watched('appendFileSync', fs.appendFileSync),
      copyFileSync: watched('copyFileSync', fs.copyFileSync),
      fsyncSync: watched('fsyncSync', fs.fsyncSync),
      mkdirSync: watched('mkdirSync', fs.mkdirSync),
      openSync: watched('openSync', fs.openSync),
      renameSync: watched('renameSync', fs.renameSync),
      truncateSync: watched('truncateSync', fs.truncateSync),
      writeFileSync: watched('writeFileSync', fs.writeFileSync),
    }),
  }
}

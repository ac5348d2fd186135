import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TestDisk {
  folder: string
  makeReadOnly(): void
  remove(): void
}

/** A disk of its own in memory, `size` as mount takes it (2m); null where the system does not let us mount. */
export function mountTestDisk(size: string): TestDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-disk-'))
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true })
    return null
  }
  return {
    folder,
    makeReadOnly: () => {
      run('mount', '-o', 'remount,ro', folder)
    },
    remove: () => {
      run('umount', folder)
      rmSync(folder, { recursive: true })
    },
  }
}

export const canMountTestDisk = (() => {
  const disk = mountTestDisk('64k')
  disk?.remove()
  return disk !== null
})()

/** A disk that promises more room than there is behind it: what does not fit fails when it is flushed, as EIO. */
export interface FailingTestDisk {
  folder: string
  /** From now on, what is written reaches the disk. */
  mend(): void
  /** Every further write fails: the file system made itself read-only, as it does after a fault of the disk. */
  abort(): void
  /** Nobody may have a file of it open. */
  mountAgain(): void
  /** It is gone from its place; whoever has its files open may still write to them. */
  pull(): void
  plugIn(): void
  /** A file nobody may change, not even who has it open. */
  protect(file: string, on: boolean): void
  remove(): void
}

/** `room`, in bytes, is what lies behind a disk of 64 MB. Null where the system has no loop devices for us. */
export function mountFailingDisk(room: number): FailingTestDisk | null {
  const behind = mountTestDisk(String(room))
  if (!behind) return null
  const image = join(behind.folder, 'image')
  const folder = mkdtempSync(join(tmpdir(), 'ledger-disk-'))
  const mounting = ['mount', '-o', 'loop,errors=continue', image, folder] as const
  writeFileSync(image, '')
  truncateSync(image, 64 * 1024 * 1024)
  const remove = (): void => {
    run('umount', '-l', folder)
    rmSync(folder, { recursive: true })
    run('umount', '-l', behind.folder)
    rmSync(behind.folder, { recursive: true })
  }
  // Without a journal, whose own fault would end the disk at once.
  if (!run('mkfs.ext4', '-q', '-O', '^has_journal', image) || !run(...mounting)) {
    remove()
    return null
  }
  return {
    folder,
    mend: () => must('mount', '-o', 'remount,size=100m', behind.folder),
    abort: () => must('mount', '-o', 'remount,abort', folder),
    mountAgain() {
      must('umount', folder)
      must(...mounting)
    },
    pull: () => must('umount', '-l', folder),
    plugIn: () => must(...mounting),
    protect: (file, on) => must('chattr', on ? '+i' : '-i', join(folder, file)),
    remove,
  }
}

export const canMountFailingDisk = (() => {
  const disk = mountFailingDisk(32 * 1024 * 1024)
  disk?.remove()
  return disk !== null
})()

function must(command: string, ...parameters: string[]): void {
  if (!run(command, ...parameters)) throw new Error(`${command} ${parameters.join(' ')}`)
}

function run(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0
}

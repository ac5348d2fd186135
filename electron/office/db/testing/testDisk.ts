import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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

function run(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0
}

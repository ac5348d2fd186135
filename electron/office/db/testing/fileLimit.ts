import { spawnSync } from 'node:child_process'

/**
 * How long a file of this process may become, in bytes; 'unlimited' gives it back. The system then refuses SQLite's own
 * write that goes beyond it (EFBIG, which Node lets come as an error), and writes the one that crosses it in part.
 */
export function limitFiles(bytes: number | 'unlimited'): void {
  if (!setLimit(bytes)) throw new Error('prlimit')
}

export const canLimitFiles = process.platform === 'linux' && setLimit('unlimited')

function setLimit(bytes: number | 'unlimited'): boolean {
  return spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`], { stdio: 'ignore' }).status === 0
}

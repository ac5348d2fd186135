import { rmSync } from 'node:fs'
import { companions } from '../ledgerFiles'

/** Removes an unfinished file and what SQLite left beside it; one that cannot go must not hide why it is unfinished. */
export function discard(file: string): void {
  for (const left of [file, ...companions(file)]) {
    try {
      rmSync(left, { force: true })
    } catch {
      // It is overwritten by the next attempt, or not listed for its name.
    }
  }
}

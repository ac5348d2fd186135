import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerFiles } from '../ledgerFiles'

/** Removes what a program that was ended in the middle of a copy left unfinished; nothing of it was ever used. */
export function clearUnfinished(files: LedgerFiles): void {
  for (const folder of [files.folder, files.backups]) {
    for (const name of namesIn(folder)) {
      if (/\.(unfinished|torn)(-wal|-shm|-journal)?$/.test(name)) rmSync(join(folder, name), { force: true, recursive: true })
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

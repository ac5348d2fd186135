import { openConnection } from './dataSource'
import type { LedgerFiles } from './ledgerFiles'
import { toOfficeError } from './toOfficeError'

export interface FolderLock {
  release(): void
}

/**
 * Takes the folder for this process alone, or throws OfficeError `locked`. The lock is an exclusive SQLite
 * transaction on an empty file of its own: the operating system drops it when the process ends in any way, so there
 * is never a stale one to take over, and SQLite sees a second holder inside the same process too. The file is not
 * removed on release: whoever waited for it would hold a file nobody else can see.
 */
export function lockFolder(files: LedgerFiles): FolderLock {
  try {
    const connection = openConnection(files.lock, { timeout: 0 })
    try {
      connection.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      connection.close()
      throw error
    }
    return { release: () => connection.close() }
  } catch (error) {
    throw toOfficeError(error, { folder: files.folder })
  }
}

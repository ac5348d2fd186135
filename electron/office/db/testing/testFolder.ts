import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { openDatabase, type Database } from '../openDatabase'

/**
 * Data folders for the tests of one file: each is removed, and each database opened here closed, after its test.
 * Call it at the top of the file.
 */
export function testFolders(): { create(): string; open(folder?: string, now?: () => string): Promise<Database> } {
  const folders: string[] = []
  const databases: Database[] = []
  afterEach(async () => {
    for (const database of databases.splice(0)) await database.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  const create = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
    folders.push(folder)
    return folder
  }
  return {
    create,
    async open(folder = create(), now) {
      const database = await openDatabase(folder, now)
      databases.push(database)
      return database
    },
  }
}

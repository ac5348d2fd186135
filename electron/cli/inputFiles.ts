import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { isSpreadsheetName } from '../../shared/domain/spreadsheetName'
import { Refused } from './typedCalls'

/** A file a command reads. */
export interface InputFile {
  /** As a person may name it from where they stand. */
  path: string
  /** What it is called in the answer: its name, inside a named folder with the folders between. */
  shown: string
}

/**
 * The files a person named; of a folder all tables in it and below, by name. Hidden folders and the lock files of open
 * workbooks are left out. Refuses with `not-found` a folder without tables; a file that is missing is for its reader.
 */
export async function inputFiles(from: string, words: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = []
  for (const word of words) {
    const folder = resolve(from, word)
    if (!(await isFolder(folder))) {
      files.push({ path: word, shown: basename(word) })
      continue
    }
    const tables = await tablesIn(folder)
    if (tables.length === 0) throw new Refused({ code: 'not-found', details: { path: word, reason: 'no-tables' } })
    files.push(...tables.map((path) => ({ path, shown: relative(folder, path).split(sep).join('/') })))
  }
  return files
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() === true
}

async function tablesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    throw new Refused({ code: 'unreadable-file', details: { file: basename(folder), reason: 'no-access', message: error.message } })
  })
  const sorted = entries.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  const found: string[] = []
  for (const entry of sorted) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !entry.name.startsWith('.')) found.push(...(await tablesIn(path)))
    else if (entry.isFile() && isSpreadsheetName(entry.name)) found.push(path)
  }
  return found
}

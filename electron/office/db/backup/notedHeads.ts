import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readBackupName } from './backupName'
import { readBackupNote } from './backupNote'

/** The last entry of the 操作日志 at the time a copy was made. */
export interface NotedHead {
  id: number
  hash: string
  /** Instant of the copy, ISO text. */
  at: string
}

/**
 * What the notes of the copies in a folder say of the log, the earliest entry first. Not of those a person brought from
 * another disk: they may be of another office.
 */
export function notedHeads(folder: string): NotedHead[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder)
    .flatMap((name): NotedHead[] => {
      const note = readBackupName(name) && readBackupNote(join(folder, name))
      return note?.log && note.reason !== 'outside' ? [{ ...note.log, at: note.at }] : []
    })
    .sort((a, b) => a.id - b.id)
}

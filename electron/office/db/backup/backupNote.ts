import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { backupReason, ledgerCounts } from '../../../../shared/contract/backup'
import { logHead } from '../logHead'
import { writeWhole } from './writeWhole'

/** What stands beside a copy, in a file of its name ending in .json. */
const backupNote = z.object({
  reason: backupReason,
  at: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** Number of the last migration. */
  version: z.number().int(),
  counts: ledgerCounts.nullable(),
  /** The last entry of its 操作日志; none in copies of earlier versions, nor where nothing was logged yet. */
  log: logHead.optional(),
})
export type BackupNote = z.infer<typeof backupNote>

export function noteFile(copy: string): string {
  return copy.replace(/\.sqlite$/, '.json')
}

export function writeBackupNote(copy: string, note: BackupNote): void {
  writeWhole(noteFile(copy), `${JSON.stringify(note)}\n`)
}

/** Null where there is none, or not one that can be read. */
export function readBackupNote(copy: string): BackupNote | null {
  try {
    return backupNote.safeParse(JSON.parse(readFileSync(noteFile(copy), 'utf8'))).data ?? null
  } catch {
    return null
  }
}

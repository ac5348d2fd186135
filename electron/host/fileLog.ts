import { appendFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../office/ensureFolder'
import type { LogEntry } from './connectOffice'

const maxBytes = 2 * 1024 * 1024

/**
 * Writes entries as JSON lines to `logs/ledger.log` in the data folder and keeps one older file; together they stay
 * under about 4 MB. A log that cannot be written must never stop the work: on a read-only folder nothing is kept.
 */
export function fileLog(dataFolder: string, now: () => string): (entry: LogEntry) => void {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'ledger.log')
  return (entry) => {
    try {
      ensureFolder(folder)
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ time: now(), ...entry })}\n`, { mode: 0o600 })
    } catch {
      return
    }
  }
}

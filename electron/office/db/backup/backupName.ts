import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupReason, type BackupReason } from '../../../../shared/contract/backup'

const shape = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(?:before-)?([a-z]+)(?:-\d+)?\.sqlite$/
const before: ReadonlySet<BackupReason> = new Set<BackupReason>(['import', 'undo', 'batch', 'lock', 'migration', 'restore'])

/** 2026-11-21T03:30:12.345Z, migration → 20261121-033012-before-migration.sqlite; never the name of a copy there is. */
export function backupPath(folder: string, at: string, reason: BackupReason): string {
  const stamp = at.replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  const stem = `${stamp}-${before.has(reason) ? 'before-' : ''}${reason}`
  for (let turn = 1; ; turn++) {
    const path = join(folder, `${stem}${turn === 1 ? '' : `-${turn}`}.sqlite`)
    if (!existsSync(path)) return path
  }
}

/** What a copy's name tells; null for a file that is none. */
export function readBackupName(name: string): { at: string; reason: BackupReason } | null {
  const [, year, month, day, hour, minute, second, word] = shape.exec(name) ?? []
  const reason = backupReason.safeParse(word).data
  return reason ? { at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, reason } : null
}

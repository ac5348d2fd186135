import { join } from 'node:path'
import type { BackupCopy } from '../../../shared/contract/backup'
import type { Output } from '../../../shared/contract/index'
import { discard } from '../db/backup/discard'
import { isSoundLedger } from '../db/backup/isSoundLedger'
import { copyIncoming, swapLedger } from '../db/backup/swapLedger'
import { requireWholeCopy } from '../db/backup/requireWholeCopy'
import type { FolderContext } from './folderContext'
import { logCopy } from './logCopy'

/**
 * Puts a copy in the place of the ledger. The present one is backed up first, with the office closed so that nothing
 * written meanwhile is missing; one that is damaged is kept beside instead. May not go without that copy: a failure
 * leaves the ledger as it was.
 */
export async function restoreBackup(context: FolderContext, chosen: BackupCopy, operator: string): Promise<Output<'backup.restore'>> {
  const { backups, files, keys, ports, present } = context
  const { sha256 } = requireWholeCopy(join(files.backups, chosen.name), keys)
  const outcome = await present.replace(async () => {
    // First, for the copy of what is there may be the one too many that lets the chosen one go.
    copyIncoming(files, join(files.backups, chosen.name), sha256)
    try {
      const before = isSoundLedger(files.ledger, keys) ? await backups.make('restore') : null
      return { before, kept: swapLedger(files, keys, ports.clock.now()) }
    } catch (error) {
      discard(files.incoming)
      throw error
    }
  })
  await logCopy(context, { action: '恢复', label: `${localMinute(chosen.at)} 的备份`, operator })
  ports.emit({ type: 'office.reopened' })
  return { restored: chosen, ...outcome }
}

/** 2026-11-21 09:12 in UTC+8, the zone of every office. */
function localMinute(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

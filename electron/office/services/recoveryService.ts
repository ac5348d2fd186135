import { existsSync } from 'node:fs'
import { isSoundLedger } from '../db/backup/isSoundLedger'
import { salvageFolder } from '../db/salvageFolder'
import type { FolderServices } from '../dispatch'
import { OfficeError } from '../officeError'
import type { FolderContext } from './folderContext'
import { kindsOfTables } from './kindsOfTables'
import { logCopy } from './logCopy'

type RecoveryServices = Pick<FolderServices, Extract<keyof FolderServices, `recovery.${string}`>>

/** What can be done while the ledger is damaged, beside restoring a copy. */
export function createRecoveryService(context: FolderContext): RecoveryServices {
  const { files, keys, ports, present } = context
  return {
    'recovery.state': async () => ({ failure: present.failure(), dataFolder: ports.dataFolder, version: ports.version }),

    async 'recovery.salvage'({ operator }) {
      if (present.failure() === null || isSoundLedger(files.ledger, keys)) throw new OfficeError('conflict', { reason: 'not-damaged' })
      if (!existsSync(files.ledger)) throw new OfficeError('damaged-database', { folder: files.folder, reason: 'nothing-readable' })
      const outcome = await present.replace(() => salvageFolder(files, keys, ports.clock.now()))
      await logCopy(context, { action: '抢救', label: '损坏的台账数据', operator })
      ports.emit({ type: 'office.reopened' })
      return { tables: kindsOfTables(outcome.tables), kept: outcome.kept }
    },
  }
}

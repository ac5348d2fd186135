import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCopy } from '../../../shared/contract/backup'
import { nationalSettings } from '../../../shared/domain/officeSettings'
import { foundedAt } from '../db/backup/createBackups'
import { dayNumber } from '../db/backup/expendableBackups'
import { keepOutsideCopy } from '../db/backup/keepOutsideCopy'
import { readOutsideCopy, writeOutsideCopy } from '../db/backup/outsideCopy'
import { requireWholeBytes } from '../db/backup/requireWholeBytes'
import { requireWholeCopy } from '../db/backup/requireWholeCopy'
import type { FolderServices } from '../dispatch'
import { OfficeError } from '../officeError'
import type { FolderContext } from './folderContext'
import { logCopy } from './logCopy'
import { isNamedAs, outsideName } from './outsideName'
import { restoreBackup } from './restoreBackup'

type BackupServices = Pick<FolderServices, Extract<keyof FolderServices, `backup.${string}`>>

/** Copies of the ledger: made, listed, handed out, looked at and put in its place. */
export function createBackupService(context: FolderContext): BackupServices {
  const { backups, files, ports, present } = context

  const announce = (): void => ports.emit({ type: 'office.changed', areas: ['backup'], revision: 0 })

  function requireListed(name: string): BackupCopy {
    const copy = backups.list().find((listed) => listed.name === name)
    if (!copy) throw new OfficeError('not-found', { reason: 'no-such-backup', name })
    return copy
  }

  async function daysAllowed(): Promise<number> {
    const { reminders } = (await present.settings()) ?? nationalSettings
    return reminders.outsideCopyDays
  }

  return {
    'backup.list': async () => ({ folder: backups.folder, copies: backups.list() }),

    async 'backup.status'() {
      const [newest] = backups.list()
      const failed = backups.failed()
      const outside = readOutsideCopy(files.backups)
      const now = ports.clock.now()
      const since = outside?.at ?? foundedAt(files) ?? now
      const outsideDays = Math.max(0, dayNumber(now) - dayNumber(since))
      return {
        last: newest ? { at: newest.at, reason: newest.reason } : null,
        failed: failed ? { at: failed.at, reason: failed.reason, failure: failed.error.toFailure() } : null,
        outside: outside ? { at: outside.at, verified: outside.verified } : null,
        outsideDays,
        outsideDue: !ports.demo && outsideDays > (await daysAllowed()),
        demo: ports.demo,
      }
    },

    'backup.make': () => backups.make('hand'),

    async 'backup.copyOut'({ name }) {
      const copy = name === undefined ? await backups.make('hand') : requireListed(name)
      const file = join(files.backups, copy.name)
      const { sha256 } = requireWholeCopy(file)
      const bytes = new Uint8Array(readFileSync(file))
      writeOutsideCopy(files.backups, { at: ports.clock.now(), sha256, verified: false })
      announce()
      const fileName = outsideName(copy.name, sha256)
      await logCopy(context, { action: '导出', label: fileName })
      return { fileName, bytes, sha256, copy }
    },

    async 'backup.verify'({ fileName, bytes }) {
      const sha256 = requireNamed(fileName, bytes)
      const counts = requireWholeBytes(files, bytes, fileName)
      const outside = readOutsideCopy(files.backups)
      const isLast = outside?.sha256 === sha256
      if (outside && isLast) {
        writeOutsideCopy(files.backups, { ...outside, verified: true })
        announce()
      }
      return { counts, sha256, isLast }
    },

    async 'backup.add'({ fileName, bytes }) {
      requireNamed(fileName, bytes)
      const copy = keepOutsideCopy(files.backups, bytes, fileName, ports.clock.now())
      announce()
      return copy
    },

    async 'backup.restore'({ name, operator }) {
      return restoreBackup(context, requireListed(name), operator)
    },
  }
}

/** Answers the checksum; throws where the name was given for other bytes. */
function requireNamed(fileName: string, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (!isNamedAs(fileName, sha256)) throw new OfficeError('damaged-database', { file: fileName, reason: 'backup' })
  return sha256
}

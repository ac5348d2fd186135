import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupCopy, BroughtCopy } from '../../../shared/contract/backup'
import { nationalSettings } from '../../../shared/domain/officeSettings'
import { foundedAt } from '../db/backup/createBackups'
import { createUploads } from '../db/backup/createUploads'
import { discard } from '../db/backup/discard'
import { dayNumber } from '../db/backup/expendableBackups'
import { hashFile } from '../db/backup/hashFile'
import { keepOutsideCopy } from '../db/backup/keepOutsideCopy'
import { readOutsideCopy, writeOutsideCopy } from '../db/backup/outsideCopy'
import { requireWholeCopy } from '../db/backup/requireWholeCopy'
import type { FolderServices } from '../dispatch'
import { OfficeError } from '../officeError'
import type { FolderContext } from './folderContext'
import { logCopy } from './logCopy'
import { isNamedAs, outsideName } from './outsideName'
import { openCopy } from './password/openCopy'
import { restoreBackup } from './restoreBackup'

type BackupServices = Pick<FolderServices, Extract<keyof FolderServices, `backup.${string}`>>

/** Copies of the ledger: made, listed, handed out, looked at and put in its place. */
export function createBackupService(context: FolderContext): BackupServices {
  const { backups, files, keys, ports, present } = context

  const uploads = createUploads(files.backups)

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

  /** The file of a copy that was brought; whoever takes it discards it. */
  function takeBrought(brought: BroughtCopy): string {
    if (!(brought instanceof Uint8Array)) return uploads.take(brought.upload)
    return uploads.take(uploads.receive({ size: brought.byteLength, position: 0, bytes: brought }))
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

    async 'backup.copyOut'({ name, proof }) {
      const copy = name === undefined ? await backups.make('hand') : requireListed(name)
      const file = join(files.backups, copy.name)
      await openCopy(context, file, copy.name, proof)
      const { sha256 } = requireWholeCopy(file, keys)
      const bytes = new Uint8Array(readFileSync(file))
      writeOutsideCopy(files.backups, { at: ports.clock.now(), sha256, verified: false })
      announce()
      const fileName = outsideName(copy.name, sha256)
      await logCopy(context, { action: '导出', label: fileName })
      return { fileName, bytes, sha256, copy }
    },

    'backup.upload': async (piece) => ({ upload: uploads.receive(piece) }),

    async 'backup.verify'({ fileName, bytes, proof }) {
      const file = takeBrought(bytes)
      try {
        await openCopy(context, file, fileName, proof)
        const { counts, sha256 } = requireWholeCopy(file, keys, fileName)
        requireNamed(fileName, sha256)
        const outside = readOutsideCopy(files.backups)
        const isLast = outside?.sha256 === sha256
        if (outside && isLast) {
          writeOutsideCopy(files.backups, { ...outside, verified: true })
          announce()
        }
        return { counts, sha256, isLast }
      } finally {
        discard(file)
      }
    },

    async 'backup.add'({ fileName, bytes, proof }) {
      const file = takeBrought(bytes)
      try {
        requireNamed(fileName, hashFile(file).sha256)
        await openCopy(context, file, fileName, proof)
        const copy = keepOutsideCopy(files.backups, file, fileName, ports.clock.now(), keys)
        announce()
        return copy
      } finally {
        discard(file)
      }
    },

    async 'backup.restore'({ name, proof, operator }) {
      const copy = requireListed(name)
      await openCopy(context, join(files.backups, name), name, proof)
      return restoreBackup(context, copy, operator)
    },
  }
}

function requireNamed(fileName: string, sha256: string): void {
  if (!isNamedAs(fileName, sha256)) throw new OfficeError('damaged-database', { file: fileName, reason: 'backup' })
}

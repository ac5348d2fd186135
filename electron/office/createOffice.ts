import type { CallName } from '../../shared/contract/index'
import type { Reply } from '../../shared/contract/reply'
import { createBackups } from './db/backup/createBackups'
import { prepareDataFolder } from './db/dataFolder'
import { lockFolder } from './db/folderLock'
import { ledgerFiles } from './db/ledgerFiles'
import { createDispatch, type FolderServices } from './dispatch'
import { openOffice } from './openOffice'
import type { OfficePorts } from './ports'
import { keepFaults } from './keepFaults'
import { keepPresent } from './keepPresent'
import { createBackupService } from './services/backupService'
import { createDiagnosisService } from './services/diagnosisService'
import { createRecoveryService } from './services/recoveryService'

/** The whole of the office as a door sees it. */
export interface Office {
  dispatch(name: string, input: unknown): Promise<Reply<unknown>>
  /** Finishes pending writes and closes the data file. */
  close(): Promise<void>
}

/**
 * Opens (or founds) the office in `ports.dataFolder`. Rejects with OfficeError `locked`, `read-only`, `disk-full`,
 * `newer-database`. A damaged ledger does not reject: the calls about copies and recovery are answered, every other is
 * refused with `damaged-database`, until a copy or what can be salvaged has taken its place.
 */
export async function createOffice(host: OfficePorts): Promise<Office> {
  const book = keepFaults(host)
  const ports: OfficePorts = { ...host, log: book.log }
  const files = ledgerFiles(ports.dataFolder)
  prepareDataFolder(files.folder)
  const lock = lockFolder(files)
  try {
    const backups = createBackups({
      files,
      ports,
      state: () => present.state(),
      // No write of the ledger: what is shown of its records stays as it is.
      changed: () => ports.emit({ type: 'office.changed', areas: ['backup'], revision: 0 }),
    })
    const present = keepPresent(() => openOffice(ports, files, backups), ports)
    await present.open()
    const folder = { files, ports, backups, present }
    const own: FolderServices = { ...createBackupService(folder), ...createRecoveryService(folder), ...createDiagnosisService(folder, book.faults) }
    const isOwn = (call: CallName): call is keyof FolderServices => Object.hasOwn(own, call)
    return {
      dispatch: createDispatch(
        (call) => (isOwn(call) ? (run) => run(own[call]) : (run) => present.inside(({ services }) => run(services[call]))),
        ports,
      ),
      async close() {
        await present.close()
        await backups.settled()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

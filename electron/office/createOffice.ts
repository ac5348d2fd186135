import type { CallName } from '../../shared/contract/index'
import type { Reply } from '../../shared/contract/reply'
import { createBackups } from './db/backup/createBackups'
import { prepareDataFolder } from './db/dataFolder'
import { createKeyRing } from './db/encryption/keyRing'
import { lockFolder } from './db/folderLock'
import { ledgerFiles } from './db/ledgerFiles'
import { createDispatch, type FolderCall, type FolderServices } from './dispatch'
import { openOffice } from './openOffice'
import { OfficeError } from './officeError'
import type { OfficePorts } from './ports'
import { keepFaults } from './keepFaults'
import { keepPresent } from './keepPresent'
import { createBackupService } from './services/backupService'
import { createDiagnosisService } from './services/diagnosisService'
import { limitAttempts } from './services/password/limitAttempts'
import { createPasswordService } from './services/password/passwordService'
import { createScreenLock } from './services/password/screenLock'
import { createRecoveryService } from './services/recoveryService'

/** For whoever has not proved yet to know the 口令. */
const answeredWhileShut: readonly FolderCall[] = ['password.state', 'password.unlock', 'recovery.state']

/** The whole of the office as a door sees it. */
export interface Office {
  dispatch(name: string, input: unknown): Promise<Reply<unknown>>
  /** Finishes pending writes and closes the data file. */
  close(): Promise<void>
}

/**
 * Opens (or founds) the office in `ports.dataFolder`. Rejects with OfficeError `locked`, `read-only`, `disk-full`,
 * `newer-database`. A damaged ledger does not reject: the calls about copies and recovery are answered, every other is
 * refused with `damaged-database`, until a copy or what can be salvaged has taken its place. Nor does one with a 口令:
 * until it is given, and while the screen is locked, every call but `answeredWhileShut` is refused with `password-needed`.
 */
export async function createOffice(host: OfficePorts): Promise<Office> {
  const book = keepFaults(host)
  const ports: OfficePorts = { ...host, log: book.log }
  const files = ledgerFiles(ports.dataFolder)
  const keys = createKeyRing()
  const screen = createScreenLock()
  prepareDataFolder(files.folder)
  const lock = lockFolder(files)
  try {
    const backups = createBackups({
      files,
      keys,
      ports,
      state: () => present.state(),
      // No write of the ledger: what is shown of its records stays as it is.
      changed: () => ports.emit({ type: 'office.changed', areas: ['backup'], revision: 0 }),
    })
    const present = keepPresent(() => openOffice(ports, files, keys, backups), ports)
    await present.open()
    const isShut = (): boolean => screen.isLocked() || present.failure()?.code === 'password-needed'
    const folder = { files, keys, attempts: limitAttempts(), screen, isShut, ports, backups, present }
    const own: FolderServices = {
      ...createBackupService(folder),
      ...createRecoveryService(folder),
      ...createDiagnosisService(folder, book.faults),
      ...createPasswordService(folder),
    }
    const requireOpen = (call: CallName): void => {
      if (isShut() && !answeredWhileShut.some((name) => name === call)) throw new OfficeError('password-needed')
    }
    const isOwn = (call: CallName): call is keyof FolderServices => Object.hasOwn(own, call)
    return {
      dispatch: createDispatch(
        (call) => async (run) => {
          requireOpen(call)
          return isOwn(call) ? run(own[call]) : present.inside(({ services }) => run(services[call]))
        },
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

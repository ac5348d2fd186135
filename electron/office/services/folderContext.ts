import type { Failure } from '../../../shared/contract/reply'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { Backups } from '../db/backup/createBackups'
import type { Gate } from '../db/gate'
import type { KeyRing } from '../db/encryption/keyRing'
import type { LedgerFiles } from '../db/ledgerFiles'
import type { OfficePorts } from '../ports'
import type { Attempts } from './password/limitAttempts'
import type { ScreenLock } from './password/screenLock'

/** The ledger that is open now, as services of the folder see it. */
export interface PresentLedger {
  /** Why none is open. */
  failure(): Failure | null
  /** Null while none is open. */
  settings(): Promise<OfficeSettings | null>
  gate(): Gate | null
  /** Lets calls under way finish, closes the ledger, changes its file and opens it again, also where the change fails. */
  replace<T>(change: () => Promise<T>): Promise<T>
}

/** What services about the data folder get: they are there also while its ledger cannot be opened. */
export interface FolderContext {
  files: LedgerFiles
  keys: KeyRing
  attempts: Attempts
  screen: ScreenLock
  /** Nobody has proved to know the 口令 since the start, or the screen was locked. */
  isShut(): boolean
  ports: OfficePorts
  backups: Backups
  present: PresentLedger
}

import { parentPort, workerData } from 'node:worker_threads'
import type { BackupCopy } from '../../../../shared/contract/backup'
import type { Failure } from '../../../../shared/contract/reply'
import { OfficeError } from '../../officeError'
import { backupLedger } from './backupLedger'

/** What the thread is told to copy. */
export interface BackupOrder {
  ledger: string
  target: string
  about: Parameters<typeof backupLedger>[2]
}

export type BackupAnswer = { copy: BackupCopy } | { failure: Failure } | { bug: string }

function answer({ ledger, target, about }: BackupOrder): BackupAnswer {
  try {
    return { copy: backupLedger(ledger, target, about) }
  } catch (error) {
    if (error instanceof OfficeError) return { failure: error.toFailure() }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(answer(workerData as BackupOrder))

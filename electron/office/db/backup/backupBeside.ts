import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BackupCopy } from '../../../../shared/contract/backup'
import { OfficeError } from '../../officeError'
import { backupLedger } from './backupLedger'
import type { BackupAnswer, BackupOrder } from './backupThread'

/** Beside this file: built, or as source in tests. */
const script = join(import.meta.dirname, `backupThread${extname(import.meta.filename)}`)

/**
 * `backupLedger` in a thread of its own, for the driver answers only when it is done: reads and writes of the office go
 * on meanwhile. Where no thread can be had (a packed program may not be able to load it) it is done here.
 */
export async function backupBeside(order: BackupOrder): Promise<BackupCopy> {
  const answer = await askThread(order)
  if (answer === null) return backupLedger(order.ledger, order.target, order.about)
  if ('copy' in answer) return answer.copy
  if ('failure' in answer) throw new OfficeError(answer.failure.code, answer.failure.details)
  throw new Error(`backup: ${answer.bug}`)
}

/** Null when the thread could not even begin. */
function askThread(order: BackupOrder): Promise<BackupAnswer | null> {
  if (!existsSync(script)) return Promise.resolve(null)
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: order })
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => resolve(null))
  })
}

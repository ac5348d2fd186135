import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { OfficeError } from '../../officeError'
import type { KeyRing } from '../encryption/keyRing'
import type { CopyAnswer } from './copyThread'
import { carryOut, type CopyOrder, type CopyWork, type CopyWorks } from './copyWorks'

/** Beside this file: built, or as source in tests. */
const script = join(import.meta.dirname, `copyThread${extname(import.meta.filename)}`)

/**
 * `backupLedger` or `rekeyCopy` in a thread of its own, for the driver answers only when it is done: reads and writes
 * of the office go on meanwhile. Where no thread can be had (a packed program may not be able to load it) it is done
 * here.
 */
export async function copyBeside<W extends CopyWork>(work: W, order: CopyWorks[W]['order'], keys: KeyRing): Promise<CopyWorks[W]['result']> {
  const whole = { work, keys: keys.all(), ...order } as CopyOrder
  const answer = await askThread(whole)
  if (answer === null) return carryOut(whole) as CopyWorks[W]['result']
  if ('result' in answer) return answer.result as CopyWorks[W]['result']
  if ('failure' in answer) throw new OfficeError(answer.failure.code, answer.failure.details)
  throw new Error(`${work}: ${answer.bug}`)
}

/** Null when the thread could not even begin. */
function askThread(order: CopyOrder): Promise<CopyAnswer | null> {
  if (!existsSync(script)) return Promise.resolve(null)
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: order })
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => resolve(null))
  })
}

import { parentPort, workerData } from 'node:worker_threads'
import type { Failure } from '../../../../shared/contract/reply'
import { OfficeError } from '../../officeError'
import { carryOut, type CopyOrder } from './copyWorks'

export type CopyAnswer = { result: unknown } | { failure: Failure } | { bug: string }

function answer(order: CopyOrder): CopyAnswer {
  try {
    return { result: carryOut(order) }
  } catch (error) {
    if (error instanceof OfficeError) return { failure: error.toFailure() }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(answer(workerData as CopyOrder))

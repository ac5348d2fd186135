import { Worker } from 'node:worker_threads'
import type { LogEntry } from '../host/connectOffice'
import type { DoorMessage, OfficeMessage, Port } from '../host/message'

export interface OfficeWorker extends Required<Port<DoorMessage, OfficeMessage>> {
  terminate(): Promise<unknown>
}

/** The worker thread of `script` as a port. Its crash is logged and reported as the end of the port. */
export function officeWorker(script: string, log: (entry: LogEntry) => void): OfficeWorker {
  const worker = new Worker(script)
  worker.on('error', (error) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    log({ level: 'error', message, ...(stack ? { stack } : {}) })
  })
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => void worker.on('message', listener),
    onEnd: (listener) => void worker.once('exit', listener),
    terminate: () => worker.terminate(),
  }
}

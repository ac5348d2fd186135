import type { UtilityProcess } from 'electron'
import type { OfficeEvent } from '../../shared/contract/events'
import type { Failure, Reply } from '../../shared/contract/reply'
import { connectOffice, type LogEntry } from '../host/connectOffice'
import type { DoorMessage, OfficeMessage, OpenOptions, Port } from '../host/message'
import { makePdfs, type PdfParts } from './makePdfs'
import { runReaders } from './runReaders'

export interface OfficeHostParts extends PdfParts {
  utilityProcess: Pick<typeof import('electron').utilityProcess, 'fork'>
  /** The built officeProcess.js. */
  script: string
  /** The built readerProcess.js. */
  readerScript: string
  options: OpenOptions
  log(entry: LogEntry): void
  emit(event: OfficeEvent): void
  /** The office cannot be opened, or is gone for the second time. Told once; calls are refused from then on. */
  onRefused(failure: Failure): void
  /** Milliseconds a closing office is given to finish its writes. */
  closeLimit?: number
}

export interface OfficeHost {
  /** Waits while the office is opening. */
  dispatch(name: string, input: unknown): Promise<Reply<unknown>>
  close(): Promise<void>
}

type Opened = Awaited<ReturnType<typeof connectOffice>>

/** Keeps the office alive in a process of its own: one that dies is started once more. */
export function startOfficeHost(parts: OfficeHostParts): OfficeHost {
  const { utilityProcess, script, readerScript, options, log, emit, onRefused, closeLimit = 30_000 } = parts
  let isRestarted = false
  /** Nothing is started any more: the host is closing, or the office was refused. */
  let isOver = false
  let child: UtilityProcess
  let present: Promise<Opened> = open()

  function open(): Promise<Opened> {
    child = utilityProcess.fork(script, [], { serviceName: 'office', stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr?.on('data', (text: Buffer) => log({ level: 'error', message: `office: ${text.toString().trimEnd()}` }))
    runReaders(child, { utilityProcess, script: readerScript })
    makePdfs(child, parts)
    const opening = connectOffice(portOf(child), options, log)
    child.once('exit', replace)
    void opening.then((opened) => {
      if (opened.ok) opened.office.onEvent(emit)
      else if (opening === present) refuse(opened.failure)
    })
    return opening
  }

  function replace(code: number): void {
    if (isOver) return
    log({ level: 'error', message: `office: ended with code ${code}` })
    if (isRestarted) return refuse({ code: 'unexpected', details: {} })
    isRestarted = true
    present = open()
  }

  function refuse(failure: Failure): void {
    if (isOver) return
    isOver = true
    present = Promise.resolve({ ok: false, failure })
    child.kill()
    onRefused(failure)
  }

  /** The office that is there once no newer one has taken its place. */
  async function settled(): Promise<Opened> {
    for (;;) {
      const awaited = present
      const opened = await awaited
      if (awaited === present) return opened
    }
  }

  async function closeOffice(): Promise<void> {
    const opened = await settled()
    if (opened.ok) await opened.office.close()
  }

  return {
    async dispatch(name, input) {
      const opened = await settled()
      return opened.ok ? await opened.office.dispatch(name, input) : opened
    },
    async close() {
      isOver = true
      // An office that hangs must not keep the application, and with it the lock of this profile, for ever.
      await Promise.race([closeOffice(), new Promise((resolve) => setTimeout(resolve, closeLimit).unref())])
      child.kill()
    },
  }
}

function portOf(child: UtilityProcess): Port<DoorMessage, OfficeMessage> {
  return {
    post: (message) => child.postMessage(message),
    listen: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.once('exit', listener),
  }
}

import type { AnnotatedWorkbook } from '../excel/annotate/annotateWorkbook'
import { largestFile, largestFileText } from '../excel/largestFile'
import type { PlainWorkbook } from '../excel/sheet'
import { OfficeError } from '../officeError'
import type { OfficePorts } from '../ports'
import { openReader, type Reader, type ReadOutcome } from './openReader'
import { largeBytes, readingTime } from './readingLimits'
import type { AnnotateRequest, ReadRequest } from './readMessage'
import { unpackWorkbook } from './unpackWorkbook'

export interface Readers {
  /**
   * Reads a file of any kind into plain cells in a process of its own. Rejects with OfficeError: what `readWorkbook`
   * refuses, `unreadable-file` `too-slow`, `too-large` `memory`, or `cancelled` after an abort of `signal`.
   */
  read(request: ReadRequest, signal?: AbortSignal): Promise<PlainWorkbook>
  /** Writes notes into a file in such a process. Rejects as `read` does. */
  annotate(request: AnnotateRequest, signal?: AbortSignal): Promise<AnnotatedWorkbook>
  /** Ends every reader; readings under way are rejected as `cancelled`. */
  close(): void
}

export interface ReadersOptions extends Pick<OfficePorts, 'startReader' | 'log'> {
  /** How many may work at once. */
  most: number
  /** Milliseconds a file of so many bytes may take. */
  time?(bytes: number): number
  /** Milliseconds after which a reader without work ends. */
  idleTime?: number
}

interface Job {
  request: ReadRequest | AnnotateRequest
  signal: AbortSignal
  isLarge: boolean
  settle(outcome: ReadOutcome): void
}

/**
 * Parsing is left to processes that can be killed: the libraries have hung and filled the memory on files of
 * strangers, and a thread that runs out of memory may take its whole process along (docs/decisions/0029).
 */
export function createReaders(options: ReadersOptions): Readers {
  const { startReader, log, most, time = readingTime, idleTime = 60_000 } = options
  const closing = new AbortController()
  const waiting: Job[] = []
  const busy = new Map<Reader, Job>()
  /** Readers without work, and what ends them. */
  const idle = new Map<Reader, NodeJS.Timeout>()

  function startNext(): void {
    for (let job = waiting[0]; job && mayStart(job); job = waiting[0]) {
      waiting.shift()
      void run(job)
    }
  }

  function mayStart({ isLarge }: Job): boolean {
    if (busy.size >= most) return false
    return busy.size === 0 || !(isLarge || [...busy.values()].some((other) => other.isLarge))
  }

  async function run(job: Job): Promise<void> {
    const used = takeIdle()
    let outcome = await readIn(used ?? openReader(startReader), job)
    // A reader may have been weakened by what it read before: no file is to pay for another.
    if (outcome.type === 'died' && used && !job.signal.aborted) outcome = await readIn(openReader(startReader), job)
    job.settle(outcome)
    startNext()
  }

  async function readIn(reader: Reader, job: Job): Promise<ReadOutcome> {
    busy.set(reader, job)
    const cancel = (): void => reader.end()
    job.signal.addEventListener('abort', cancel)
    if (job.signal.aborted) cancel()
    const outcome = await reader.read(job.request, time(job.request.bytes.byteLength))
    job.signal.removeEventListener('abort', cancel)
    busy.delete(reader)
    if (!reader.isAlive || job.isLarge) reader.end()
    else idle.set(reader, setTimeout(() => endIdle(reader), idleTime).unref())
    return outcome
  }

  function takeIdle(): Reader | undefined {
    for (const [reader, timer] of idle) {
      clearTimeout(timer)
      idle.delete(reader)
      if (reader.isAlive) return reader
    }
    return undefined
  }

  function endIdle(reader: Reader): void {
    clearTimeout(idle.get(reader))
    idle.delete(reader)
    reader.end()
  }

  function failure({ request, signal }: Job, outcome: ReadOutcome): Error {
    const { name: file, bytes } = request
    if (signal.aborted) return new OfficeError('cancelled', { file })
    switch (outcome.type) {
      case 'refused':
        return new OfficeError(outcome.failure.code, outcome.failure.details)
      case 'late':
        log({ level: 'info', message: `reader: killed over a file of ${bytes.byteLength} bytes` })
        return new OfficeError('unreadable-file', { file, reason: 'too-slow' })
      case 'died':
        log({ level: 'info', message: `reader: died over a file of ${bytes.byteLength} bytes: ${outcome.lastWords}` })
        return new OfficeError('too-large', { file, reason: 'memory' })
      case 'broken':
        return Object.assign(new Error(outcome.message), { stack: outcome.stack })
      default:
        return new Error(`a reader ${outcome.type}: ${'lastWords' in outcome ? outcome.lastWords : ''}`)
    }
  }

  /** Lets a request be answered in its turn; `take` makes what is asked for of the answer, null of any other. */
  function ask<T>(request: Job['request'], signal: AbortSignal | undefined, take: (outcome: ReadOutcome) => T | null): Promise<T> {
    const { name: file, bytes } = request
    if (bytes.byteLength > largestFile) {
      return Promise.reject(new OfficeError('too-large', { file, reason: 'bytes', limit: largestFileText }))
    }
    return new Promise((resolve, reject) => {
      const job: Job = {
        request,
        signal: AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]),
        isLarge: bytes.byteLength > largeBytes,
        settle(outcome) {
          const answer = take(outcome)
          if (answer === null) reject(failure(job, outcome))
          else resolve(answer)
        },
      }
      waiting.push(job)
      job.signal.addEventListener('abort', () => {
        const at = waiting.indexOf(job)
        if (at >= 0) waiting.splice(at, 1)[0]?.settle({ type: 'died', lastWords: '' })
      })
      startNext()
    })
  }

  return {
    read: (request, signal) => ask(request, signal, (outcome) => (outcome.type === 'read' ? unpackWorkbook(outcome.workbook) : null)),
    annotate: (request, signal) => ask(request, signal, (outcome) => (outcome.type === 'annotated' ? outcome.workbook : null)),
    close() {
      closing.abort()
      for (const reader of idle.keys()) endIdle(reader)
    },
  }
}

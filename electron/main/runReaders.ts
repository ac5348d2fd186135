import type { UtilityProcess } from 'electron'
import { keepLastWords } from '../host/lastWords'
import type { ReaderNews, ReaderOrder } from '../host/message'
import { readerOptions } from '../host/readerOptions'

export interface ReaderParts {
  utilityProcess: Pick<typeof import('electron').utilityProcess, 'fork'>
  /** The built readerProcess.js. */
  script: string
}

/** Starts, ends and speaks for the readers of an office that runs as a utility process. They end with it. */
export function runReaders(office: UtilityProcess, { utilityProcess, script }: ReaderParts): void {
  const readers = new Map<number, UtilityProcess>()
  const tell = (news: ReaderNews): void => office.postMessage(news)

  office.on('message', (message: ReaderOrder | { type: string }) => {
    if (!('order' in message)) return
    const reader = readers.get(message.reader)
    if (message.order === 'post') reader?.postMessage(message.message)
    else if (message.order === 'kill') reader?.kill()
    else start(message.reader)
  })
  office.once('exit', () => {
    for (const reader of readers.values()) reader.kill()
    readers.clear()
  })

  function start(reader: number): void {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'reader',
      stdio: ['ignore', 'ignore', 'pipe'],
      execArgv: readerOptions,
    })
    const lastWords = keepLastWords(child.stderr)
    readers.set(reader, child)
    child.on('message', (message: unknown) => tell({ type: 'reader', reader, news: 'message', message }))
    child.once('exit', () => {
      if (readers.delete(reader)) tell({ type: 'reader', reader, news: 'end', lastWords: lastWords() })
    })
  }
}

import type { ParentPort } from 'electron'
import type { ReaderNews, ReaderOrder, StartReader } from '../host/message'

/**
 * The office's end of its readers under Electron: the program is no Node for others to run (docs/decisions/0025), so
 * the main process starts them and passes on what is said (runReaders).
 */
export function orderReaders(port: Pick<ParentPort, 'postMessage' | 'on'>): StartReader {
  const listeners = new Map<number, (news: ReaderNews) => void>()
  let last = 0
  port.on('message', ({ data }: { data: ReaderNews | { type: string } }) => {
    if ('news' in data) listeners.get(data.reader)?.(data)
  })

  return () => {
    const reader = ++last
    const order = (message: ReaderOrder): void => port.postMessage(message)
    let hear: (message: unknown) => void = () => undefined
    let end: (lastWords: string) => void = () => undefined
    listeners.set(reader, (news) => {
      if (news.news === 'message') return hear(news.message)
      listeners.delete(reader)
      end(news.lastWords)
    })
    order({ type: 'reader', reader, order: 'start' })
    return {
      post: (message) => order({ type: 'reader', reader, order: 'post', message }),
      listen: (listener) => void (hear = listener),
      onEnd: (listener) => void (end = listener),
      kill: () => order({ type: 'reader', reader, order: 'kill' }),
    }
  }
}

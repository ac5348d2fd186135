import type { ServerResponse } from 'node:http'
import type { OfficeEvent } from '../../shared/contract/events'
import type { DoorLimits } from './doorLimits'

export interface EventStream {
  /** Takes over an answer and keeps it open; false when there are too many already. */
  add(response: ServerResponse): boolean
  send(event: OfficeEvent): void
  close(): void
}

/**
 * Server-sent events to every open page. A comment now and then lets dead connections be noticed; a page that reads
 * nothing is cut off, for what it is sent would wait in memory.
 */
export function createEventStream({ streams, unread }: Pick<DoorLimits, 'streams' | 'unread'>): EventStream {
  const open = new Set<ServerResponse>()
  const broadcast = (text: string): void => {
    for (const response of open) {
      if (response.writableLength > unread) response.destroy()
      else response.write(text)
    }
  }
  const heartbeat = setInterval(() => broadcast(': \n\n'), 25_000)
  heartbeat.unref()
  return {
    add(response) {
      if (open.size >= streams) return false
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      response.write('retry: 1000\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
      return true
    },
    send: (event) => broadcast(`data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}

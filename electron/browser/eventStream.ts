import type { ServerResponse } from 'node:http'
import type { OfficeEvent } from '../../shared/contract/events'

export interface EventStream {
  /** Takes over an answer and keeps it open. */
  add(response: ServerResponse): void
  send(event: OfficeEvent): void
  close(): void
}

/** Server-sent events to every open page. A comment now and then lets dead connections be noticed. */
export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>()
  const broadcast = (text: string): void => {
    for (const response of open) response.write(text)
  }
  const heartbeat = setInterval(() => broadcast(': \n\n'), 25_000)
  heartbeat.unref()
  return {
    add(response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      response.write('retry: 1000\n\n')
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    send: (event) => broadcast(`data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(heartbeat)
      for (const response of open) response.end()
    },
  }
}

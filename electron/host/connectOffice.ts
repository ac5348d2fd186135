import type { OfficeEvent } from '../../shared/contract/events'
import type { Failure, Reply } from '../../shared/contract/reply'
import type { DoorMessage, OfficeMessage, OpenOptions, Port } from './message'

export interface OfficeConnection {
  dispatch(name: string, input: unknown): Promise<Reply<unknown>>
  /** Returns what ends the listening. */
  onEvent(listener: (event: OfficeEvent) => void): () => void
  close(): Promise<void>
  /** The office ended without being asked: every call waiting for it is answered `cancelled`. */
  lost(): void
}

export type LogEntry = Omit<Extract<OfficeMessage, { type: 'log' }>, 'type'>

/**
 * The door's end. Resolves once the office is open; a refusal is a value, so that each door can show it. An office that
 * ends while opening (`port.onEnd`) is refused as `unexpected`.
 */
export function connectOffice(
  port: Port<DoorMessage, OfficeMessage>,
  options: OpenOptions,
  log: (entry: LogEntry) => void,
): Promise<{ ok: true; office: OfficeConnection } | { ok: false; failure: Failure }> {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  const listeners = new Set<(event: OfficeEvent) => void>()
  let nextId = 1
  let onClosed: (() => void) | undefined
  let isLost = false

  const cancelled: Reply<unknown> = { ok: false, failure: { code: 'cancelled', details: {} } }

  const office: OfficeConnection = {
    dispatch(name, input) {
      if (isLost) return Promise.resolve(cancelled)
      return new Promise((resolve) => {
        const id = nextId++
        waiting.set(id, resolve)
        port.post({ type: 'call', id, name, input })
      })
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      if (isLost) return Promise.resolve()
      return new Promise((resolve) => {
        onClosed = resolve
        port.post({ type: 'close' })
      })
    },
    lost() {
      if (isLost) return
      isLost = true
      for (const answer of waiting.values()) answer(cancelled)
      waiting.clear()
      onClosed?.()
    },
  }

  return new Promise((resolve) => {
    port.onEnd?.(() => {
      office.lost()
      resolve({ ok: false, failure: { code: 'unexpected', details: {} } })
    })
    port.listen((message) => {
      switch (message.type) {
        case 'opened':
          return resolve({ ok: true, office })
        case 'refused':
          return resolve({ ok: false, failure: message.failure })
        case 'reply':
          waiting.get(message.id)?.(message.reply)
          waiting.delete(message.id)
          return
        case 'event':
          for (const listener of listeners) listener(message.event)
          return
        case 'log': {
          const { type: _type, ...entry } = message
          return log(entry)
        }
        case 'closed':
          return onClosed?.()
      }
    })
    port.post({ type: 'open', options })
  })
}

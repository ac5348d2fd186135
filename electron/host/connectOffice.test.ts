import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { connectOffice } from './connectOffice'
import type { DoorMessage, OfficeMessage, Port } from './message'

const options = { dataFolder: '/data', version: '1', demo: false }
const channels: MessageChannel[] = []

afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close()
})

/** A real message channel whose far end is played by `office`. */
function channel(office: (message: DoorMessage, port: MessagePort) => void): {
  door: Port<DoorMessage, OfficeMessage>
  end(): void
} {
  const made = new MessageChannel()
  channels.push(made)
  made.port2.on('message', (message: DoorMessage) => office(message, made.port2))
  return {
    door: {
      post: (message) => made.port1.postMessage(message),
      listen: (listener) => void made.port1.on('message', listener),
      onEnd: (listener) => void made.port1.once('close', listener),
    },
    end: () => made.port2.close(),
  }
}

describe('connectOffice', () => {
  it('opens, calls, hears events and closes', async () => {
    const { door } = channel((message, port) => {
      const say = (answer: OfficeMessage): void => port.postMessage(answer)
      if (message.type === 'open') say({ type: 'opened' })
      if (message.type === 'call') {
        say({ type: 'event', event: { type: 'office.changed', areas: ['unit'], revision: 1 } })
        say({ type: 'reply', id: message.id, reply: { ok: true, value: [message.name, message.input] } })
      }
      if (message.type === 'close') say({ type: 'closed' })
    })
    const opened = await connectOffice(door, options, () => undefined)
    if (!opened.ok) throw new Error('refused')
    const events: unknown[] = []
    const stop = opened.office.onEvent((event) => events.push(event))
    const bytes = new Uint8Array([1, 2])
    expect(await opened.office.dispatch('a', { bytes })).toEqual({ ok: true, value: ['a', { bytes }] })
    stop()
    await opened.office.dispatch('b', {})
    expect(events).toEqual([{ type: 'office.changed', areas: ['unit'], revision: 1 }])
    await opened.office.close()
  })

  it('gives a refusal and the log on as values', async () => {
    const { door } = channel((_message, port) => {
      port.postMessage({ type: 'log', level: 'error', message: 'why' } satisfies OfficeMessage)
      const failure = { code: 'locked' as const, details: {} }
      port.postMessage({ type: 'refused', failure } satisfies OfficeMessage)
    })
    const log: unknown[] = []
    const opened = await connectOffice(door, options, (entry) => log.push(entry))
    expect(opened).toEqual({ ok: false, failure: { code: 'locked', details: {} } })
    expect(log).toEqual([{ level: 'error', message: 'why' }])
  })

  it('refuses an office that ends while opening', async () => {
    const { door, end } = channel(() => end())
    expect(await connectOffice(door, options, () => undefined)).toMatchObject({
      ok: false,
      failure: { code: 'unexpected' },
    })
  })

  it('answers waiting and later calls when the office is lost', async () => {
    const { door, end } = channel((message, port) => {
      if (message.type === 'open') port.postMessage({ type: 'opened' } satisfies OfficeMessage)
      else end()
    })
    const opened = await connectOffice(door, options, () => undefined)
    if (!opened.ok) throw new Error('refused')
    const cancelled = { ok: false, failure: { code: 'cancelled', details: {} } }
    expect(await opened.office.dispatch('a', {})).toEqual(cancelled)
    expect(await opened.office.dispatch('b', {})).toEqual(cancelled)
    await expect(opened.office.close()).resolves.toBeUndefined()
  })
})

import { EventEmitter, once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import type { DoorMessage, OfficeMessage } from '../host/message'

/** `process.parentPort`: a message arrives as the `data` of an event. */
class FakeParentPort extends EventEmitter {
  postMessage(message: OfficeMessage): void {
    this.emit('posted', structuredClone(message))
  }

  receive(message: DoorMessage): void {
    this.emit('message', { data: structuredClone(message), ports: [] })
  }
}

afterEach(() => void Reflect.deleteProperty(process, 'parentPort'))

it('joins the office to the port of the parent', async () => {
  const port = new FakeParentPort()
  Object.defineProperty(process, 'parentPort', { value: port, configurable: true })
  await import('./officeProcess')

  const answered = once(port, 'posted')
  port.receive({ type: 'call', id: 4, name: 'office.status', input: {} })
  expect((await answered)[0]).toMatchObject({ type: 'reply', id: 4, reply: { ok: false } })
  const closed = once(port, 'posted')
  port.receive({ type: 'close' })
  expect((await closed)[0]).toEqual({ type: 'closed' })
})
